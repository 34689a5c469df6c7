<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use DateInterval;
use Lernwelt\Core\Address;
use Lernwelt\Core\Core;
use Lernwelt\Core\Delivery\DeliveryFailed;
use Lernwelt\Core\Delivery\Postman;
use Lernwelt\Core\Mail;
use Lernwelt\Core\Mailer;
use Lernwelt\Core\Persistence\MailLogTable;
use Lernwelt\Core\Persistence\MailQueue;
use Lernwelt\Core\Sweep;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\Processes;
use RuntimeException;

final class MailTest extends IntegrationTestCase {

	private FrozenClock $clock;

	private MailQueue $queue;

	private MailLogTable $log;

	private FakeTransport $server;

	protected function setUp(): void {
		global $wpdb;
		parent::setUp();
		$this->clock  = new FrozenClock();
		$this->queue  = new MailQueue( $wpdb, $this->clock );
		$this->log    = new MailLogTable( $wpdb, $this->clock );
		$this->server = new FakeTransport();
	}

	public function test_queueing_talks_to_no_server_and_asks_for_delivery(): void {
		// Delivery is asked for when the transaction ends.
		$this->work_without_rollback();
		wp_clear_scheduled_hook( Mailer::DELIVER );
		wp_clear_scheduled_hook( Sweep::HOOK );
		self::assertGreaterThan( 0, $this->enqueue( 'Eins' ) );

		self::assertSame( [], $this->server->subjects() );
		self::assertNotFalse( wp_next_scheduled( Mailer::DELIVER ) );
		self::assertSame( Sweep::INTERVAL, wp_get_schedule( Sweep::HOOK ) );
	}

	public function test_delivers_in_order_and_keeps_nothing(): void {
		$this->enqueue( 'Eins' );
		$this->enqueue( 'Zwei ✓ Ä' );

		self::assertSame( 2, $this->postman()->deliver() );
		self::assertSame( [ 'Eins', 'Zwei ✓ Ä' ], $this->server->subjects() );
		self::assertSame( [], $this->queue->overview() );
	}

	public function test_the_mail_arrives_as_it_was_queued(): void {
		$mail = new Mail( [ new Address( 'a@example.org', "Zoë O'Neil" ), new Address( 'b@example.org' ) ], 'Fröhliche Grüße \\ 100 %', "Zeile 1\nZeile 2 – „Zitat“ 😀", new Address( 'c@example.org', 'C' ), 'de_DE' );
		$this->mailer()->enqueue( $mail );
		$this->postman()->deliver();

		self::assertEquals( $mail, $this->server->sent[0]['mail'] );
		self::assertMatchesRegularExpression( '/^<[0-9a-f]{32}@lernwelt-lsa\.localhost>$/', $this->server->sent[0]['message_id'] );
	}

	public function test_a_server_that_is_down_is_asked_once_and_nothing_is_lost(): void {
		$this->enqueue( 'Eins' );
		$this->enqueue( 'Zwei' );
		$this->server->problem = new DeliveryFailed( 'connection refused', true );

		self::assertSame( 0, $this->postman()->deliver() );
		self::assertSame( 1, $this->server->attempts );
		self::assertCount( 2, $this->queue->overview() );
		self::assertSame( 'connection refused', $this->queue->overview()[0]['last_error'] );

		$this->server->problem = null;
		$this->clock->advance( '+1 minute' );
		self::assertSame( 2, $this->postman()->deliver() );
	}

	public function test_one_refused_mail_does_not_stop_the_others(): void {
		$this->enqueue( 'Eins' );
		$this->enqueue( 'Zwei' );
		$this->server->refuse = 'Eins';

		self::assertSame( 1, $this->postman()->deliver() );
		self::assertSame( [ 'Zwei' ], $this->server->subjects() );
		self::assertCount( 1, $this->queue->overview() );
	}

	public function test_waits_longer_after_each_failure(): void {
		$this->enqueue( 'Eins' );
		$this->server->problem = new DeliveryFailed( '451 later', false );
		$waits                 = [];
		for ( $i = 0; $i < 11; ++$i ) {
			$this->postman()->deliver();
			$due     = new \DateTimeImmutable( $this->queue->overview()[0]['due_at'] . ' UTC' );
			$waits[] = $due->getTimestamp() - $this->clock->now()->getTimestamp();
			self::assertSame( 0, $this->postman()->deliver(), 'not before it is due' );
			$this->clock->advance( '+' . end( $waits ) . ' seconds' );
		}
		self::assertSame( [ 60, 120, 240, 480, 960, 1920, 3840, 7680, 15360, 21600, 21600 ], $waits );
	}

	public function test_a_crash_after_the_hand_over_repeats_with_the_same_message_id(): void {
		$this->enqueue( 'Eins' );
		$crashed = $this->queue->take( 'crashed', $this->clock->now()->add( new DateInterval( 'PT5M' ) ) );
		self::assertNotNull( $crashed );

		self::assertSame( 0, $this->postman()->deliver(), 'the lease still holds' );
		$this->clock->advance( '+5 minutes' );
		self::assertSame( 1, $this->postman()->deliver() );
		self::assertSame( $crashed->message_id, $this->server->sent[0]['message_id'] );
	}

