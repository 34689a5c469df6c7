<?php
/**
 * Sessions.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Persistence\Session;

use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Sso\Domain\Session\KeptSessions;
use Lernwelt\Sso\Domain\Session\Session;
use Lernwelt\Sso\Domain\Session\SessionKind;
use SensitiveParameter;
use wpdb;

/**
 * Network-wide table, one row a session. Rows are deleted by number only: a range would lock others that are just
 * being written. What was read is remembered for the request.
 */
final readonly class SessionTable implements KeptSessions {

	public const NAME = 'lw_sessions';

	private const CACHE = 'lernwelt_sessions';

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {
		// Sessions end at once everywhere: no copy outlives the request.
		wp_cache_add_non_persistent_groups( self::CACHE );
	}

	public function insert( Session $session, ?string $sid_key = null, ?string $subject_key = null ): bool {
		wp_cache_delete( $session->verifier, self::CACHE );
		$done = Statement::run(
			$this->db,
			"INSERT IGNORE INTO %i (verifier, user_id, portal, kind, sid_key, subject_key, sealed, renew_at, created, seen, expires) VALUES (%s, %d, %d, %s, NULLIF(%s, ''), NULLIF(%s, ''), %s, %d, %d, %d, %d)",
			$this->name(),
			$session->verifier,
			$session->user_id,
			$session->portal,
			$session->kind->value,
			(string) $sid_key,
			(string) $subject_key,
			$session->sealed,
			$session->renew_at,
			$session->created,
			$session->seen,
			$session->expires
		);
		return 0 < $done;
	}

	public function find( string $verifier, bool $fresh = false ): ?Session {
		$row = $fresh ? false : wp_cache_get( $verifier, self::CACHE );
		if ( ! is_array( $row ) ) {
			$row = $this->db->get_row( (string) $this->db->prepare( 'SELECT * FROM %i WHERE verifier = %s', $this->name(), $verifier ), ARRAY_A );
			wp_cache_set( $verifier, is_array( $row ) ? $row : [], self::CACHE );
		}
		return is_array( $row ) && [] !== $row ? self::session( $row ) : null;
	}

	public function get( int $id ): ?Session {
		$row = $this->db->get_row( (string) $this->db->prepare( 'SELECT * FROM %i WHERE id = %d', $this->name(), $id ), ARRAY_A );
		return is_array( $row ) ? self::session( $row ) : null;
	}

	public function touch( Session $session, int $now ): void {
		Statement::run( $this->db, 'UPDATE %i SET seen = %d WHERE id = %d AND seen <= %d', $this->name(), $now, $session->id, $now - Session::SEEN_EVERY );
		wp_cache_delete( $session->verifier, self::CACHE );
	}

	public function keep_tokens( Session $session, #[SensitiveParameter] string $sealed, int $renew_at ): void {
		Statement::run( $this->db, 'UPDATE %i SET sealed = %s, renew_at = %d WHERE id = %d', $this->name(), $sealed, $renew_at, $session->id );
		wp_cache_delete( $session->verifier, self::CACHE );
	}

	public function move_end( string $verifier, int $user_id, int $expires ): void {
		Statement::run( $this->db, 'UPDATE %i SET expires = %d WHERE verifier = %s AND user_id = %d', $this->name(), $expires, $verifier, $user_id );
		wp_cache_delete( $verifier, self::CACHE );
	}

	public function delete( array $sessions ): int {
		$deleted = 0;
		foreach ( $sessions as $session ) {
			$deleted += Statement::run( $this->db, 'DELETE FROM %i WHERE id = %d', $this->name(), $session->id );
			wp_cache_delete( $session->verifier, self::CACHE );
		}
		return $deleted;
	}

	public function of_user( int $user_id, ?int $portal = null ): array {
		return 0 === $user_id ? [] : $this->rows( (string) $this->db->prepare( 'SELECT * FROM %i WHERE user_id = %d AND (0 = %d OR portal = %d) ORDER BY id', $this->name(), $user_id, (int) $portal, (int) $portal ) );
	}

	public function of_sid( string $sid_key ): array {
		return $this->rows( (string) $this->db->prepare( 'SELECT * FROM %i WHERE sid_key = %s', $this->name(), $sid_key ) );
	}

	public function of_subject( string $subject_key ): array {
		return $this->rows( (string) $this->db->prepare( 'SELECT * FROM %i WHERE subject_key = %s', $this->name(), $subject_key ) );
	}

	public function page( int $portal, int $now, int $offset, int $limit ): array {
		return $this->rows( (string) $this->db->prepare( 'SELECT * FROM %i WHERE (0 = %d OR portal = %d) AND expires > %d ORDER BY id DESC LIMIT %d, %d', $this->name(), $portal, $portal, $now, $offset, $limit ) );
	}

	public function count( int $portal, int $now ): int {
		return (int) $this->db->get_var( (string) $this->db->prepare( 'SELECT COUNT(*) FROM %i WHERE (0 = %d OR portal = %d) AND expires > %d', $this->name(), $portal, $portal, $now ) );
	}

	public function over( int $now, int $unused ): array {
		return $this->rows( (string) $this->db->prepare( 'SELECT * FROM %i WHERE expires <= %d OR seen <= %d LIMIT 500', $this->name(), $now, $unused ) );
	}

	private function name(): string {
		return $this->db->base_prefix . self::NAME;
	}

	/** @return list<Session> */
	private function rows( string $sql ): array {
		$rows = $this->db->get_results( $sql, ARRAY_A ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- prepared by the methods above.
		return is_array( $rows ) ? array_map( self::session( ... ), array_values( $rows ) ) : [];
	}

	/** @param array<string, mixed> $row */
	private static function session( array $row ): Session {
		return new Session(
			(int) $row['id'],
			(string) $row['verifier'],
			(int) $row['user_id'],
			(int) $row['portal'],
			SessionKind::from( (string) $row['kind'] ),
			(int) $row['created'],
			(int) $row['seen'],
			(int) $row['expires'],
			(int) $row['renew_at'],
			(string) $row['sealed']
		);
	}
}
