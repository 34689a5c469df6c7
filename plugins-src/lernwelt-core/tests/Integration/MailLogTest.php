<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use DateInterval;
use Lernwelt\Core\Address;
use Lernwelt\Core\Attachment;
use Lernwelt\Core\Core;
use Lernwelt\Core\Delivery\DeliveryFailed;
use Lernwelt\Core\Delivery\Postman;
use Lernwelt\Core\Mail;
use Lernwelt\Core\Mailer;
use Lernwelt\Core\MailLog;
use Lernwelt\Core\Persistence\MailLogTable;
use Lernwelt\Core\Persistence\MailQueue;
use Lernwelt\Core\Persistence\Migrations\M0006CreateMailLog;
use Lernwelt\Core\Sweep;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\Processes;
use RuntimeException;

/** What became of mails, and files that go along with them. */
final class MailLogTest extends IntegrationTestCase {

	/** Delivers in a process of its own, with a transport that says on STDERR which mail it took; %s may end the process. */
	private const DELIVER = 'global $wpdb;
		$clock     = new \Lernwelt\Core\SystemClock();
		$transport = new class() implements \Lernwelt\Core\Delivery\Transport {
			public function send( \Lernwelt\Core\Mail $mail, string $message_id ): void { fwrite( STDERR, $message_id ); %s }
		};
		%s
		( new \Lernwelt\Core\Delivery\Postman( new \Lernwelt\Core\Persistence\MailQueue( $wpdb, $clock ), new \Lernwelt\Core\Persistence\MailLogTable( $wpdb, $clock ), $transport, $clock ) )->deliver();';

	private FrozenClock $clock;

	private MailQueue $queue;

	private MailLogTable $table;

	private MailLog $log;

	private FakeTransport $server;

	protected function setUp(): void {
		global $wpdb;
		parent::setUp();
		$this->clock  = new FrozenClock();
		$this->queue  = new MailQueue( $wpdb, $this->clock );
		$this->table  = new MailLogTable( $wpdb, $this->clock );
		$this->log    = new MailLog( $this->table, $this->clock );
		$this->server = new FakeTransport();
	}

	public function test_a_mail_has_one_line_from_the_queue_to_the_server(): void {
		$this->enqueue( 'booking:17' );
		$this->enqueue( 'booking:18' );
		[ $waiting ] = $this->log->of_topic( 'booking:17' );
		self::assertSame( [ 'booking:17', '2026-03-02 08:00:00', null ], [ $waiting->topic, $waiting->queued_at->format( 'Y-m-d H:i:s' ), $waiting->handed_over_at ] );

		$this->clock->advance( '+90 seconds' );
		$this->postman()->deliver();
		[ $sent ] = $this->log->of_topic( 'booking:17' );
		self::assertSame( [ $waiting->message_id, '2026-03-02 08:01:30' ], [ $sent->message_id, $sent->handed_over_at?->format( 'Y-m-d H:i:s' ) ] );
		self::assertSame( $sent->message_id, $this->server->sent[0]['message_id'] );
		self::assertCount( 1, $this->log->of_topic( 'booking:17' ) );
		self::assertSame( [], $this->log->of_topic( '' ) );
	}

	public function test_it_knows_neither_persons_nor_words(): void {
		global $wpdb;
		$this->enqueue( 'booking:17' );
		$row = wp_json_encode( $wpdb->get_row( "SELECT * FROM {$wpdb->prefix}lw_mail_log", ARRAY_A ) );
		self::assertStringNotContainsString( 'zoe', (string) $row );
		self::assertStringNotContainsString( 'Geheim', (string) $row );
	}

	public function test_files_lie_in_the_queue_byte_by_byte(): void {
		$every_byte = implode( '', array_map( chr( ... ), range( 0, 255 ) ) );
		$mail       = new Mail(
			[ new Address( 'zoe@example.org' ) ],
			'Mit Dateien',
			'Text',
			attachments: [
				new Attachment( 'Übersicht 😀.pdf', 'application/pdf', str_repeat( $every_byte, 11_000 ) ),
				new Attachment( 'invite.ics', 'text/calendar; method=REQUEST; charset=UTF-8', "BEGIN:VCALENDAR\r\nX:Gr\u{FC}\u{DF}e 'x' \\n %s\r\n" ),
			],
			topic: 'booking:17'
		);
		$this->mailer()->enqueue( $mail );
		$this->postman()->deliver();

		self::assertCount( 1, $this->server->sent );
		self::assertEquals( $mail, $this->server->sent[0]['mail'] );
	}

