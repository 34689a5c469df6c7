<?php
/**
 * The portals of this network.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use LogicException;
use Lernwelt\Core\Persistence\PortalTable;

/** Lists the portals with one query, none where the object cache lasts, and without switching sites. */
final class Portals {

	/** Site meta that holds a portal's id. */
	public const META_ID = 'lernwelt_portal_id';

	/** Site meta that repeats a portal's title, which WordPress keeps in the portal's own options. */
	public const META_NAME = 'lernwelt_portal_name';

	/** Option of a portal: whether guests may see it. */
	public const OPTION_GUESTS = 'lernwelt_guests';

	/** Value of that option on a portal that shows nothing to guests. */
	public const CLOSED = 'none';

	/** Value on all others. */
	public const OPEN = 'all';

	/** Key and group of the object cache, the network's. */
	private const ROWS  = 'portals';
	private const CACHE = 'blog-details';

	/** @var list<array{blog_id: int, id: string, name: string, host: string}>|null */
	private ?array $rows = null;

	/**
	 * @param PortalTable $table Stored portals.
	 */
	public function __construct( private readonly PortalTable $table ) {}

	/**
	 * All portals in service in the order of their creation.
	 *
	 * @return list<Portal>
	 */
	public function all(): array {
		$this->rows ??= $this->read();
		$scheme       = (string) wp_parse_url( home_url(), PHP_URL_SCHEME );
		$current      = get_current_blog_id();

		return array_map(
			static fn ( array $row ): Portal => new Portal(
				$row['blog_id'],
				$row['id'],
				$row['name'],
				$scheme . '://' . $row['host'],
				$current === $row['blog_id']
			),
			$this->rows
		);
	}

	/**
	 * The portal this request runs on.
	 *
	 * @throws LogicException On a site that is archived, deleted or marked as spam.
	 */
	public function current(): Portal {
		foreach ( $this->all() as $portal ) {
			if ( $portal->is_current ) {
				return $portal;
			}
		}
		throw new LogicException( 'The current site is no portal in service.' );
	}

	/** Forgets what was read, after a portal was added, changed or deleted. */
	public function forget(): void {
		$this->rows = null;
		wp_cache_delete( self::ROWS, self::CACHE );
	}

	/** @return list<array{blog_id: int, id: string, name: string, host: string}> */
	private function read(): array {
		/** @var list<array{blog_id: int, id: string, name: string, host: string}>|false $known */
		$known = wp_cache_get( self::ROWS, self::CACHE );
		if ( is_array( $known ) ) {
			return $known;
		}
		$rows = $this->table->rows();
		wp_cache_add( self::ROWS, $rows, self::CACHE, HOUR_IN_SECONDS );
		return $rows;
	}

	/**
	 * Repeats a portal's title where the other portals find it, as plain text.
	 *
	 * @param int    $blog_id Site.
	 * @param string $name    Title as WordPress stores it, with entities.
	 */
	public function rename( int $blog_id, string $name ): void {
		update_site_meta( $blog_id, self::META_NAME, wp_slash( wp_specialchars_decode( $name, ENT_QUOTES ) ) );
		$this->forget();
	}
}
