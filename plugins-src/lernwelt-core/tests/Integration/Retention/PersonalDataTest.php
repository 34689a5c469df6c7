<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration\Retention;

use DateTimeImmutable;
use Lernwelt\Core\Address;
use Lernwelt\Core\Core;
use Lernwelt\Core\Mail;
use Lernwelt\Core\Privacy\ErasureOutcome;
use Lernwelt\Core\Privacy\PersonalData;
use Lernwelt\Core\Privacy\PersonalDataGroup;
use Lernwelt\Core\Privacy\PersonalDataSource;
use Lernwelt\Core\Privacy\PersonalDataTools;
use Lernwelt\Core\Privacy\Subject;
use Lernwelt\Core\Retention\Journal;
use Lernwelt\Core\Retention\JournalAction;
use Lernwelt\Core\Retention\RepeatableErasure;
use Lernwelt\Tests\IntegrationTestCase;
use LogicException;
use PHPUnit\Framework\Attributes\TestWith;
use RuntimeException;

final class PersonalDataTest extends IntegrationTestCase {

	/** @var list<Subject> Whom the source was asked about. */
	private array $asked = [];

	public function test_wordpress_asks_our_sources_about_a_person_with_an_account(): void {
		$user = $this->log_in_as( 'subscriber' );
		Core::services()->personal_data->register( $this->source( 'account' ) );
		$exporters = apply_filters( 'wp_privacy_personal_data_exporters', [ 'other' => [] ] );
		self::assertSame( 'Sample', $exporters['lernwelt-account']['exporter_friendly_name'] );
		self::assertArrayHasKey( 'other', $exporters );

		$answer = ( $exporters['lernwelt-account']['callback'] )( strtoupper( $user->user_email ), 1 );
		self::assertSame(
			[
				'data' => [
					[ 'group_id' => 'lernwelt-sample', 'group_label' => 'Samples', 'item_id' => 'sample-1', 'data' => [ [ 'name' => 'Note', 'value' => '&lt;b&gt;Fett&lt;/b&gt;' ], [ 'name' => 'Place', 'value' => 'Halle' ] ] ],
					[ 'group_id' => 'lernwelt-sample', 'group_label' => 'Samples', 'item_id' => 'sample-2', 'data' => [] ],
				],
				'done' => true,
			],
			$answer
		);
		self::assertEquals( [ new Subject( $user->user_email, $user->ID ) ], $this->asked );
	}

	public function test_somebody_without_an_account_is_known_by_the_address(): void {
		$data = new PersonalData( Core::services()->transaction, Core::services()->journal );
		$data->register( $this->source( 'guest' ) );
		$erasers = ( new PersonalDataTools( $data ) )->erasers( [] );
		self::assertSame( 'Sample', $erasers['lernwelt-guest']['eraser_friendly_name'] );
		$answer = ( $erasers['lernwelt-guest']['callback'] )( 'Niemand@Example.org', 1 );
		self::assertSame( [ 'items_removed' => true, 'items_retained' => true, 'messages' => [ 'Kept &amp; locked.' ], 'done' => true ], $answer );
		self::assertEquals( [ new Subject( 'niemand@example.org', null ) ], $this->asked );
		self::assertCount( 1, [ ...Core::services()->journal->since( new DateTimeImmutable( '2000-01-01' ), 'guest' ) ] );
	}

