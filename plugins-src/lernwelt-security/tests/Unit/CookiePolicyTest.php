<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit;

use Lernwelt\Security\Domain\CookiePolicy;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class CookiePolicyTest extends TestCase {

	private const NOW = 1_800_000_000;

	#[TestWith( [ 'wordpress_test_cookie=WP%20Cookie%20check; path=/' ] )]
	#[TestWith( [ 'wp_lang=de_DE; path=/; HttpOnly' ] )]
	#[TestWith( [ 'wp-settings-1=editor%3Dhtml; expires=Fri, 15 Jan 2038 08:00:00 GMT; path=/' ] )]
	#[TestWith( [ 'wp-settings-time-1=1; path=/' ] )]
	#[TestWith( [ 'comment_author_abc=Erika; path=/' ] )]
	public function test_needless_cookies_are_never_sent( string $cookie ): void {
		self::assertSame( [], ( new CookiePolicy( true, self::NOW ) )->allowed( [ $cookie ] ) );
	}

	public function test_a_session_ends_with_the_browser_and_no_script_reads_it(): void {
		self::assertSame(
			[ 'wordpress_logged_in_x=a%7Cb; path=/; HttpOnly; SameSite=Lax; Secure' ],
			( new CookiePolicy( true, self::NOW ) )->allowed( [ 'wordpress_logged_in_x=a%7Cb; expires=Fri, 15 Jan 2038 08:00:00 GMT; Max-Age=1209600; path=/' ] )
		);
	}

	public function test_what_is_closed_already_stays_as_it_is(): void {
		$cookie = '__Host-lernwelt-login=x; path=/; secure; httponly; samesite=strict';
		self::assertSame( [ $cookie ], ( new CookiePolicy( true, self::NOW ) )->allowed( [ $cookie ] ) );
	}

	#[TestWith( [ 'a=b; Secure; SameSite=None; path=/' ] )]
	#[TestWith( [ 'a=b; Secure; samesite = none ; path=/' ] )]
	#[TestWith( [ 'a=b; Secure; SameSite; path=/' ] )]
	#[TestWith( [ 'a=b; Secure; SameSite=; path=/' ] )]
	#[TestWith( [ 'a=b; Secure; SameSite=nonsense; path=/' ] )]
	public function test_no_cookie_is_opened_to_other_sites( string $cookie ): void {
		self::assertSame( [ 'a=b; Secure; path=/; HttpOnly; SameSite=Lax' ], ( new CookiePolicy( true, self::NOW ) )->allowed( [ $cookie ] ) );
	}

	public function test_strict_stays_strict_whatever_else_it_says(): void {
		self::assertSame( [ 'samesite=none; SameSite=Strict; HttpOnly; Secure' ], ( new CookiePolicy( true, self::NOW ) )->allowed( [ 'samesite=none; SameSite=Strict; SameSite=None' ] ) );
	}

	public function test_secure_needs_https(): void {
		self::assertSame( [ 'a=b; HttpOnly; SameSite=Lax' ], ( new CookiePolicy( false, self::NOW ) )->allowed( [ 'a=b' ] ) );
	}

	#[TestWith( [ 'a=+; expires=Mon, 01 Jan 2024 00:00:00 GMT; Max-Age=0; path=/wp-admin' ] )]
	#[TestWith( [ 'a=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT' ] )]
	#[TestWith( [ 'a=; max-age=-1' ] )]
	public function test_a_cookie_can_be_taken_back( string $cookie ): void {
		self::assertSame( [ $cookie . '; HttpOnly; SameSite=Lax' ], ( new CookiePolicy( false, self::NOW ) )->allowed( [ $cookie ] ) );
	}

	public function test_the_last_cookie_of_a_name_and_path_counts(): void {
		self::assertSame(
			[ 'a=2; path=/; HttpOnly; SameSite=Lax', 'a=3; path=/wp-admin; HttpOnly; SameSite=Lax' ],
			( new CookiePolicy( false, self::NOW ) )->allowed( [ 'a=1; path=/', 'a=3; path=/wp-admin', 'a=2; path=/' ] )
		);
	}
}
