<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit;

use InvalidArgumentException;
use Lernwelt\Core\AuditEvent;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class AuditEventTest extends TestCase {

	public function test_takes_codes(): void {
		$event = new AuditEvent( 'booking', 'read', object: 'date:12', details: [ 'rows' => 20 ] );
		self::assertSame( [ 'booking', 'read', '', 'date:12' ], [ $event->area, $event->action, $event->reason, $event->object ] );
	}

	/** @param array<string, string> $details */
	#[TestWith( [ 'Login', 'refused' ] )]
	#[TestWith( [ 'login', 'refused', 'Erika Muster' ] )]
	#[TestWith( [ 'login', 'refused', '', 'erika@example.org' ] )]
	#[TestWith( [ 'login', 'refused', '', '', [ 'e-mail address' => 'x' ] ] )]
	public function test_refuses_what_is_no_code( string $area, string $action, string $reason = '', string $record = '', array $details = [] ): void {
		$this->expectException( InvalidArgumentException::class );
		new AuditEvent( $area, $action, $reason, null, $record, null, $details );
	}
}
