<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Protocol;

use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Tests\HostileProvider;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * The conformance list for relying parties, by the names of the OpenID Foundation and further ones: everything the
 * hostile provider can play, accepted or refused as written there.
 */
final class ConformanceTest extends ProtocolTestCase {

	/** Not the provider's word but its trouble: 503, and the page says so. */
	private const OUTAGES = [ 'discovery-error', 'token-500', 'jwks-500' ];

	/** What happens after a good login; RenewalTest and LogoutTest play it. */
	private const LATER = '/^(refresh-|oidcc-client-test-rp-init-logout)/';

	/** @return iterable<string, array{string, string, bool}> */
	public static function logins(): iterable {
		foreach ( HostileProvider::inventory()['login'] as $name => $scenario ) {
			if ( 1 !== preg_match( self::LATER, $name ) ) {
				yield $name => [ $name, $scenario['about'], $scenario['accept'] ];
			}
		}
	}

	#[DataProvider( 'logins' )]
	public function test_login( string $name, string $about, bool $accept ): void {
		$order = [ 'clientSecret' => self::SECRET ];
		if ( 1 === preg_match( '/rotation|replayed|fixed|used-twice/', $name ) ) {
			$this->log_in_before( $name, $order );
		}
		if ( 'private-key-jwt' === $name ) {
			[ $private, $order['clientKey'] ] = self::key_pair();
			$this->clients->client            = $this->client( [ 'auth_method' => 'private_key_jwt', 'private_key' => $private ] );
		}
		if ( 'oidcc-client-test-signing-key-rotation-just-before-signing' !== $name ) {
			$this->provider->play( $name, $order );
		}
		$before = self::rows_that_matter();

		$answer = $this->log_in();

		if ( $accept ) {
			self::assertSame( [], array_map( static fn ( $event ): string => $event->reason, $this->audited ), $about );
			self::assertSame( [ 302, home_url( '/ziel/' ) ], [ $answer->status, $answer->location ], $about );
			self::assertCount( 1, $this->receiver->admitted, $about );
			self::assertSame( 'hostile-subject', $this->receiver->admitted[0]->subject );
			self::assertSame( [ 'roles' => [ 'lehrkraft' ] ], $this->receiver->admitted[0]->claims['realm_access'] ?? null );
			return;
		}
		$this->assert_refused( $answer, 'login', $about );
		self::assertSame( [], array_diff_assoc( self::rows_that_matter(), $before ), "$about: no user, no session, nothing changed" );
		if ( in_array( $name, self::OUTAGES, true ) ) {
			self::assertSame( 503, $answer->status, $about );
		} else {
			self::assertContains( $answer->status, range( 400, 499 ), $about );
		}
	}

	/**
	 * @param array<string, mixed> $order
	 */
	private function log_in_before( string $name, array $order ): void {
		$just_before = 'oidcc-client-test-signing-key-rotation-just-before-signing' === $name;
		$this->provider->play( $just_before || 'code-used-twice' === $name ? $name : 'oidcc-client-test', $order );
		self::assertSame( 302, $this->log_in()->status );
		$this->receiver->admitted = [];
		$this->audited            = [];
	}

	/** @return array{string, string} Private and public key. */
	private static function key_pair(): array {
		$key = openssl_pkey_new( [ 'private_key_bits' => 2048 ] );
		self::assertNotFalse( $key );
		openssl_pkey_export( $key, $private );
		return [ $private, (string) ( openssl_pkey_get_details( $key )['key'] ?? '' ) ];
	}

	/** @return iterable<string, array{string, string, int}> */
	public static function logout_tokens(): iterable {
		foreach ( HostileProvider::inventory()['logout'] as $name => $kind ) {
			yield $name => [ $name, $kind['about'], $kind['status'] ];
		}
	}

	#[DataProvider( 'logout_tokens' )]
	public function test_backchannel_logout( string $kind, string $about, int $status ): void {
		$token  = $this->provider->logout_token( $kind, [ 'sub' => 'hostile-subject', 'sid' => 'session-1' ], [] );
		$before = self::rows_that_matter();

		$answer = $this->ask( '/sso/backchannel-logout', 'POST', [ 'logout_token' => $token ] );

		self::assertSame( $status, $answer->status, $about );
		self::assertSame( [ '', '', null ], [ $answer->browser, $answer->location, $answer->page ] );
		self::assertSame( [], array_diff_assoc( self::rows_that_matter(), $before ) );
		if ( 200 === $status ) {
			self::assertCount( 1, $this->sessions->notices );
			self::assertSame( [], $this->audited );
			self::assertSame( $this->provider->issuer, $this->sessions->notices[0]->issuer );
			self::assertSame( 'no-sid' === $kind ? null : 'session-1', $this->sessions->notices[0]->sid );
			self::assertSame( 'no-sub' === $kind ? null : 'hostile-subject', $this->sessions->notices[0]->subject );
			return;
		}
		self::assertSame( [], $this->sessions->notices, "$about: no session ends" );
		self::assertCount( 1, $this->audited, $about );
		self::assertSame( [ 'logout', 'refused' ], [ $this->audited[0]->area, $this->audited[0]->action ] );
		self::assertNotSame( '', $this->audited[0]->reason );
	}

	public function test_oidcc_client_test_rp_backchannel_replayed_jti(): void {
		$token = $this->provider->logout_token( 'oidcc-client-test-rp-backchannel-rpinitlogout', [ 'sub' => 'a', 'sid' => 'b' ] );
		self::assertSame( 200, $this->ask( '/sso/backchannel-logout', 'POST', [ 'logout_token' => $token ] )->status );
		self::assertSame( 400, $this->ask( '/sso/backchannel-logout', 'POST', [ 'logout_token' => $token ] )->status );
		self::assertSame( 'jti_replayed', $this->audited[0]->reason );
		self::assertCount( 1, $this->sessions->notices );
	}

	public function test_a_real_id_token_is_no_logout_token(): void {
		$this->log_in();
		$answer = $this->ask( '/sso/backchannel-logout', 'POST', [ 'logout_token' => $this->receiver->admitted[0]->tokens->id_token ] );
		self::assertSame( [ 400, [] ], [ $answer->status, $this->sessions->notices ] );
	}

	public function test_a_logout_token_for_any_of_our_clients_counts(): void {
		$other         = Configuration::from( [ 'issuer' => $this->provider->issuer, 'client_id' => 'portal-lernorte', 'client_secret' => 'x' ], true );
		$this->clients = new FakeClients( $this->client(), $other );
		$token         = $this->provider->logout_token( 'oidcc-client-test-rp-backchannel-rpinitlogout', [ 'sid' => 'b' ], [ 'aud' => 'portal-lernorte' ] );
		self::assertSame( 200, $this->ask( '/sso/backchannel-logout', 'POST', [ 'logout_token' => $token ] )->status );
	}
}
