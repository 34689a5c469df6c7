<?php
/**
 * Lines of the mail log.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Delivery\LoggedMail;
use RuntimeException;
use wpdb;

/** The current portal's mail log. */
final class MailLogTable {

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
		return $this->db->prefix . 'lw_mail_log';
	}

	/**
	 * Adds the line of a mail that was queued now.
	 *
	 * @param string $message_id Message-ID with angle brackets.
	 * @param string $topic      What it is about; may be empty.
	 * @throws RuntimeException When the database refuses, also a Message-ID that is there already.
	 */
	public function add( string $message_id, string $topic ): void {
		Statement::run( $this->db, 'INSERT INTO %i (message_id, topic, queued_at) VALUES (%s, %s, %s)', $this->name(), $message_id, $topic, $this->now() );
	}

	/**
	 * Whether a server took a mail already.
	 *
	 * @param string $message_id Message-ID with angle brackets.
	 * @throws RuntimeException When the database refuses: nobody knows then, so nothing may be sent.
	 */
	public function is_handed_over( string $message_id ): bool {
		$silenced = $this->db->suppress_errors();
		$count    = $this->db->get_var( (string) $this->db->prepare( 'SELECT COUNT(*) FROM %i WHERE message_id = %s AND handed_over_at IS NOT NULL', $this->name(), $message_id ) );
		$this->db->suppress_errors( $silenced );
		if ( null === $count ) {
			throw new RuntimeException( 'The mail log can\'t be read: ' . Statement::reason( $this->db->last_error ) );
		}
		return 0 < (int) $count;
	}

	/**
	 * Records that a server took a mail; the first time stays.
	 *
	 * @param string $message_id Message-ID with angle brackets.
	 * @throws RuntimeException When the database refuses.
	 */
	public function record_hand_over( string $message_id ): void {
		Statement::run( $this->db, 'UPDATE %i SET handed_over_at = %s WHERE message_id = %s AND handed_over_at IS NULL', $this->name(), $this->now(), $message_id );
	}

	/**
	 * The mails about something, oldest first.
	 *
	 * @param string $topic What they are about.
	 * @return list<LoggedMail>
	 * @throws RuntimeException When the database refuses.
	 */
	public function of_topic( string $topic ): array {
		$sql  = (string) $this->db->prepare( 'SELECT message_id, topic, queued_at, handed_over_at FROM %i WHERE topic = %s ORDER BY id', $this->name(), $topic );
		$rows = [];
		foreach ( Bulk::rows( $this->db, $sql ) as $row ) {
			$rows[] = new LoggedMail(
				(string) $row['message_id'],
				(string) $row['topic'],
				self::instant( (string) $row['queued_at'] ),
				null === $row['handed_over_at'] ? null : self::instant( (string) $row['handed_over_at'] )
			);
		}
		return $rows;
	}

	/**
	 * Deletes the lines of topics, and their mails that still wait.
	 *
	 * @param non-empty-list<string> $topics Topics.
	 * @return int How many lines.
	 * @throws RuntimeException When the database refuses.
	 */
	public function forget( array $topics ): int {
		$places = implode( ', ', array_fill( 0, count( $topics ), '%s' ) );
		Statement::run( $this->db, "DELETE FROM %i WHERE message_id IN (SELECT message_id FROM %i WHERE topic IN ($places))", $this->db->prefix . 'lw_mail_queue', $this->name(), ...$topics );
		return Statement::run( $this->db, "DELETE FROM %i WHERE topic IN ($places)", $this->name(), ...$topics );
	}

	/**
	 * Deletes the lines of all topics of one kind; their mails that still wait are sent.
	 *
	 * @param string $kind What stands before the number, e.g. `booking`.
	 * @return int How many lines.
	 * @throws RuntimeException When the database refuses.
	 */
	public function forget_kind( string $kind ): int {
		return Statement::run( $this->db, 'DELETE FROM %i WHERE topic LIKE %s', $this->name(), $this->db->esc_like( "$kind:" ) . '%' );
	}

	/**
	 * Deletes lines of mails queued before an instant.
	 *
	 * @param DateTimeImmutable $before Instant, UTC.
	 * @return int How many.
	 * @throws RuntimeException When the database refuses.
	 */
	public function purge( DateTimeImmutable $before ): int {
		return Statement::run( $this->db, 'DELETE FROM %i WHERE queued_at <= %s', $this->name(), $before->format( self::FORMAT ) );
	}

	private function now(): string {
		return $this->clock->now()->format( self::FORMAT );
	}

	private static function instant( string $value ): DateTimeImmutable {
		return new DateTimeImmutable( $value, new DateTimeZone( 'UTC' ) );
	}
}
