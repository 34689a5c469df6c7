<?php
/**
 * Headers for caches.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\PageCache;

use Closure;
use Lernwelt\Core\Clock;
use Lernwelt\Core\CurrentRequest;
use Lernwelt\Core\Portals;
use Lernwelt\Core\Viewer;
use Lernwelt\Operations\Domain\PageCache\AnswerFacts;
use Lernwelt\Operations\Domain\PageCache\Entry;
use Lernwelt\Operations\Domain\PageCache\Keeping;

/**
 * Says of everything the front end answers whether it may be kept. The answer is held back until it is complete: only
 * then it is known what it shows, and whether somebody made a nonce, set a cookie or forbade keeping it.
 */
final readonly class AnswerHeaders {

	/** Cookies that make an answer somebody's own; as deploy/nginx/cache.conf.template has it (NginxTest). */
	public const PERSONAL = '/^(?:__Host-|__Secure-)?(?:wordpress_(?:logged_in|sec)_|wordpress_[0-9a-f]|wp-|lernwelt)/i';

	/** Parameters that open something to whoever knows them, or show what isn't published. */
	public const KEYS = '/^(?:_wpnonce|key|token|login|action|preview|preview_id|preview_nonce|rest_route|customize_[a-z_]+)$/';

	/**
	 * @param CacheSettings                              $settings Settings.
	 * @param PageMaking                                 $page     What is being made.
	 * @param Clock                                      $clock    Time.
	 * @param Closure(): Folder                          $folder   Folder of this portal.
	 * @param Closure(): array{int, list<string>}       $sent     Status, and the header lines so far.
	 * @param Closure(string, string): void              $send     Sends a header in place of others of its name; '' takes it back.
	 */
	public function __construct( private CacheSettings $settings, private PageMaking $page, private Clock $clock, private Closure $folder, private Closure $sent, private Closure $send ) {}

	/** Action `template_redirect`, first: holds the answer back. */
	public function hold_back(): void {
		ob_start(
			function ( string $body, int $phase ): string {
				// A buffer that is thrown away makes room for an error page; the body of a redirect is empty.
				if ( 0 === ( $phase & PHP_OUTPUT_HANDLER_CLEAN ) ) {
					$this->send( $body );
				}
				return $body;
			},
			0,
			PHP_OUTPUT_HANDLER_STDFLAGS ^ PHP_OUTPUT_HANDLER_FLUSHABLE
		);
	}

	/**
	 * Sends the headers.
	 *
	 * @param string $body Complete body.
	 */
	public function send( string $body ): void {
		$this->page->note_what_was_asked();
		$facts   = $this->facts( $body );
		$right   = $this->page->until()?->getTimestamp();
		$keeping = Keeping::of( $facts, $this->settings->life, null === $right ? null : $right - $this->clock->now()->getTimestamp() );
		if ( 0 === $keeping->seconds ) {
			if ( ! $facts->restricted ) {
				( $this->send )( 'Cache-Control', Keeping::NO_STORE );
			}
			return;
		}
		( $this->send )( 'Expires', '' );
		if ( $this->settings->is_on() ) {
			// Before Cache-Control: nginx believes what it reads first. A time of the page's own is found again by the sweep.
			( $this->send )( Entry::EXPIRES, null !== $right && $right - $this->clock->now()->getTimestamp() === $keeping->seconds ? "@$right" : (string) $keeping->seconds );
			( $this->send )( Entry::SHOWS, $this->page->line() );
		}
		( $this->send )( 'Cache-Control', Keeping::REVALIDATE );
		if ( 200 === $facts->status ) {
			// WordPress's own of feeds doesn't know of names and settings.
			( $this->send )( 'Last-Modified', '' );
			( $this->send )( 'ETag', 'W/"' . hash( 'xxh128', $body ) . '"' );
		}
	}

	private function facts( string $body ): AnswerFacts {
		[ $status, $lines ] = ( $this->sent )();
		return new AnswerFacts(
			method: strtoupper( CurrentRequest::server( 'REQUEST_METHOD' ) ),
			status: $status,
			guest: Viewer::current()->is_guest() && [] === preg_grep( self::PERSONAL, array_map( strval( ... ), array_keys( $_COOKIE ) ) ) && '' === CurrentRequest::server( 'HTTP_AUTHORIZATION' ),
			open: Portals::CLOSED !== get_option( Portals::OPTION_GUESTS ),
			search: is_search() || isset( $_GET['s'] ), // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only whether it is there.
			preview: is_preview() || is_customize_preview() || [] !== preg_grep( self::KEYS, array_map( strval( ... ), array_keys( $_GET ) ) ), // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- names only.
			protected: is_singular() && post_password_required(),
			nonce: $this->page->has_nonce( $body ),
			cookie: [] !== preg_grep( '/^Set-Cookie:/i', $lines ),
			// WordPress says it of everything that isn't there.
			restricted: ! is_404() && [] !== preg_grep( '/^Cache-Control:.*(?:no-store|private|no-cache)/i', $lines ),
			outdated: $this->settings->is_on() && ( $this->folder )()->changed() > $this->began(),
			full: $this->settings->is_on() && ! ( $this->folder )()->has_room(),
		);
	}

	/** When the request came in, seconds since 1970. */
	private function began(): float {
		return is_numeric( $_SERVER['REQUEST_TIME_FLOAT'] ?? null ) ? (float) $_SERVER['REQUEST_TIME_FLOAT'] : 0.0;
	}
}
