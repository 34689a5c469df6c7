<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Protocol;

use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\TokenSet;
use Lernwelt\Sso\Domain\VerifiedLogin;
use PHPUnit\Framework\Attributes\TestWith;

/** Refresh tokens. */
final class RenewalTest extends ProtocolTestCase {

	private VerifiedLogin $login;

	protected function setUp(): void {
		parent::setUp();
		$this->log_in();
		$this->login = $this->receiver->admitted[0];
	}

	private function renew( ?TokenSet $tokens = null ): ?VerifiedLogin {
		return $this->renewal()->renew( $this->login->issuer, $this->login->subject, $this->login->sid, $tokens ?? $this->login->tokens );
	}

	public function test_tokens_rotate_and_claims_are_new(): void {
		$this->provider->play( 'oidcc-client-test', [ 'claims' => [ 'realm_access' => [ 'roles' => [ 'schulleitung' ] ] ] ] );
		$fresh = $this->renew();
		self::assertNotNull( $fresh );
		self::assertSame( [ 'roles' => [ 'schulleitung' ] ], $fresh->claims['realm_access'] );
		self::assertNotSame( $this->login->tokens->refresh_token, $fresh->tokens->refresh_token );
		self::assertNotSame( $this->login->tokens->id_token, $fresh->tokens->id_token );
		self::assertSame( [ $this->login->issuer, $this->login->subject, $this->login->sid ], [ $fresh->issuer, $fresh->subject, $fresh->sid ] );
		self::assertNotNull( $this->renew( $fresh->tokens ), 'and once more with the new one' );
	}

	public function test_without_an_id_token_userinfo_tells_the_roles(): void {
		$this->provider->play( 'refresh-without-id-token', [ 'claims' => [ 'realm_access' => [ 'roles' => [ 'redaktion' ] ] ] ] );
		$fresh = $this->renew();
		self::assertNotNull( $fresh );
		self::assertSame( [ 'roles' => [ 'redaktion' ] ], $fresh->claims['realm_access'] );
		self::assertSame( $this->login->tokens->id_token, $fresh->tokens->id_token, 'the hint for logging out stays' );
	}

	public function test_without_a_new_refresh_token_the_old_one_stays(): void {
		$this->provider->play( 'refresh-without-refresh-token' );
		self::assertSame( $this->login->tokens->refresh_token, $this->renew()?->tokens->refresh_token );
	}

	#[TestWith( [ 'refresh-other-sub' ] )]
	#[TestWith( [ 'refresh-other-iss' ] )]
	public function test_an_answer_about_somebody_else_ends_the_session( string $scenario ): void {
		$this->provider->play( $scenario );
		$this->expectException( LoginRefused::class );
		$this->renew();
	}

	public function test_a_used_refresh_token_ends_the_session(): void {
		$this->renew();
		try {
			$this->renew();
			self::fail( 'The provider has said no.' );
		} catch ( LoginRefused $refused ) {
			self::assertSame( [ 'renewal_refused', 401 ], [ $refused->reason, $refused->status ] );
		}
	}

	/**
	 * @param array<string, mixed> $order
	 */
	#[TestWith( [ [ 'dead' => [ 'token' ] ] ] )]
	#[TestWith( [ [ 'scenario' => 'token-500' ] ] )]
	#[TestWith( [ [ 'scenario' => 'token-not-json' ] ] )]
	#[TestWith( [ [ 'scenario' => 'token-invalid-client' ] ] )]
	public function test_a_provider_in_trouble_lets_sessions_live( array $order ): void {
		$this->provider->play( is_string( $order['scenario'] ?? null ) ? $order['scenario'] : 'oidcc-client-test', array_diff_key( $order, [ 'scenario' => 0 ] ) );
		self::assertNull( $this->renew() );
	}

	public function test_new_tokens_are_not_lost_when_userinfo_fails(): void {
		$this->provider->play( 'oidcc-client-test', [ 'dead' => [ 'userinfo' ] ] );
		$fresh = $this->renew();
		self::assertSame( [ 'roles' => [ 'lehrkraft' ] ], $fresh?->claims['realm_access'] ?? null );
	}

	public function test_no_refresh_token_no_question(): void {
		self::assertNull( $this->renew( new TokenSet( 'a.b.c', 'x', null, 0 ) ) );
	}

	public function test_tokens_never_go_to_another_provider(): void {
		$this->expectException( LoginRefused::class );
		$this->renewal()->renew( 'https://other.example', $this->login->subject, $this->login->sid, $this->login->tokens );
	}
}
