<?php
/**
 * One line of the role table.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Roles;

/** Whoever has a value in a claim gets a role on some portals. */
final readonly class RoleRow {

	/** In place of a portal's id: all of them. */
	public const ALL = '*';

	/** Longest value in characters. */
	public const VALUE_LENGTH = 100;

	/**
	 * @param ClaimPath              $claim   Where the value stands.
	 * @param string                 $value   Exact value.
	 * @param string                 $role    Role slug of WordPress.
	 * @param non-empty-list<string> $portals Ids of portals, or only ALL.
	 */
	public function __construct( public ClaimPath $claim, public string $value, public string $role, public array $portals ) {}

	/**
	 * Whether the role counts on a portal.
	 *
	 * @param string $portal Id.
	 */
	public function is_for( string $portal ): bool {
		return in_array( self::ALL, $this->portals, true ) || in_array( $portal, $this->portals, true );
	}

	/**
	 * As it is stored and sent.
	 *
	 * @return array{claim: string, value: string, role: string, portals: non-empty-list<string>}
	 */
	public function to_array(): array {
		return [ 'claim' => $this->claim->text, 'value' => $this->value, 'role' => $this->role, 'portals' => $this->portals ];
	}
}
