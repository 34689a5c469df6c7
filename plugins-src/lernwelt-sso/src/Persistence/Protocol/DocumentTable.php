<?php
/**
 * Providers' documents.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Persistence\Protocol;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Sso\Domain\Protocol\DocumentStore;
use wpdb;

/**
 * Network-wide table of what providers publish. No cache of WordPress: the limit for fetching has to hold over all
 * processes and servers, also without a persistent object cache.
 */
final readonly class DocumentTable implements DocumentStore {

	public const NAME = 'lw_sso_documents';

	/**
	 * @param wpdb  $db    Database.
	 * @param Clock $clock Time.
	 */
	public function __construct( private wpdb $db, private Clock $clock ) {}

	public function find( string $url, int $max_age ): ?array {
		$sql      = (string) $this->db->prepare( 'SELECT document FROM %i WHERE url_key = %s AND fetched > %d', $this->name(), self::key( $url ), $this->now() - $max_age );
		$document = json_decode( (string) $this->db->get_var( $sql ), true ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- two lines above.
		return is_array( $document ) ? $document : null;
	}

	public function keep( string $url, array $document ): void {
		Statement::run(
			$this->db,
			'INSERT INTO %i (url_key, document, fetched) VALUES (%s, %s, %d) ON DUPLICATE KEY UPDATE document = VALUES(document), fetched = VALUES(fetched)',
			$this->name(),
			self::key( $url ),
			(string) wp_json_encode( $document ),
			$this->now()
		);
	}

	public function forget( string $url ): void {
		Statement::run( $this->db, 'DELETE FROM %i WHERE url_key = %s', $this->name(), self::key( $url ) );
	}

	public function may_refetch( string $url, int $seconds ): bool {
		return 0 < Statement::run( $this->db, 'UPDATE %i SET refetched = %d WHERE url_key = %s AND refetched <= %d', $this->name(), $this->now(), self::key( $url ), $this->now() - $seconds );
	}

	private function name(): string {
		return $this->db->base_prefix . self::NAME;
	}

	private function now(): int {
		return $this->clock->now()->getTimestamp();
	}

	private static function key( string $url ): string {
		return hash( 'sha256', $url );
	}
}
