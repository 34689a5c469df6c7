<?php
/**
 * Portal by portal.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Application;

use Closure;
use Lernwelt\Core\Portal;
use Lernwelt\Core\Portals;

/** Looks at something on every portal within one request. Only for what core and WordPress keep: other plugins aren't loaded there. */
final readonly class OnPortals {

	/**
	 * @param Portals $portals Portals of the network.
	 */
	public function __construct( private Portals $portals ) {}

	/**
	 * What is so on each portal.
	 *
	 * @template T
	 * @param Closure(Portal): T $look Looks at the portal, which is the current one then.
	 * @return array<string, T> By portal's id.
	 */
	public function each( Closure $look ): array {
		$found = [];
		foreach ( $this->portals->all() as $portal ) {
			switch_to_blog( $portal->blog_id );
			try {
				$found[ $portal->id ] = $look( $portal );
			} finally {
				restore_current_blog();
			}
		}
		return $found;
	}
}
