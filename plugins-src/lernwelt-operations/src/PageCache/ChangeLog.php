<?php
/**
 * What changed in this request.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\PageCache;

use Lernwelt\Core\Logging\Log;
use Lernwelt\Core\Portals;
use Lernwelt\Operations\Domain\PageCache\ChangedParts;
use Throwable;

/** Collects changes and has the pages they concern refreshed once, when the answer is on its way. */
final class ChangeLog {

	/** @var array<int, array<string, true>> WordPress's number of the portal → parts. */
	private array $changes = [];

	/**
	 * @param Pages   $pages   Pages.
	 * @param Portals $portals Portals.
	 */
	public function __construct( private readonly Pages $pages, private readonly Portals $portals ) {}

	/**
	 * Notes a change on the current portal.
	 *
	 * @param list<string> $parts Parts, see Lernwelt\Core\PageParts.
	 */
	public function add( array $parts ): void {
		$this->changes[ get_current_blog_id() ] = array_fill_keys( $parts, true ) + ( $this->changes[ get_current_blog_id() ] ?? [] );
	}

	/**
	 * Notes a change on all portals.
	 *
	 * @param string $part Part.
	 */
	public function add_everywhere( string $part ): void {
		foreach ( $this->portals->all() as $portal ) {
			$this->changes[ $portal->blog_id ][ $part ] = true;
		}
	}

	/**
	 * What changed on a portal so far.
	 *
	 * @param int $blog_id Its number.
	 * @return list<string>
	 */
	public function of( int $blog_id ): array {
		return array_map( strval( ... ), array_keys( $this->changes[ $blog_id ] ?? [] ) );
	}

	/** Refreshes the pages. Whoever changed something isn't kept waiting, and never hears of a fault here: it is logged. */
	public function settle(): void {
		if ( [] === $this->changes ) {
			return;
		}
		if ( function_exists( 'fastcgi_finish_request' ) ) {
			fastcgi_finish_request();
		}
		ignore_user_abort( true );
		foreach ( $this->portals->all() as $portal ) {
			$parts = $this->of( $portal->blog_id );
			try {
				if ( [] !== $parts ) {
					$this->pages->refresh( $portal, new ChangedParts( $parts ) );
				}
			} catch ( Throwable $fault ) {
				Log::say( "Lernwelt: pages of \"$portal->id\" in the page cache could not be refreshed. {$fault->getMessage()}" );
			}
		}
		$this->changes = [];
	}
}
