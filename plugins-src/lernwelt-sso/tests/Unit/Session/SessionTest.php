<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Unit\Session;

use InvalidArgumentException;
use Lernwelt\Sso\Domain\Session\LimitTable;
use Lernwelt\Sso\Domain\Session\ProviderSession;
use Lernwelt\Sso\Domain\Session\Session;
use Lernwelt\Sso\Domain\Session\SessionKind;
use Lernwelt\Sso\Domain\Session\SessionLimits;
use Lernwelt\Sso\Domain\TokenSet;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** Limits, and the envelope of the tokens. */
final class SessionTest extends TestCase {

	/**
	 * @param list<string> $roles Roles.
	 */
	#[TestWith( [ [], 7_200, 43_200 ] )]
	#[TestWith( [ [ 'editor' ], 7_200, 43_200 ] )]
	#[TestWith( [ [ 'lernwelt_teacher', 'administrator' ], 1_800, 28_800 ] )]
	#[TestWith( [ [ 'administrator', 'lernwelt_teacher' ], 1_800, 28_800 ] )]
	#[TestWith( [ [ 'lernwelt_pupil' ], 28_800, 28_800 ] )]
	public function test_the_strictest_role_counts( array $roles, int $idle, int $absolute ): void {
		$limits = ( new LimitTable() )->of( $roles );
		self::assertSame( [ $idle, $absolute ], [ $limits->idle, $limits->absolute ] );
	}

	public function test_other_limits_keep_the_rest_and_mix(): void {
		$table = new LimitTable( [ 'a' => [ 100, 10_000 ], 'b' => [ 900, 1_000 ] ] );
		$both  = $table->of( [ 'b', 'a' ] );
		self::assertSame( [ 100, 1_000 ], [ $both->idle, $both->absolute ] );
		self::assertSame( 1_800, $table->of( [ 'administrator' ] )->idle );
		self::assertSame( 28_800, $table->longest_idle() );
	}

	#[TestWith( [ 59, 3_600 ] )]
	#[TestWith( [ 600, 599 ] )]
	public function test_limits_that_can_not_be_are_refused( int $idle, int $absolute ): void {
		$this->expectException( InvalidArgumentException::class );
		new SessionLimits( $idle, $absolute );
	}

	#[TestWith( [ 1_000, true ] )]
	#[TestWith( [ 1_599, true ] )]
	#[TestWith( [ 1_600, false ] )]
	public function test_nobody_is_idle_for_longer( int $now, bool $holds ): void {
		self::assertSame( $holds, self::session( seen: 1_000, expires: 9_000 )->holds( $now, new SessionLimits( 600, 6_000 ) ) );
	}

	public function test_a_session_ends_at_its_own_end_or_at_that_of_stricter_roles(): void {
		$session = self::session( seen: 5_000, expires: 5_100 );
		self::assertTrue( $session->holds( 5_099, new SessionLimits( 600, 9_000 ) ) );
		self::assertFalse( $session->holds( 5_100, new SessionLimits( 600, 9_000 ) ) );
		self::assertFalse( $session->holds( 5_050, new SessionLimits( 600, 5_000 ) ), 'created at 0' );
	}

	public function test_requests_are_noted_every_five_minutes_and_pupils_never(): void {
		self::assertFalse( self::session( seen: 1_000 )->wants_note( 1_299 ) );
		self::assertTrue( self::session( seen: 1_000 )->wants_note( 1_300 ) );
		self::assertFalse( self::session( seen: 1_000, kind: SessionKind::Pupil )->wants_note( 9_000 ) );
	}

	public function test_tokens_are_renewed_when_they_end_if_they_can_be(): void {
		self::assertSame( 700, self::provider( 'r', 700 )->renew_at( 100 ) );
		self::assertSame( 400, self::provider( 'r', 0 )->renew_at( 100 ), 'the provider does not say' );
		self::assertSame( 0, self::provider( null, 700 )->renew_at( 100 ) );
		self::assertFalse( self::session( renew_at: 0 )->wants_renewal( 9_999 ) );
		self::assertTrue( self::session( renew_at: 50 )->wants_renewal( 50 ) );
	}

	public function test_only_the_cookie_opens_what_is_stored(): void {
		$sealed = self::provider( 'refresh-ä', 700 )->seal( 'cookie' );
		self::assertStringNotContainsString( 'refresh', (string) base64_decode( $sealed, true ) );
		self::assertEquals( self::provider( 'refresh-ä', 700 ), ProviderSession::open( $sealed, 'cookie' ) );
		self::assertNull( ProviderSession::open( $sealed, 'Cookie' ) );
		self::assertNull( ProviderSession::open( $sealed, hash( 'sha256', 'cookie' ) ), 'the verifier of the table' );
		self::assertNull( ProviderSession::open( '', 'cookie' ) );
		$changed       = (string) base64_decode( $sealed, true );
		$changed[ 30 ] = $changed[ 30 ] ^ "\1";
		self::assertNull( ProviderSession::open( base64_encode( $changed ), 'cookie' ) );
		self::assertNotSame( $sealed, self::provider( 'refresh-ä', 700 )->seal( 'cookie' ) );
	}

	private static function provider( ?string $refresh, int $expires ): ProviderSession {
		return new ProviderSession( 'https://id.example.org', 'sub', 'sid', new TokenSet( 'id', 'access', $refresh, $expires ) );
	}

	private static function session( int $seen = 0, int $expires = 99_999, int $renew_at = 0, SessionKind $kind = SessionKind::Local ): Session {
		return new Session( 1, str_repeat( 'a', 64 ), 7, 1, $kind, 0, $seen, $expires, $renew_at, '' );
	}
}
