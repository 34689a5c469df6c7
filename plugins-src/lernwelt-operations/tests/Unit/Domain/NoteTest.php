<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Unit\Domain;

use DateTimeImmutable;
use Lernwelt\Operations\Domain\Notes\InvalidNote;
use Lernwelt\Operations\Domain\Notes\Note;
use Lernwelt\Operations\Domain\Notes\NoteKind;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** What tools may report. */
final class NoteTest extends TestCase {

	private const NOW = '2026-11-22T03:20:00Z';

	public function test_a_backup_is_understood(): void {
		$note = $this->read( NoteKind::Backup, '{"finished_at":"2026-11-22T04:10:00+01:00","repository":"primary","snapshot":"abcd","bytes":123,"ok":true}' );

		self::assertTrue( $note->ok );
		self::assertSame( '2026-11-22T03:10:00+00:00', $note->finished_at->format( 'c' ) );
		self::assertSame( [ 'repository' => 'primary', 'snapshot' => 'abcd', 'bytes' => 123 ], $note->values );
		self::assertSame( 600, $note->age( new DateTimeImmutable( self::NOW ) ) );
		self::assertEquals( $note, $this->read( NoteKind::Backup, $note->json() ), 'what is stored can be read again' );
	}

	public function test_a_failed_backup_knows_neither_snapshot_nor_size(): void {
		self::assertFalse( $this->read( NoteKind::Backup, '{"finished_at":"2026-11-22T03:10:00Z","repository":"primary","ok":false}' )->ok );
		self::assertFalse( $this->read( NoteKind::Backup, '{"finished_at":"2026-11-22T03:10:00Z","repository":"primary","snapshot":"","bytes":0,"ok":false}' )->ok );
	}

	public function test_a_drill_measures_in_parts_of_seconds_too(): void {
		self::assertSame( [ 'rto_seconds' => 211.5, 'rpo_seconds' => 0 ], $this->read( NoteKind::Drill, '{"finished_at":"2026-11-22T03:10:00Z","ok":true,"rto_seconds":211.5,"rpo_seconds":0}' )->values );
	}

	public function test_a_clock_may_be_a_little_ahead_but_nobody_is_younger_than_now(): void {
		$note = $this->read( NoteKind::Deploy, '{"finished_at":"2026-11-22T03:24:00Z","version":"0.1.0","ok":true}' );
		self::assertSame( 0, $note->age( new DateTimeImmutable( self::NOW ) ) );
	}

	#[TestWith( [ NoteKind::Backup, '', '', 'json' ] )]
	#[TestWith( [ NoteKind::Backup, '[1]', '', 'json' ] )]
	#[TestWith( [ NoteKind::Backup, '[]', '', 'json' ] )]
	#[TestWith( [ NoteKind::Backup, '{"finished_at":"2026-11-22T03:10:00Z","ok":true}', 'repository', 'required' ] )]
	#[TestWith( [ NoteKind::Backup, '{"repository":"a","ok":true}', 'finished_at', 'required' ] )]
	#[TestWith( [ NoteKind::Backup, '{"finished_at":"2026-11-22T03:10:00Z","repository":"a"}', 'ok', 'required' ] )]
	#[TestWith( [ NoteKind::Backup, '{"finished_at":"2026-11-22T03:10:00Z","repository":"a","ok":"yes"}', 'ok', 'type' ] )]
	#[TestWith( [ NoteKind::Backup, '{"finished_at":"2026-11-22T03:10:00Z","repository":"a","ok":true,"size":1}', 'size', 'unknown' ] )]
	#[TestWith( [ NoteKind::Backup, '{"finished_at":"2026-11-22T03:10:00Z","repository":"A \"b\"","ok":true}', 'repository', 'pattern' ] )]
	#[TestWith( [ NoteKind::Backup, '{"finished_at":"2026-11-22T03:10:00Z","repository":["a"],"ok":true}', 'repository', 'type' ] )]
	#[TestWith( [ NoteKind::Backup, '{"finished_at":"2026-11-22T03:10:00Z","repository":"a","ok":true,"bytes":-1}', 'bytes', 'out_of_range' ] )]
	#[TestWith( [ NoteKind::Backup, '{"finished_at":"2026-11-22T03:10:00Z","repository":"a","ok":true,"bytes":1.5}', 'bytes', 'type' ] )]
	#[TestWith( [ NoteKind::Backup, '{"finished_at":"2026-11-22T03:10:00Z","repository":"a","ok":true,"bytes":"12"}', 'bytes', 'type' ] )]
	#[TestWith( [ NoteKind::Backup, '{"finished_at":"2026-11-22 03:10:00","repository":"a","ok":true}', 'finished_at', 'time' ] )]
	#[TestWith( [ NoteKind::Backup, '{"finished_at":"2026-02-30T03:10:00Z","repository":"a","ok":true}', 'finished_at', 'time' ] )]
	#[TestWith( [ NoteKind::Backup, '{"finished_at":"2026-11-22T25:10:00Z","repository":"a","ok":true}', 'finished_at', 'time' ] )]
	#[TestWith( [ NoteKind::Backup, '{"finished_at":1,"repository":"a","ok":true}', 'finished_at', 'time' ] )]
	#[TestWith( [ NoteKind::Backup, '{"finished_at":"2026-11-22T03:26:00Z","repository":"a","ok":true}', 'finished_at', 'future' ] )]
	#[TestWith( [ NoteKind::Backup, '{"finished_at":"2026-11-22T03:10:00Z","repository":"a","ok":true,"snapshot":"xyz"}', 'snapshot', 'pattern' ] )]
	#[TestWith( [ NoteKind::Drill, '{"finished_at":"2026-11-22T03:10:00Z","ok":true,"rto_seconds":1e300}', 'rto_seconds', 'out_of_range' ] )]
	#[TestWith( [ NoteKind::Deploy, '{"finished_at":"2026-11-22T03:10:00Z","ok":true}', 'version', 'required' ] )]
	#[TestWith( [ NoteKind::Deploy, '{"finished_at":"2026-11-22T03:10:00Z","ok":true,"version":"<b>"}', 'version', 'pattern' ] )]
	public function test_what_says_nothing_is_refused( NoteKind $kind, string $json, string $field, string $reason ): void {
		try {
			$this->read( $kind, $json );
			self::fail( 'It was taken.' );
		} catch ( InvalidNote $invalid ) {
			self::assertSame( [ $field, $reason ], [ $invalid->field, $invalid->reason ] );
		}
	}

	private function read( NoteKind $kind, string $json ): Note {
		return Note::read( $kind, $json, new DateTimeImmutable( self::NOW ) );
	}
}
