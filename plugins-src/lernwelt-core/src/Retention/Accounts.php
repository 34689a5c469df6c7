<?php
/**
 * Deleted accounts.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Retention;

use Lernwelt\Core\Transaction;

/** Writes down which accounts were deleted from the network, and deletes them again after a restore. */
final readonly class Accounts implements RepeatableErasure {

	/** Name in the journal. */
	public const SOURCE = 'accounts';

	/**
	 * @param Journal     $journal     Journal of the portal on which it happens.
	 * @param Transaction $transaction All or nothing.
	 */
	public function __construct( private Journal $journal, private Transaction $transaction ) {}

	public function id(): string {
		return self::SOURCE;
	}

	/**
	 * Action `deleted_user`, which WordPress also fires when somebody only leaves one portal.
	 *
	 * @param int $user_id Account.
	 */
	public function deleted( int $user_id ): void {
		if ( $user_id < 1 || false !== get_userdata( $user_id ) ) {
			return;
		}
		$this->transaction->run( fn () => $this->journal->record( self::SOURCE, JournalAction::Erased, "account:$user_id" ) );
	}

	public function erase_again( array $objects, Journal $journal ): void {
		require_once ABSPATH . 'wp-admin/includes/ms.php';
		require_once ABSPATH . 'wp-admin/includes/user.php';
		foreach ( $objects as $object ) {
			$user_id = (int) substr( $object, strlen( 'account:' ) );
			if ( 0 < $user_id && false !== get_userdata( $user_id ) ) {
				wpmu_delete_user( $user_id );
			}
		}
	}
}
