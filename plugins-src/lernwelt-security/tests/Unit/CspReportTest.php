<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit;

use Lernwelt\Security\Domain\CspReport;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class CspReportTest extends TestCase {

	#[TestWith( [ '{"csp-report":{"document-uri":"https://lernorte-lsa.de/orte/?suche=geheim#x","effective-directive":"script-src-elem","blocked-uri":"https://evil.example/x.js?id=7","script-sample":"alert(1)"}}' ] )]
	#[TestWith( [ '[{"type":"csp-violation","body":{"documentURL":"https://lernorte-lsa.de/orte/?suche=geheim","effectiveDirective":"script-src-elem","blockedURL":"https://evil.example/x.js?id=7"}}]' ] )]
	public function test_keeps_what_helps_and_nothing_of_the_visitor( string $body ): void {
		self::assertSame(
			'{"csp":"script-src-elem","blocked":"https://evil.example/x.js","page":"https://lernorte-lsa.de/orte/"}',
			CspReport::from( $body )?->line()
		);
	}

	public function test_a_line_stays_a_line(): void {
		self::assertSame( '{"csp":"a\\nb","blocked":"","page":""}', CspReport::from( '{"csp-report":{"effective-directive":"a\\nb"}}' )?->line() );
	}

	#[TestWith( [ '' ] )]
	#[TestWith( [ 'null' ] )]
	#[TestWith( [ '[]' ] )]
	#[TestWith( [ '{"csp-report":"x"}' ] )]
	#[TestWith( [ '{"csp-report":{"effective-directive":7}}' ] )]
	#[TestWith( [ '[[[[[[[[[1]]]]]]]]]' ] )]
	public function test_refuses_what_is_no_report( string $body ): void {
		self::assertNull( CspReport::from( $body ) );
	}
}
