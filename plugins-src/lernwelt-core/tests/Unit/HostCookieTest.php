<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit;

use Lernwelt\Core\HostCookie;
use Lernwelt\Core\SameSite;
use PHPUnit\Framework\TestCase;

final class HostCookieTest extends TestCase {

	public function test_it_is_closed_and_ends_with_the_browser(): void {
		self::assertSame(
			[ 'expires' => 0, 'path' => '/', 'secure' => true, 'httponly' => true, 'samesite' => 'Strict' ],
			HostCookie::attributes( false, '/', true, SameSite::Strict )
		);
		self::assertSame(
			[ 'expires' => 1, 'path' => '/wp-admin', 'secure' => false, 'httponly' => true, 'samesite' => 'Lax' ],
			HostCookie::attributes( true, '/wp-admin', false, SameSite::Lax )
		);
	}
}
