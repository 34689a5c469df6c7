<?php
/**
 * Waiting mails.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Address;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Delivery\Backlog;
use Lernwelt\Core\Delivery\QueuedMail;
use Lernwelt\Core\Mail;
use RuntimeException;
use wpdb;

/**
 * The current portal's queue. A row belongs to whoever holds its lease (owner and expiry): a lease outlives its
 * process only until it expires, unlike a lock that a crash leaves behind.
 */
final class MailQueue {

	private const FORMAT = 'Y-m-d H:i:s';

	/**
	 * @param wpdb  $db    Database.
	 * @param Clock $clock Time.
	 */
	public function __construct(
		private readonly wpdb $db,
		private readonly Clock $clock,
	) {}

	/** Full table name on the current portal. */
	public function name(): string {
		return $this->db->prefix . 'lw_mail_queue';
	}

	/**
	 * Adds a mail.
	 *
	 * @param Mail   $mail       Mail.
	 * @param string $message_id Message-ID with angle brackets.
	 * @return int Number of the row.
	 * @throws RuntimeException When the database refuses.
	 */
	public function add( Mail $mail, string $message_id ): int {
		$now = $this->clock->now()->format( self::FORMAT );
		Statement::run(
			$this->db,
			'INSERT INTO %i (message_id, mail, created_at, due_at) VALUES (%s, %s, %s, %s)',
			$this->name(),
			$message_id,
			$mail->to_json(),
			$now,
			$now
		);
		return (int) $this->db->insert_id;
	}

	/**
	 * Takes the next due mail that nobody holds. The attempt counts at once, so that a mail which kills its process
	 * counts too; the lease then keeps it from the next rounds, which deliver the others.
	 *
	 * @param string            $owner Who takes it, up to 32 characters.
	 * @param DateTimeImmutable $until End of the lease, UTC.
	 * @throws RuntimeException When the database refuses.
	 */
	public function take( string $owner, DateTimeImmutable $until ): ?QueuedMail {
		$now  = $this->clock->now()->format( self::FORMAT );
		$free = 'due_at <= %s AND (lease_until IS NULL OR lease_until <= %s)';
		while ( true ) {
			$sql = (string) $this->db->prepare( "SELECT id FROM %i WHERE $free ORDER BY due_at, id LIMIT 1", $this->name(), $now, $now );
			$id  = $this->db->get_var( $sql );
			if ( null === $id ) {
				return null;
			}
			$taken = Statement::run(
				$this->db,
				"UPDATE %i SET lease_owner = %s, lease_until = %s, attempts = attempts + 1 WHERE id = %d AND $free",
				$this->name(),
				$owner,
				$until->format( self::FORMAT ),
				(int) $id,
				$now,
				$now
			);
			$row = 0 === $taken ? null : $this->db->get_row( (string) $this->db->prepare( 'SELECT * FROM %i WHERE id = %d', $this->name(), (int) $id ), ARRAY_A );
			// Somebody else was faster: look for the next one.
			if ( is_array( $row ) ) {
				return new QueuedMail( (int) $row['id'], (string) $row['message_id'], (string) $row['mail'], (int) $row['attempts'] );
			}
		}
	}

	/**
	 * Deletes a mail that was handed over.
	 *
	 * @param int    $id    Row.
	 * @param string $owner Who holds it; somebody else's row stays.
	 * @throws RuntimeException When the database refuses.
	 */
	public function remove( int $id, string $owner ): void {
		Statement::run( $this->db, 'DELETE FROM %i WHERE id = %d AND lease_owner = %s', $this->name(), $id, $owner );
	}

	/**
	 * Gives a mail back for a later attempt.
	 *
	 * @param int               $id    Row.
	 * @param string            $owner Who holds it.
	 * @param DateTimeImmutable $due   Next attempt, UTC.
	 * @param string            $error What went wrong; cut at 250 characters.
	 * @throws RuntimeException When the database refuses.
	 */
	public function give_back( int $id, string $owner, DateTimeImmutable $due, string $error ): void {
		Statement::run(
			$this->db,
			"UPDATE %i SET lease_owner = '', lease_until = NULL, due_at = %s, last_error = %s WHERE id = %d AND lease_owner = %s",
			$this->name(),
			$due->format( self::FORMAT ),
			mb_substr( $error, 0, 250 ),
			$id,
			$owner
		);
	}

	/**
	 * Waiting mails to an address.
	 *
	 * @param string $email Address in lower case.
	 * @return array<int, array{mail: Mail, at: string}> Number of the row → mail and when it was queued, UTC.
	 */
	public function to( string $email ): array {
		$sql   = (string) $this->db->prepare( 'SELECT id, mail, created_at FROM %i WHERE mail LIKE %s', $this->name(), '%' . $this->db->esc_like( (string) json_encode( $email, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE ) ) . '%' );
		$found = [];
		foreach ( Bulk::rows( $this->db, $sql ) as $row ) {
			$mail = Mail::from_json( (string) $row['mail'] );
			if ( in_array( $email, array_map( static fn ( Address $to ): string => mb_strtolower( $to->email ), $mail->to ), true ) ) {
				$found[ (int) $row['id'] ] = [
					'mail' => $mail,
					'at'   => (string) $row['created_at'],
				];
			}
		}
		return $found;
	}

	/**
	 * Deletes a mail, whoever holds it.
	 *
	 * @param int $id Row.
	 * @return bool Whether it was there.
	 * @throws RuntimeException When the database refuses.
	 */
	public function drop( int $id ): bool {
		return 1 === Statement::run( $this->db, 'DELETE FROM %i WHERE id = %d', $this->name(), $id );
	}

	/**
	 * Deletes mails queued before an instant, whoever holds them.
	 *
	 * @param DateTimeImmutable $before Instant, UTC.
	 * @return int How many.
	 * @throws RuntimeException When the database refuses.
	 */
	public function purge( DateTimeImmutable $before ): int {
		return Statement::run( $this->db, 'DELETE FROM %i WHERE created_at <= %s', $this->name(), $before->format( self::FORMAT ) );
	}

	/**
	 * State of the queue in numbers.
	 *
	 * @throws RuntimeException When the database refuses.
	 */
	public function backlog(): Backlog {
		$sql = (string) $this->db->prepare( "SELECT COUNT(*) AS count_all, SUM(CASE WHEN last_error <> '' THEN 1 ELSE 0 END) AS failed, MIN(created_at) AS oldest FROM %i", $this->name() );
		$row = Bulk::rows( $this->db, $sql )[0] ?? [];
		$all = (int) ( $row['count_all'] ?? 0 );
		return new Backlog(
			$all - (int) ( $row['failed'] ?? 0 ),
			(int) ( $row['failed'] ?? 0 ),
			0 === $all ? null : new DateTimeImmutable( (string) ( $row['oldest'] ?? '' ), new DateTimeZone( 'UTC' ) )
		);
	}

	/**
	 * State of the queue without anybody's data.
	 *
	 * @return list<array{id: int, attempts: int, created_at: string, due_at: string, last_error: string}>
	 */
	public function overview(): array {
		$sql  = (string) $this->db->prepare( 'SELECT id, attempts, created_at, due_at, last_error FROM %i ORDER BY id', $this->name() );
		$rows = [];
		foreach ( (array) $this->db->get_results( $sql, ARRAY_A ) as $row ) {
			$rows[] = [
				'id'         => (int) $row['id'],
				'attempts'   => (int) $row['attempts'],
				'created_at' => (string) $row['created_at'],
				'due_at'     => (string) $row['due_at'],
				'last_error' => (string) $row['last_error'],
			];
		}
		return $rows;
	}
}
