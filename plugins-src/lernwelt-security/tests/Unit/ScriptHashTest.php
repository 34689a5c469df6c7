<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit;

use Lernwelt\Security\Domain\ScriptHash;
use PHPUnit\Framework\TestCase;

/** Hashes as browsers compute them. */
final class ScriptHashTest extends TestCase {

	public function test_the_hash_of_the_specification(): void {
		// The example of CSP Level 2, section 4.2.4.1.
		self::assertSame( "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='", ScriptHash::of( "alert('Hello, world.');" ) );
	}

	public function test_line_ends_count_as_the_browser_sees_them(): void {
		self::assertSame( ScriptHash::of( "a\nb\nc" ), ScriptHash::of( "a\r\nb\rc" ) );
	}

	public function test_only_what_a_browser_obeys_needs_a_hash(): void {
		foreach ( [ '', 'module', 'importmap', 'Text/JavaScript', 'speculationrules' ] as $type ) {
			self::assertTrue( ScriptHash::needed_for( $type ), $type );
		}
		foreach ( [ 'application/json', 'application/ld+json', 'text/html' ] as $type ) {
			self::assertFalse( ScriptHash::needed_for( $type ), $type );
		}
	}
}
