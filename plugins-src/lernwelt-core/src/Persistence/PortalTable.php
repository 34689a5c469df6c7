<?php
/**
 * Stored portals.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence;

use Lernwelt\Core\Portals;
use wpdb;

/** Reads WordPress's list of sites together with what we keep beside it. */
final class PortalTable {

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private readonly wpdb $db ) {}

	/**
	 * Sites in service.
	 *
	 * @return list<array{blog_id: int, id: string, name: string, host: string}> Host with port and path.
	 */
	public function rows(): array {
		$found = $this->db->get_results(
			(string) $this->db->prepare(
				'SELECT b.blog_id, b.domain, b.path, i.meta_value AS id, n.meta_value AS name FROM %i b
				LEFT JOIN %i i ON i.blog_id = b.blog_id AND i.meta_key = %s
				LEFT JOIN %i n ON n.blog_id = b.blog_id AND n.meta_key = %s
				WHERE b.archived = 0 AND b.deleted = 0 AND b.spam = 0 ORDER BY b.blog_id',
				$this->db->blogs,
				$this->db->blogmeta,
				Portals::META_ID,
				$this->db->blogmeta,
				Portals::META_NAME
			),
			ARRAY_A
		);
		$rows = [];
		foreach ( is_array( $found ) ? $found : [] as $row ) {
			$rows[] = [
				'blog_id' => (int) $row['blog_id'],
				'id'      => (string) ( $row['id'] ?? explode( '.', (string) $row['domain'] )[0] ),
				'name'    => (string) ( $row['name'] ?? $row['domain'] ),
				'host'    => $row['domain'] . $row['path'],
			];
		}
		return $rows;
	}
}
