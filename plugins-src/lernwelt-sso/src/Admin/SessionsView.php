<?php
/**
 * What the screen of sessions prints.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Admin;

use Lernwelt\Sso\Application\Session\ListedSession;
use Lernwelt\Sso\Application\Session\SessionList;
use Lernwelt\Sso\Domain\Session\EndTarget;

/** Addresses, times and the notice. */
final readonly class SessionsView {

	public SessionWords $words;

	/**
	 * @param int                 $portal Site, 0 for all.
	 * @param string              $url    Address of the screen.
	 * @param list<ListedSession> $rows   Sessions of this page.
	 * @param int                 $total  Sessions altogether.
	 * @param int                 $page   This page, from 1.
	 * @param string              $ended  Number of sessions that just ended, '' when nothing was done.
	 */
	public function __construct( public int $portal, public string $url, public array $rows = [], public int $total = 0, public int $page = 1, private string $ended = '' ) {
		$this->words = new SessionWords();
	}

	public function is_network(): bool {
		return 0 === $this->portal;
	}

	/**
	 * Address of the question before something ends.
	 *
	 * @param EndTarget $target What.
	 */
	public function end_url( EndTarget $target ): string {
		return add_query_arg( 'end', $target->text(), $this->url );
	}

	/**
	 * Address of a page of the list.
	 *
	 * @param int $page Page, from 1.
	 */
	public function page_url( int $page ): string {
		return 1 === $page ? $this->url : add_query_arg( 'paged', (string) $page, $this->url );
	}

	/**
	 * A moment for people.
	 *
	 * @param int $time Unix time.
	 */
	public function time( int $time ): string {
		$format = get_option( 'date_format' ) . ', ' . get_option( 'time_format' );
		return (string) wp_date( $format, $time );
	}

	/**
	 * Says which session a link is about to people who hear only the link.
	 *
	 * @param ListedSession $session Session.
	 */
	public function spoken( ListedSession $session ): string {
		/* translators: 1: name of a person, 2: date and time of the login. */
		return sprintf( __( '%1$s, since %2$s', 'lernwelt-sso' ), $this->words->person( $session ), $this->time( $session->since ) );
	}

	/** Number of pages. */
	public function pages(): int {
		return (int) max( 1, ceil( $this->total / SessionList::SIZE ) );
	}

	/** What was just done, '' for nothing. */
	public function notice(): string {
		$ended = $this->ended;
		if ( 1 !== preg_match( '/^[0-9]{1,9}$/D', $ended ) ) {
			return '';
		}
		/* translators: %d: number. */
		return '0' === $ended ? __( 'There was no session left to end.', 'lernwelt-sso' ) : sprintf( _n( '%d session ended.', '%d sessions ended.', (int) $ended, 'lernwelt-sso' ), (int) $ended );
	}
}
