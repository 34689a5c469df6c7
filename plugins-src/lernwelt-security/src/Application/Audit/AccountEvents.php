<?php
/**
 * What happens to accounts.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Audit;

use Closure;
use Lernwelt\Core\AuditEvent;
use WP_User;

/** Records who changed which account and what kind of data, never the data. */
final class AccountEvents {

	/** Column → kind of data. */
	private const COLUMNS = [
		'user_login'    => 'login',
		'user_email'    => 'email',
		'user_pass'     => 'password',
		'display_name'  => 'name',
		'user_nicename' => 'name',
		'user_url'      => 'website',
	];

	/** Field of the profile → kind of data. */
	private const FIELDS = [
		'first_name'  => 'name',
		'last_name'   => 'name',
		'nickname'    => 'name',
		'description' => 'biography',
	];

	/** @var array<int, array<string, true>> Account → kinds of data that changed and aren't recorded yet. */
	private array $changed = [];

	/**
	 * @param Closure(AuditEvent): void $record Takes events.
	 */
	public function __construct( private readonly Closure $record ) {}

	/**
	 * Action `user_register`.
	 *
	 * @param int $user_id Account.
	 */
	public function created( int $user_id ): void {
		unset( $this->changed[ $user_id ] );
		$this->say( 'created', $user_id );
	}

	/**
	 * Actions `added_user_meta`, `updated_user_meta` and `deleted_user_meta`: notes it for profile_update.
	 *
	 * @param mixed  $meta_id Unused.
	 * @param int    $user_id Account.
	 * @param string $key     Name of the field.
	 */
	public function field_changed( mixed $meta_id, int $user_id, string $key ): void {
		if ( isset( self::FIELDS[ $key ] ) ) {
			$this->changed[ $user_id ][ self::FIELDS[ $key ] ] = true;
		}
	}

	/**
	 * Action `profile_update`; says nothing when nothing changed.
	 *
	 * @param int     $user_id Account.
	 * @param WP_User $before  As it was.
	 */
	public function changed( int $user_id, WP_User $before ): void {
		$after = get_userdata( $user_id );
		foreach ( self::COLUMNS as $column => $kind ) {
			if ( false !== $after && $after->$column !== $before->$column ) {
				$this->changed[ $user_id ][ $kind ] = true;
			}
		}
		$this->flush( $user_id );
	}

	/** Action `shutdown`: fields that were changed in another way. */
	public function flush_all(): void {
		array_map( $this->flush( ... ), array_keys( $this->changed ) );
	}

	/**
	 * Action `deleted_user`; WordPress says so too when somebody only leaves a portal.
	 *
	 * @param int $user_id Account.
	 */
	public function deleted( int $user_id ): void {
		if ( false === get_userdata( $user_id ) ) {
			unset( $this->changed[ $user_id ] );
			$this->say( 'deleted', $user_id );
		}
	}

	/**
	 * Actions `add_user_to_blog` and `remove_user_from_blog`.
	 *
	 * @param string $action  `joined` or `left`.
	 * @param int    $user_id Account.
	 * @param int    $portal  Site.
	 */
	public function moved( string $action, int $user_id, int $portal ): void {
		$this->say( $action, $user_id, [], $portal );
	}

	/**
	 * Asked for or got a new password.
	 *
	 * @param string  $action `reset_requested` or `password_reset`.
	 * @param WP_User $user   Account.
	 */
	public function reset( string $action, WP_User $user ): void {
		$this->say( $action, $user->ID );
	}

	private function flush( int $user_id ): void {
		$kinds = $this->changed[ $user_id ] ?? [];
		unset( $this->changed[ $user_id ] );
		if ( [] !== $kinds ) {
			$this->say( 'changed', $user_id, $kinds );
		}
	}

	/** @param array<string, string|int|bool> $details */
	private function say( string $action, int $user_id, array $details = [], ?int $portal = null ): void {
		( $this->record )( new AuditEvent( 'account', $action, object: "user:$user_id", portal: $portal, details: $details ) );
	}
}
