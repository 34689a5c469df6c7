<?php
/**
 * Roles that follow from claims.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Roles;

/** What the role table makes of one person's claims. */
final readonly class Entitlement {

	/**
	 * @param array<string, list<string>> $granted Portal → roles with an account.
	 * @param array<string, list<string>> $unknown Portal → roles nobody can tell about, because their claim is absent.
	 * @param list<string>                $pupil   Portals where the person is a pupil, if no adult role says otherwise.
	 * @param list<string>                $missing Paths of absent claims.
	 */
	public function __construct( private array $granted, private array $unknown, private array $pupil, public array $missing ) {}

	/**
	 * Roles on a portal; none for a pupil.
	 *
	 * @param string $portal Id.
	 * @return list<string>
	 */
	public function roles( string $portal ): array {
		return $this->granted[ $portal ] ?? [];
	}

	/**
	 * Roles on a portal that are neither granted nor taken: their claim is absent.
	 *
	 * @param string $portal Id.
	 * @return list<string>
	 */
	public function unknown( string $portal ): array {
		return array_values( array_diff( $this->unknown[ $portal ] ?? [], $this->roles( $portal ) ) );
	}

	/** Whether there is a role with an account on any portal. */
	public function has_account(): bool {
		return [] !== array_filter( $this->granted );
	}

	/** Whether the person is a pupil: the pupil's role counts only where no adult one is, on any portal. */
	public function is_pupil(): bool {
		return [] !== $this->pupil && ! $this->has_account();
	}

	/**
	 * Whether the person is a pupil on a portal.
	 *
	 * @param string $portal Id.
	 */
	public function is_pupil_on( string $portal ): bool {
		return $this->is_pupil() && in_array( $portal, $this->pupil, true );
	}
}