	public function test_mails_that_wait_are_not_sent_after_an_erasure(): void {
		global $wpdb;
		$send = static fn ( string ...$to ): int => Core::services()->mailer->enqueue( new Mail( array_map( static fn ( string $email ): Address => new Address( $email ), array_values( $to ) ), 'Termin', 'Text' ) );
		$hers = [ $send( 'Erika@Example.org' ), $send( 'max@example.org', 'erika@example.org' ) ];
		$kept = [ $send( 'berika@example.org' ), $send( 'max@example.org' ) ];

		$exporters = apply_filters( 'wp_privacy_personal_data_exporters', [] );
		self::assertSame( [ "mail-$hers[0]", "mail-$hers[1]" ], array_column( ( $exporters['lernwelt-mails']['callback'] )( 'erika@example.org', 1 )['data'], 'item_id' ) );
		$erasers = apply_filters( 'wp_privacy_personal_data_erasers', [] );
		self::assertTrue( ( $erasers['lernwelt-mails']['callback'] )( 'erika@example.org', 1 )['items_removed'] );
		self::assertSame( array_map( strval( ... ), $kept ), $wpdb->get_col( "SELECT id FROM {$wpdb->prefix}lw_mail_queue ORDER BY id" ) );
		self::assertCount( 2, [ ...Core::services()->journal->since( new DateTimeImmutable( '2000-01-01' ), 'mails' ) ] );
		self::assertFalse( ( $erasers['lernwelt-mails']['callback'] )( 'erika@example.org', 1 )['items_removed'] );

		// After a restore they are back, and go again.
		$again = array_values( array_filter( Core::services()->personal_data->all(), static fn ( PersonalDataSource $one ): bool => $one instanceof RepeatableErasure && 'mails' === $one->id() ) )[0] ?? null;
		self::assertInstanceOf( RepeatableErasure::class, $again );
		$again->erase_again( [ "mail:$kept[0]", "mail:$hers[0]" ], Core::services()->journal );
		self::assertSame( [ (string) $kept[1] ], $wpdb->get_col( "SELECT id FROM {$wpdb->prefix}lw_mail_queue" ) );
		self::assertCount( 3, [ ...Core::services()->journal->since( new DateTimeImmutable( '2000-01-01' ), 'mails' ) ] );
	}

	public function test_an_erasure_that_fails_leaves_no_line_in_the_journal(): void {
		$this->work_without_rollback();
		$data   = new PersonalData( Core::services()->transaction, Core::services()->journal );
		$source = $this->source( 'broken', new RuntimeException( 'disk full' ) );
		$data->register( $source );
		try {
			$data->erase( $source, new Subject( 'niemand@example.org', null ) );
			self::fail( 'It did not fail.' );
		} catch ( RuntimeException $failure ) {
			self::assertSame( 'disk full', $failure->getMessage() );
		}
		self::assertSame( [], [ ...Core::services()->journal->since( new DateTimeImmutable( '2000-01-01' ) ) ] );
	}

	public function test_a_name_belongs_to_one_source(): void {
		$data = new PersonalData( Core::services()->transaction, Core::services()->journal );
		$data->register( $this->source( 'twice' ) );
		$this->expectException( LogicException::class );
		$data->register( $this->source( 'twice' ) );
	}

	#[TestWith( [ 'kein-at', null ] )]
	#[TestWith( [ '', 1 ] )]
	#[TestWith( [ 'erika@example.org', 0 ] )]
	public function test_nobody_is_no_subject( string $email, ?int $user_id ): void {
		$this->expectException( \InvalidArgumentException::class );
		new Subject( $email, $user_id );
	}

	private function source( string $id, ?RuntimeException $failure = null ): PersonalDataSource {
		$asked = function ( Subject $who ): void {
			$this->asked[] = $who;
		};
		return new class( $id, $failure, $asked ) implements PersonalDataSource {

			/**
			 * @param string                 $id      Id.
			 * @param ?RuntimeException      $failure What goes wrong at the end.
			 * @param \Closure(Subject): void $asked   Hears whom it was asked about.
			 */
			public function __construct( private string $id, private ?RuntimeException $failure, private \Closure $asked ) {}

			public function id(): string {
				return $this->id;
			}

			public function label(): string {
				return 'Sample';
			}

			public function export( Subject $who ): array {
				( $this->asked )( $who );
				return [ new PersonalDataGroup( 'sample', 'Samples', [ 'sample-1' => [ 'Note' => '<b>Fett</b>', 'Place' => 'Halle' ], 'sample-2' => [] ] ) ];
			}

			public function erase( Subject $who, Journal $journal ): ErasureOutcome {
				( $this->asked )( $who );
				$journal->record( $this->id, JournalAction::Erased, 'sample:1' );
				if ( null !== $this->failure ) {
					throw $this->failure;
				}
				return new ErasureOutcome( 1, 1, [ 'Kept & locked.' ] );
			}
		};
	}
}
