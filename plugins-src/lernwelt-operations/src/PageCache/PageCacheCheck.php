<?php
/**
 * The page cache.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\PageCache;

use Lernwelt\Core\Health\HealthCheck;
use Lernwelt\Core\Health\HealthResult;
use Lernwelt\Core\Health\HealthScope;

/** Whether WordPress can bring the copies of pages up to date. Without that, changes show only when copies are too old. */
final readonly class PageCacheCheck implements HealthCheck {

	/** Milliseconds to wait for the web server. */
	private const WAIT = 500;

	/**
	 * @param CacheSettings $settings Settings.
	 */
	public function __construct( private CacheSettings $settings ) {}

	public function label(): string {
		return __( 'Page cache', 'lernwelt-operations' );
	}

	public function purpose(): string {
		return __( 'Keeps pages for guests, so that the portals are fast and can be read while something is out of order.', 'lernwelt-operations' );
	}

	public function advice(): string {
		return __( 'Web server and PHP must run as the same user, and page_cache in config.php must name the folder and the address of the web server on this machine. What editors change may show only after an hour until then.', 'lernwelt-operations' );
	}

	public function is_critical(): bool {
		return false;
	}

	public function scope(): HealthScope {
		return HealthScope::Network;
	}

	public function run(): HealthResult {
		return match ( true ) {
			! $this->settings->is_on() => HealthResult::ok( __( 'No page cache is set up; every page is made for each visitor.', 'lernwelt-operations' ) ),
			! is_dir( $this->settings->directory ) || ! wp_is_writable( $this->settings->directory ) => HealthResult::failed( __( 'WordPress cannot write to the folder of the page cache: visitors may see old pages.', 'lernwelt-operations' ) ),
			! $this->settings->can_refresh() => HealthResult::warning( __( 'Changed pages can only be deleted from the page cache, not made anew: the next visitor has to wait.', 'lernwelt-operations' ) ),
			! $this->answers() => HealthResult::warning( __( 'The web server does not answer WordPress. Changed pages are deleted from the page cache instead of made anew.', 'lernwelt-operations' ) ),
			default => HealthResult::ok( __( 'Changed pages are made anew at once.', 'lernwelt-operations' ) ),
		};
	}

	private function answers(): bool {
		$request = curl_init( $this->settings->endpoint );
		if ( false === $request ) {
			return false;
		}
		// Only whether somebody is there; what it says has a certificate of another name.
		curl_setopt_array( $request, [ CURLOPT_CONNECT_ONLY => true, CURLOPT_CONNECTTIMEOUT_MS => self::WAIT, CURLOPT_SSL_VERIFYPEER => false, CURLOPT_SSL_VERIFYHOST => 0, CURLOPT_PROXY => '' ] );
		return false !== curl_exec( $request );
	}
}
