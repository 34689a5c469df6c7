<?php
/**
 * Rights that somebody wants to give.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Approvals;

use Closure;
use Lernwelt\Security\Domain\Approvals\Approval;
use Lernwelt\Security\Domain\Approvals\Kind;
use Lernwelt\Security\Domain\Approvals\Topic;
use Lernwelt\Security\Domain\SecondFactor\AdministrativeRights;
use WP_User;
use wpdb;

/** Stops administrative roles in the moment they would be stored, whichever screen, route or plugin wants it, and asks instead. */
final readonly class HeldRights {

	/** Filter: false while roles come from the claims of a login, which the Bildungsserver has decided. */
	public const FILTER = 'lernwelt_held_roles';

	/**
	 * @param FourEyes                $four_eyes Whether two people are needed.
	 * @param Approvals               $approvals Requests.
	 * @param wpdb                    $db        Knows how portals name their fields.
	 * @param Closure(Approval): void $stop      Ends the request and says that it has to wait.
	 */
	public function __construct( private FourEyes $four_eyes, private Approvals $approvals, private wpdb $db, private Closure $stop ) {}

	/**
	 * Filters `update_user_metadata` and `add_user_metadata`.
	 *
	 * @param mixed  $answer  Null lets WordPress go on.
	 * @param int    $user_id Account.
	 * @param string $field   Name of the field.
	 * @param mixed  $value   What shall be stored.
	 */
	public function field( mixed $answer, int $user_id, string $field, mixed $value ): mixed {
		$portal = str_ends_with( $field, 'capabilities' ) && null === $answer ? $this->portal_of( $field ) : 0;
		if ( 0 === $portal || ! $this->four_eyes->holds( Topic::Rights ) || false === apply_filters( self::FILTER, true ) ) {
			return $answer;
		}
		if ( doing_action( 'wp_initialize_site' ) ) {
			// A portal that is being made has nothing yet, and must not be left half made.
			return $answer;
		}
		$before = RoleDeed::held( get_user_meta( $user_id, $field, true ) );
		$after  = RoleDeed::held( $value );
		if ( ! self::has_administrative( $portal, array_values( array_diff( $after, $before ) ) ) ) {
			return $answer;
		}
		$parameters = [
			'before' => $before,
			'after'  => $after,
		];
		( $this->stop )( $this->approvals->ask( Kind::Role, $portal, "user:$user_id", $parameters, get_current_user_id(), person: $user_id ) );
		// Where ending the request isn't possible, nothing is stored at least.
		return false;
	}

	/**
	 * Filter `pre_update_site_option_site_admins`.
	 *
	 * @param mixed $after  Logins that shall be super administrators.
	 * @param mixed $before Logins that are.
	 */
	public function super_admins( mixed $after, mixed $before ): mixed {
		$new = array_diff( is_array( $after ) ? $after : [], is_array( $before ) ? $before : [] );
		if ( [] === $new || ! $this->four_eyes->holds( Topic::Rights ) ) {
			return $after;
		}
		$account = get_user_by( 'login', (string) reset( $new ) );
		if ( $account instanceof WP_User ) {
			( $this->stop )( $this->approvals->ask( Kind::SuperAdmin, 0, "user:$account->ID", [], get_current_user_id(), person: $account->ID ) );
		}
		return $before;
	}

	private function portal_of( string $field ): int {
		$pattern = '/^' . preg_quote( $this->db->base_prefix, '/' ) . '(?:(\d+)_)?capabilities$/D';
		return 1 === preg_match( $pattern, $field, $found ) ? (int) ( $found[1] ?? get_main_site_id() ) : 0;
	}

	/** @param list<string> $new Roles and single rights. */
	private static function has_administrative( int $portal, array $new ): bool {
		if ( [] === $new ) {
			return false;
		}
		switch_to_blog( $portal );
		try {
			return AdministrativeRights::any(
				static function ( string $right ) use ( $new ): bool {
					foreach ( $new as $one ) {
						if ( $one === $right || true === get_role( $one )?->has_cap( $right ) ) {
							return true;
						}
					}
					return false;
				}
			);
		} finally {
			restore_current_blog();
		}
	}
}