	public function test_who_lost_the_lease_can_neither_remove_nor_give_back(): void {
		$this->enqueue( 'Eins' );
		$late = $this->queue->take( 'late', $this->clock->now()->add( new DateInterval( 'PT5M' ) ) );
		$this->clock->advance( '+6 minutes' );
		$new = $this->queue->take( 'new', $this->clock->now()->add( new DateInterval( 'PT5M' ) ) );
		self::assertSame( $late?->id, $new?->id );

		$this->queue->remove( (int) $late?->id, 'late' );
		$this->queue->give_back( (int) $late?->id, 'late', $this->clock->now(), 'late' );
		self::assertSame( [ 2, '' ], [ $this->queue->overview()[0]['attempts'], $this->queue->overview()[0]['last_error'] ] );
		self::assertNull( $this->queue->take( 'third', $this->clock->now()->add( new DateInterval( 'PT5M' ) ) ) );
	}

	public function test_nothing_stays_longer_than_seven_days(): void {
		$this->enqueue( 'Alt' );
		$this->clock->advance( '+1 day' );
		$this->enqueue( 'Neu' );
		$this->clock->advance( '+6 days -1 second' );
		self::assertSame( 0, $this->postman()->purge() );

		$this->clock->advance( '+1 second' );
		$log = ini_set( 'error_log', '/dev/null' );
		self::assertSame( 1, $this->postman()->purge() );
		ini_set( 'error_log', (string) $log );
		self::assertCount( 1, $this->queue->overview() );
	}

	public function test_an_unreadable_row_does_not_stop_the_others(): void {
		global $wpdb;
		$wpdb->update( $this->queue->name(), [ 'mail' => '{' ], [ 'id' => $this->enqueue( 'Eins' ) ] );
		$this->enqueue( 'Zwei' );

		self::assertSame( 1, $this->postman()->deliver() );
		self::assertSame( [ 'Zwei' ], $this->server->subjects() );
	}

	public function test_each_portal_has_its_own_queue(): void {
		$this->go_to_portal( 'lernorte' );
		$this->enqueue( 'Lernorte' );
		restore_current_blog();

		self::assertSame( 0, $this->postman()->deliver() );
		$this->go_to_portal( 'lernorte' );
		self::assertSame( 1, $this->postman()->deliver() );
	}

	public function test_a_mail_that_can_not_be_queued_is_not_lost_silently_and_not_written_to_the_log(): void {
		global $wpdb;
		$file         = (string) tempnam( get_temp_dir(), 'log' );
		$log          = (string) ini_set( 'error_log', $file );
		$wpdb->prefix = 'missing_';
		try {
			$this->enqueue( 'Geheim' );
			self::fail( 'no exception' );
		} catch ( RuntimeException $problem ) {
			self::assertMatchesRegularExpression( '/^The database refused a statement: [^<>\n]*missing_lw_mail_queue[^<>\n]*\.$/', $problem->getMessage() );
			self::assertStringNotContainsString( 'Geheim', $problem->getMessage() . file_get_contents( $file ) );
		} finally {
			$wpdb->set_blog_id( 1 );
			ini_set( 'error_log', $log );
			unlink( $file );
		}
	}

	public function test_the_scheduled_events_deliver_and_purge(): void {
		global $wpdb;
		Core::services()->mailer->enqueue( self::mail( 'Eins' ) );
		do_action( Mailer::DELIVER );
		self::assertSame( [], $this->queue->overview(), 'handed over at once' );

		$wpdb->update( $this->queue->name(), [ 'created_at' => '2020-01-01 00:00:00', 'due_at' => '2099-01-01 00:00:00' ], [ 'id' => Core::services()->mailer->enqueue( self::mail( 'Alt' ) ) ] );
		Core::services()->mailer->enqueue( self::mail( 'Neu' ) );
		$wpdb->query( "INSERT INTO {$wpdb->base_prefix}lw_rate_limit (rate_key, hits, expires) VALUES ('x', 1, 1)" );
		$log = ini_set( 'error_log', '/dev/null' );
		do_action( Sweep::HOOK );
		ini_set( 'error_log', (string) $log );
		self::assertSame( [], $this->queue->overview(), 'one too old, one delivered' );
		self::assertNull( $wpdb->get_var( "SELECT rate_key FROM {$wpdb->base_prefix}lw_rate_limit WHERE rate_key = 'x'" ) );
	}

	public function test_parallel_runners_send_every_mail_once(): void {
		$this->work_without_rollback();
		for ( $i = 0; $i < 40; ++$i ) {
			Core::services()->mailer->enqueue( self::mail( "Nr. $i" ) );
		}
		$results = Processes::run(
			4,
			'global $wpdb;
			$clock = new \Lernwelt\Core\SystemClock();
			$transport = new \Lernwelt\Core\Tests\Integration\FakeTransport();
			( new \Lernwelt\Core\Delivery\Postman( new \Lernwelt\Core\Persistence\MailQueue( $wpdb, $clock ), new \Lernwelt\Core\Persistence\MailLogTable( $wpdb, $clock ), $transport, $clock ) )->deliver();
			foreach ( $transport->subjects() as $subject ) { echo $subject, "\n"; }'
		);
		$sent = explode( "\n", trim( implode( '', $results ) ) );
		sort( $sent, SORT_NATURAL );
		self::assertSame( array_map( static fn ( int $i ): string => "Nr. $i", range( 0, 39 ) ), $sent );
		self::assertSame( [], $this->queue->overview() );
	}

	private function postman(): Postman {
		return new Postman( $this->queue, $this->log, $this->server, $this->clock );
	}

	private function mailer(): Mailer {
		return new Mailer( $this->queue, $this->log, Core::services()->transaction );
	}

	private function enqueue( string $subject ): int {
		return $this->mailer()->enqueue( self::mail( $subject ) );
	}

	private static function mail( string $subject ): Mail {
		return new Mail( [ new Address( 'a@example.org' ) ], $subject, 'Text' );
	}
}