	public function test_mails_queued_by_an_older_version_are_sent_and_logged(): void {
		global $wpdb;
		$this->work_without_rollback();
		$old = '{"to":[{"email":"zoe@example.org","name":"Zoë"}],"subject":"Alt","text":"Text","reply_to":null,"locale":"de_DE"}';
		$wpdb->insert( $this->queue->name(), [ 'message_id' => '<old@lernwelt-lsa.localhost>', 'mail' => $old, 'created_at' => '2026-03-02 07:30:00', 'due_at' => '2026-03-02 07:30:00' ] );
		$this->enqueue( 'booking:17' );
		( new M0006CreateMailLog() )->up( $wpdb );
		( new M0006CreateMailLog() )->up( $wpdb );

		self::assertSame( [ 'Alt', 'Geheim' ], $this->deliver_all() );
		self::assertEquals( new Mail( [ new Address( 'zoe@example.org', 'Zoë' ) ], 'Alt', 'Text', null, 'de_DE' ), $this->server->sent[0]['mail'] );
		[ $logged ] = $this->log->of_topic( '' );
		self::assertSame( [ '<old@lernwelt-lsa.localhost>', '2026-03-02 07:30:00', '2026-03-02 08:00:00' ], [ $logged->message_id, $logged->queued_at->format( 'Y-m-d H:i:s' ), $logged->handed_over_at?->format( 'Y-m-d H:i:s' ) ] );
		self::assertSame( '2', $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}lw_mail_log" ) );
	}

	public function test_a_crash_between_hand_over_and_record_repeats_with_the_same_message_id_and_one_line(): void {
		$this->work_without_rollback();
		Core::services()->mailer->enqueue( self::mail( 'booking:17' ) );
		$message_id = $this->log->of_topic( 'booking:17' )[0]->message_id;
		self::assertSame( $message_id, $this->crash( 'exit( 1 );', '' ) );
		self::assertNull( $this->log->of_topic( 'booking:17' )[0]->handed_over_at );

		$this->be_now();
		self::assertSame( [], $this->deliver_all(), 'the lease still holds' );
		$this->clock->advance( '+5 minutes' );
		self::assertSame( [ 'Geheim' ], $this->deliver_all() );
		self::assertSame( $message_id, $this->server->sent[0]['message_id'] );
		$lines = $this->log->of_topic( 'booking:17' );
		self::assertCount( 1, $lines );
		self::assertNotNull( $lines[0]->handed_over_at );
		self::assertSame( [], $this->queue->overview() );
	}

	public function test_a_crash_between_record_and_deletion_sends_nothing_twice(): void {
		$this->work_without_rollback();
		Core::services()->mailer->enqueue( self::mail( 'booking:17' ) );
		$dies = 'add_filter( "query", static function ( string $sql ): string { if ( str_starts_with( $sql, "DELETE FROM `{$GLOBALS[\'wpdb\']->prefix}lw_mail_queue`" ) ) { exit( 1 ); } return $sql; } );';
		self::assertSame( $this->log->of_topic( 'booking:17' )[0]->message_id, $this->crash( '', $dies ) );
		$handed_over_at = $this->log->of_topic( 'booking:17' )[0]->handed_over_at;
		self::assertNotNull( $handed_over_at );
		self::assertCount( 1, $this->queue->overview() );

		$this->be_now();
		$this->clock->advance( '+5 minutes' );
		self::assertSame( [], $this->deliver_all() );
		self::assertSame( [], $this->queue->overview(), 'only the row was left to delete' );
		self::assertEquals( [ $handed_over_at ], array_column( $this->log->of_topic( 'booking:17' ), 'handed_over_at' ) );
	}

