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
final class DocumentTable implements DocumentStore {

	public const NAME = 'lw_sso_documents';

	/** @var array<string, array{array<mixed>, int}> Address → document and Unix time, as this request has read them. */
	private array $read = [];

	/**
	 * @param wpdb  $db    Database.
	 * @param Clock $clock Time.
	 */
	public function __construct( private readonly wpdb $db, private readonly Clock $clock ) {}

	public function find( string $url, int $max_age ): ?array {
		if ( ! isset( $this->read[ $url ] ) ) {
			$row      = $this->db->get_row( (string) $this->db->prepare( 'SELECT document, fetched FROM %i WHERE url_key = %s', $this->name(), self::key( $url ) ), ARRAY_A );
			$document = is_array( $row ) ? json_decode( (string) $row['document'], true ) : null;
			if ( ! is_array( $row ) || ! is_array( $document ) ) {
				return null;
			}
			$this->read[ $url ] = [ $document, (int) $row['fetched'] ];
		}
		[ $document, $fetched ] = $this->read[ $url ];
		return $fetched > $this->now() - $max_age ? $document : null;
	}

	public function keep( string $url, array $document ): void {
		$this->read[ $url ] = [ $document, $this->now() ];
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
		unset( $this->read[ $url ] );
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
