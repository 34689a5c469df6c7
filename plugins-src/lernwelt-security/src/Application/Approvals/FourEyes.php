<?php
/**
 * The four-eyes principle.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Approvals;

use Closure;
use Lernwelt\Security\Domain\Approvals\Topic;

/** Whether somebody who acts needs a second person. */
final class FourEyes {

	/** Option of the network: topic → whether two people are needed. What isn't in it is on. */
	public const OPTION = 'lernwelt_four_eyes';

	private bool $is_released = false;

	/**
	 * Whether two people are needed.
	 *
	 * @param Topic $topic What for.
	 */
	public function is_on( Topic $topic ): bool {
		$set = get_site_option( self::OPTION, [] );
		return ! is_array( $set ) || false !== ( $set[ $topic->value ] ?? true );
	}

	/**
	 * Switches it on or off; on the command line only.
	 *
	 * @param Topic $topic What for.
	 * @param bool  $on    Whether two people are needed.
	 */
	public function set( Topic $topic, bool $on ): void {
		$set = get_site_option( self::OPTION, [] );
		update_site_option( self::OPTION, [ $topic->value => $on ] + ( is_array( $set ) ? $set : [] ) );
	}

	/**
	 * Whether what somebody does now has to wait. Only people wait: neither what runs by schedule nor who has the server,
	 * who could write the database as well; the audit log names them all the same.
	 *
	 * @param Topic $topic What it is.
	 */
	public function holds( Topic $topic ): bool {
		return ! $this->is_released && 0 < get_current_user_id() && ! wp_doing_cron() && ! ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) && $this->is_on( $topic );
	}

	/**
	 * Does what a second person has confirmed.
	 *
	 * @param Closure(): void $deed What.
	 */
	public function release( Closure $deed ): void {
		$this->is_released = true;
		try {
			$deed();
		} finally {
			$this->is_released = false;
		}
	}
}