	public function test_the_first_hand_over_stays(): void {
		$this->enqueue( 'booking:17' );
		$this->postman()->deliver();
		$this->clock->advance( '+1 hour' );
		$this->table->record_hand_over( $this->server->sent[0]['message_id'] );
		self::assertSame( '2026-03-02 08:00:00', $this->log->of_topic( 'booking:17' )[0]->handed_over_at?->format( 'Y-m-d H:i:s' ) );
	}

	public function test_a_server_that_is_down_loses_nothing_and_its_mails_count_as_waiting_for_a_week(): void {
		$this->enqueue( 'booking:17' );
		$this->server->problem = new DeliveryFailed( 'connection refused', true );
		for ( $day = 0; $day < 6; ++$day ) {
			self::assertSame( 0, $this->postman()->deliver() );
			self::assertSame( 0, $this->postman()->purge() );
			$this->clock->advance( '+1 day' );
		}
		self::assertFalse( $this->log->of_topic( 'booking:17' )[0]->is_given_up( $this->clock->now() ) );

		$later                 = $this->clock->now()->add( new DateInterval( 'P1D' ) );
		$this->server->problem = null;
		self::assertTrue( $this->log->of_topic( 'booking:17' )[0]->is_given_up( $later ), 'a day later it would be' );
		self::assertSame( 1, $this->postman()->deliver() );
		self::assertFalse( $this->log->of_topic( 'booking:17' )[0]->is_given_up( $later ) );
	}

	public function test_a_mail_is_dropped_with_the_transaction_around_it(): void {
		$this->work_without_rollback();
		wp_clear_scheduled_hook( Mailer::DELIVER );
		try {
			Core::services()->transaction->run(
				function (): never {
					Core::services()->mailer->enqueue( self::mail( 'booking:17' ) );
					throw new RuntimeException( 'the last seat is gone' );
				}
			);
		} catch ( RuntimeException $problem ) {
			self::assertSame( 'the last seat is gone', $problem->getMessage() );
		}
		self::assertSame( [], $this->queue->overview() );
		self::assertSame( [], $this->log->of_topic( 'booking:17' ) );
		self::assertFalse( wp_next_scheduled( Mailer::DELIVER ) );
	}

	public function test_a_mail_is_kept_with_the_transaction_and_delivery_asked_for_after_it_on_its_own_portal(): void {
		$this->work_without_rollback();
		wp_clear_scheduled_hook( Mailer::DELIVER );
		$this->go_to_portal( 'startchancen' );
		wp_clear_scheduled_hook( Mailer::DELIVER );
		restore_current_blog();
		Core::services()->transaction->run(
			function (): void {
				$this->go_to_portal( 'startchancen' );
				Core::services()->mailer->enqueue( self::mail( 'booking:17' ) );
				self::assertFalse( wp_next_scheduled( Mailer::DELIVER ) );
				restore_current_blog();
			}
		);

		self::assertFalse( wp_next_scheduled( Mailer::DELIVER ), 'nothing waits here' );
		self::assertSame( [], $this->log->of_topic( 'booking:17' ) );
		$this->go_to_portal( 'startchancen' );
		self::assertNotFalse( wp_next_scheduled( Mailer::DELIVER ) );
		self::assertCount( 1, $this->log->of_topic( 'booking:17' ) );
		self::assertCount( 1, $this->queue->overview() );
	}

	public function test_a_log_that_refuses_leaves_no_mail_in_the_queue(): void {
		global $wpdb;
		$this->work_without_rollback();
		$down = static fn ( string $query ): string => str_contains( $query, "INSERT INTO `{$wpdb->prefix}lw_mail_log`" ) ? 'SELECT nothing FROM nowhere' : $query;
		add_filter( 'query', $down );
		try {
			$this->enqueue( 'booking:17' );
			self::fail( 'no exception' );
		} catch ( RuntimeException $problem ) {
			self::assertStringStartsWith( 'The database refused a statement', $problem->getMessage() );
		} finally {
			remove_filter( 'query', $down );
		}
		self::assertSame( [], $this->queue->overview() );
	}

