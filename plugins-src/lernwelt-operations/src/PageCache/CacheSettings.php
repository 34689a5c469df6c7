<?php
/**
 * Where the page cache is.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\PageCache;

/** What config.php says of the page cache in front of WordPress; nothing on a machine without one. */
final readonly class CacheSettings {

	/** Seconds a page is kept: changes refresh it, this is for what nobody noticed. */
	private const LIFE = 3600;

	/**
	 * @param string $directory Folder with one folder for each portal, '' when there is no cache.
	 * @param string $endpoint  Address of the web server on this machine, e.g. `https://127.0.0.1:8443`; '' when pages can only be deleted.
	 * @param string $secret    What makes the web server put a page in the place of the one it has.
	 * @param string $ca_file   Certificates that the web server's one has to come from, '' for none on the loopback.
	 * @param int    $life      Seconds a page is kept at most: 60 where several machines have caches of their own.
	 */
	public function __construct( public string $directory, public string $endpoint, public string $secret, public string $ca_file = '', public int $life = self::LIFE ) {}

	/** As config.php says. */
	public static function from_constants(): self {
		$text = static fn ( string $name ): string => defined( $name ) ? (string) constant( $name ) : '';
		$life = (int) $text( 'LERNWELT_PAGE_CACHE_LIFE' );
		return new self( rtrim( $text( 'LERNWELT_PAGE_CACHE_DIR' ), '/' ), $text( 'LERNWELT_PAGE_CACHE_ENDPOINT' ), $text( 'LERNWELT_PAGE_CACHE_SECRET' ), $text( 'LERNWELT_PAGE_CACHE_CA_FILE' ), $life > 0 ? $life : self::LIFE );
	}

	/** Whether there is a cache. */
	public function is_on(): bool {
		return '' !== $this->directory;
	}

	/** Whether pages can be made anew, or only deleted. */
	public function can_refresh(): bool {
		return '' !== $this->endpoint && '' !== $this->secret;
	}
}
