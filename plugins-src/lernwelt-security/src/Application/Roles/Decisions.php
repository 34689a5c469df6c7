<?php
/**
 * Decisions at work.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use Lernwelt\Core\Capabilities;
use Lernwelt\Core\Portals;
use Lernwelt\Security\Domain\Roles\MatrixStore;
use Lernwelt\Security\Domain\Roles\Overrides;
use Lernwelt\Security\Domain\Roles\Rules;
use WP_User;

/**
 * Answers each question about a right. Each portal has a copy of the decisions that count there among the options
 * WordPress reads at once in any case, so that nobody's page costs a query more; the tables stay the truth.
 */
final readonly class Decisions {

	/** Option of a portal with its copy. */
	public const OPTION = 'lw_role_decisions';

	/** Unpacked copies; kept for the request only. */
	private const CACHE = 'lernwelt_roles';

	/**
	 * @param MatrixStore  $store        The truth.
	 * @param Capabilities $capabilities Rights of the plugins.
	 * @param Portals      $portals      All portals.
	 */
	public function __construct( private MatrixStore $store, private Capabilities $capabilities, private Portals $portals ) {}

	/**
	 * Whether a role has a plugin's right; for core's registry.
	 *
	 * @param string $capability Capability.
	 * @param string $role       Role slug.
	 * @param bool   $default    What the plugin says.
	 */
	public function decide( string $capability, string $role, bool $default ): bool {
		$only  = true === $this->capabilities->find( $capability )?->administrators_only;
		$fixed = Rules::fixed( $role, $capability, $default, $only );
		return null === $fixed ? $this->here()->get( $role, $capability ) ?? $default : $fixed->granted();
	}

	/**
	 * Filter `user_has_cap`: applies decisions about WordPress's own rights.
	 *
	 * @param array<string, bool> $granted  Rights found so far.
	 * @param list<string>        $required Primitive capabilities that were asked for.
	 * @param WP_User             $user     User.
	 * @return array<string, bool>
	 */
	public function apply( array $granted, array $required, WP_User $user ): array {
		foreach ( array_intersect( $required, WordPressRights::NAMES ) as $capability ) {
			// A right that somebody has in person isn't the role's.
			if ( [] !== $user->roles && ! isset( $user->caps[ $capability ] ) ) {
				$granted[ $capability ] = $this->one_of( array_values( $user->roles ), $capability );
			}
		}
		return $granted;
	}

	/**
	 * Filter `role_has_cap`: the same for a role without a person.
	 *
	 * @param array<string, bool> $granted    Rights of the role.
	 * @param string              $capability What was asked for.
	 * @param string              $role       Role slug.
	 * @return array<string, bool>
	 */
	public function apply_to_role( array $granted, string $capability, string $role ): array {
		if ( in_array( $capability, WordPressRights::NAMES, true ) ) {
			$granted[ $capability ] = $this->one_of( [ $role ], $capability );
		}
		return $granted;
	}

	/** Writes every portal's copy anew. */
	public function publish(): void {
		$network = $this->store->overrides( 0 );
		foreach ( $this->portals->all() as $portal ) {
			switch_to_blog( $portal->blog_id );
			update_option( self::OPTION, $this->store->overrides( $portal->blog_id )->over( $network )->cells(), true );
			restore_current_blog();
		}
	}

	/**
	 * Writes a new portal's copy.
	 *
	 * @param int $portal Site.
	 */
	public function publish_to( int $portal ): void {
		update_blog_option( $portal, self::OPTION, $this->store->overrides( $portal )->over( $this->store->overrides( 0 ) )->cells() );
	}

	/** After everything was taken back: WordPress remembers copies that aren't there. */
	public function distrust(): void {
		foreach ( $this->portals->all() as $portal ) {
			switch_to_blog( $portal->blog_id );
			wp_cache_delete( 'alloptions', 'options' );
			$this->forget();
			restore_current_blog();
		}
	}

	/** Actions about the option: forgets what was unpacked. */
	public function forget(): void {
		wp_cache_delete( 'decisions', self::CACHE );
	}

	/** Keeps what is unpacked out of a cache that others share. */
	public function prepare(): void {
		wp_cache_add_non_persistent_groups( [ self::CACHE ] );
	}

	/** @param list<string> $roles */
	private function one_of( array $roles, string $capability ): bool {
		foreach ( $roles as $role ) {
			$default = true === ( get_role( $role )->capabilities[ $capability ] ?? false );
			$fixed   = Rules::fixed( $role, $capability, $default, false );
			if ( null === $fixed ? $this->here()->get( $role, $capability ) ?? $default : $fixed->granted() ) {
				return true;
			}
		}
		return false;
	}

	private function here(): Overrides {
		$found = wp_cache_get( 'decisions', self::CACHE );
		if ( ! $found instanceof Overrides ) {
			$found = Overrides::of( get_option( self::OPTION, [] ) );
			wp_cache_set( 'decisions', $found, self::CACHE );
		}
		return $found;
	}
}