	public function test_nothing_is_sent_while_the_log_can_not_be_read(): void {
		global $wpdb;
		$this->work_without_rollback();
		$this->enqueue( 'booking:17' );
		$down = static fn ( string $query ): string => str_starts_with( $query, 'SELECT COUNT(*) FROM `' . $wpdb->prefix . 'lw_mail_log`' ) ? 'SELECT nothing FROM nowhere' : $query;
		add_filter( 'query', $down );
		self::assertSame( 0, $this->postman()->deliver() );
		remove_filter( 'query', $down );
		self::assertSame( 0, $this->server->attempts );
		self::assertStringStartsWith( 'The mail log can\'t be read: ', $this->queue->overview()[0]['last_error'] );

		$this->clock->advance( '+1 minute' );
		self::assertSame( 1, $this->postman()->deliver() );
	}

	public function test_topics_are_forgotten_and_their_mails_not_sent_any_more(): void {
		foreach ( [ 'booking:17', 'booking:18', 'booking:19' ] as $topic ) {
			$this->enqueue( $topic );
		}
		self::assertSame( 2, $this->log->forget_topic( 'booking:17', 'booking:19', 'booking:20' ) );
		self::assertSame( 0, $this->log->forget_topic() );
		self::assertSame( [ 0, 1, 0 ], array_map( fn ( string $topic ): int => count( $this->log->of_topic( $topic ) ), [ 'booking:17', 'booking:18', 'booking:19' ] ) );
		self::assertSame( 1, $this->postman()->deliver() );
		self::assertSame( [], $this->log->of_topic( 'booking:17' ), 'what was forgotten does not come back' );
	}

	public function test_a_kind_is_forgotten_and_no_other(): void {
		foreach ( [ 'booking:17', 'booking:18', 'bookings:1', 'form:17' ] as $topic ) {
			$this->enqueue( $topic );
		}
		self::assertSame( 2, $this->log->forget_kind( 'booking' ) );
		self::assertSame( [ 0, 1, 1 ], array_map( fn ( string $topic ): int => count( $this->log->of_topic( $topic ) ), [ 'booking:18', 'bookings:1', 'form:17' ] ) );
	}

	public function test_nothing_stays_longer_than_thirteen_months(): void {
		$this->enqueue( 'booking:17' );
		$this->clock->advance( '+1 day' );
		$this->enqueue( 'booking:18' );
		$this->clock->advance( '-1 day +13 months -1 second' );
		self::assertSame( 0, $this->log->purge() );
		$this->clock->advance( '+1 second' );
		self::assertSame( 1, $this->log->purge() );
		self::assertSame( [ 0, 1 ], [ count( $this->log->of_topic( 'booking:17' ) ), count( $this->log->of_topic( 'booking:18' ) ) ] );
	}

	public function test_the_sweep_purges_it(): void {
		global $wpdb;
		$wpdb->insert( $this->table->name(), [ 'message_id' => '<old@x>', 'topic' => 'booking:1', 'queued_at' => '2020-01-01 00:00:00' ] );
		do_action( Sweep::HOOK );
		self::assertSame( [], $this->log->of_topic( 'booking:1' ) );
	}

	/**
	 * Delivers in a process that dies.
	 *
	 * @return string What it had said before: the Message-ID that was handed over.
	 */
	private function crash( string $while_sending, string $before ): string {
		try {
			Processes::run( 1, sprintf( self::DELIVER, $while_sending, $before ) );
		} catch ( RuntimeException $died ) {
			return str_replace( 'A process failed: ', '', $died->getMessage() );
		}
		self::fail( 'The process did not die.' );
	}

	/** Processes of their own use the real time. */
	private function be_now(): void {
		$this->clock->advance( time() + 1 - $this->clock->now()->getTimestamp() . ' seconds' );
	}

	/** @return list<string> Subjects. */
	private function deliver_all(): array {
		$this->postman()->deliver();
		return $this->server->subjects();
	}

	private function postman(): Postman {
		return new Postman( $this->queue, $this->table, $this->server, $this->clock );
	}

	private function mailer(): Mailer {
		return new Mailer( $this->queue, $this->table, Core::services()->transaction );
	}

	private function enqueue( string $topic ): void {
		$this->mailer()->enqueue( self::mail( $topic ) );
	}

	private static function mail( string $topic ): Mail {
		return new Mail( [ new Address( 'zoe@example.org', 'Zoë' ) ], 'Geheim', 'Geheim', topic: $topic );
	}
}
