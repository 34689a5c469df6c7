<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit\Approvals;

use DateTimeImmutable;
use Lernwelt\Security\Domain\Approvals\Approval;
use Lernwelt\Security\Domain\Approvals\Kind;
use Lernwelt\Security\Domain\Approvals\State;
use Lernwelt\Security\Domain\Approvals\WorkingDays;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class WorkingDaysTest extends TestCase {

	#[TestWith( [ '2026-11-23', '2026-11-30' ] )]
	#[TestWith( [ '2026-11-21', '2026-11-27' ] )]
	#[TestWith( [ '2026-12-23', '2026-12-31' ] )]
	#[TestWith( [ '2026-12-29', '2027-01-07' ] )]
	#[TestWith( [ '2026-10-28', '2026-11-04' ] )]
	#[TestWith( [ '2026-03-31', '2026-04-09' ] )]
	public function test_five_working_days_skip_weekends_and_public_holidays( string $from, string $last ): void {
		self::assertSame( $last, WorkingDays::after( new DateTimeImmutable( "$from 15:00", new \DateTimeZone( 'Europe/Berlin' ) ), 5 ) );
	}

	public function test_the_seal_is_over_everything_that_was_asked_for(): void {
		$facts  = [ 'id' => 0, 'kind' => Kind::Role, 'portal' => 2, 'subject' => 'user:3', 'parameters' => [ 'after' => [ 'administrator' ] ], 'person' => 3, 'requested_by' => 4, 'requested_at' => new DateTimeImmutable( '2026-11-22' ), 'reason' => 'x', 'due' => '2026-11-27', 'state' => State::Open ];
		$sealed = self::approval( $facts )->to_seal();
		foreach ( [ 'kind' => Kind::SuperAdmin, 'portal' => 1, 'subject' => 'user:4', 'parameters' => [ 'after' => [ 'editor' ] ], 'person' => 9, 'requested_by' => 9, 'requested_at' => new DateTimeImmutable( '2026-11-23' ), 'reason' => 'y' ] as $fact => $other ) {
			self::assertNotSame( $sealed, self::approval( [ $fact => $other ] + $facts )->to_seal(), $fact );
		}
		$facts    = [ 'id' => 7, 'state' => State::Confirmed, 'decided_by' => 5, 'decided_at' => new DateTimeImmutable( '2026-11-23' ) ] + $facts;
		$decision = self::approval( $facts )->to_seal_decision();
		foreach ( [ 'id' => 8, 'state' => State::Open, 'decided_by' => 6, 'decided_at' => new DateTimeImmutable( '2026-11-24' ), 'seal' => 'x' ] as $fact => $other ) {
			self::assertNotSame( $decision, self::approval( [ $fact => $other ] + $facts )->to_seal_decision(), $fact );
		}
	}

	/** @param array<string, mixed> $facts */
	private static function approval( array $facts ): Approval {
		return new Approval( ...$facts );
	}
}
