<?php
/**
 * How long a session lasts.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Session;

/**
 * Idle and absolute limits per role, in seconds. Whoever has several roles gets the strictest: what an administrator
 * may do must not stay open on a school's computer because the person teaches as well.
 */
final readonly class Limits {

	/** Limits of a pupil: a school day, or until the browser closes. */
	public const PUPIL = [ 28_800, 28_800 ];

	/** Role → idle, absolute. */
	private const ROLES = [
		'administrator'               => [ 1800, 28_800 ],
		'lernwelt_school_admin'       => [ 3600, 28_800 ],
		'lernwelt_device_manager'     => [ 3600, 43_200 ],
		'lernwelt_event_organiser'    => [ 7200, 43_200 ],
		'lernwelt_statistics_reader'  => [ 3600, 43_200 ],
	];

	private const OTHERS = [ 7200, 43_200 ];

	/**
	 * @param int $idle     Seconds without a request.
	 * @param int $absolute Seconds since the login.
	 */
	private function __construct( public int $idle, public int $absolute ) {}

	/**
	 * Limits of an account on a portal.
	 *
	 * @param list<string> $roles       Role slugs there.
	 * @param bool         $super_admin Whether it may do everything.
	 */
	public static function of( array $roles, bool $super_admin ): self {
		$limits = array_map( static fn ( string $role ): array => self::ROLES[ $role ] ?? self::OTHERS, $super_admin ? [ 'administrator', ...$roles ] : $roles );
		$limits = [] === $limits ? [ self::OTHERS ] : $limits;
		return new self( min( array_column( $limits, 0 ) ), min( array_column( $limits, 1 ) ) );
	}

	/** Limits of a pupil. */
	public static function of_pupil(): self {
		return new self( self::PUPIL[0], self::PUPIL[1] );
	}

	/**
	 * Whether a session still counts.
	 *
	 * @param Session $session Session.
	 * @param int     $now     Unix time.
	 */
	public function allow( Session $session, int $now ): bool {
		return $now <= $session->expires && $now <= $session->created + $this->absolute && $now <= $session->seen + $this->idle;
	}
}
