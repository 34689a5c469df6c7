<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Unit\Protocol;

use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\ClientAuth;
use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Sso\Domain\Protocol\InvalidConfiguration;
use Lernwelt\Sso\Domain\Protocol\Issuer;
use Lernwelt\Sso\Domain\Protocol\LoginSecrets;
use Lernwelt\Sso\Domain\Protocol\ProviderMetadata;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class ConfigurationTest extends TestCase {

	private const GOOD = [ 'issuer' => 'https://login.example.org/realms/a', 'client_id' => 'lernwelt', 'client_secret' => 'geheim' ];

	public function test_what_is_not_said_has_a_default(): void {
		$client = Configuration::from( self::GOOD, false );
		self::assertSame( [ ClientAuth::Secret, 'openid profile email lernwelt', [ 'RS256', 'ES256', 'PS256' ] ], [ $client->auth, $client->scopes, $client->algorithms ] );
		self::assertSame( [ 'https://login.example.org', 'https://login.example.org/realms/a/.well-known/openid-configuration' ], [ $client->issuer->origin, $client->issuer->discovery_url() ] );
	}

	/** @return iterable<string, array{array<string, string>, string}> */
	public static function bad(): iterable {
		yield 'nothing' => [ [ 'issuer' => '', 'client_id' => '' ], 'not_configured' ];
		yield 'no client' => [ [ 'client_id' => ' ' ], 'not_configured' ];
		yield 'no secret' => [ [ 'client_secret' => '' ], 'client_secret' ];
		yield 'no key' => [ [ 'auth_method' => 'private_key_jwt' ], 'private_key' ];
		yield 'unknown method' => [ [ 'auth_method' => 'none' ], 'auth_method' ];
		yield 'HS256' => [ [ 'algorithms' => 'RS256,HS256' ], 'algorithms' ];
		yield 'none' => [ [ 'algorithms' => 'none' ], 'algorithms' ];
		yield 'no openid' => [ [ 'scopes' => 'profile email' ], 'scopes' ];
		yield 'line break' => [ [ 'client_id' => "a\nb" ], 'client_id' ];
		foreach ( [ 'http://login.example.org', 'ftp://login.example.org', 'https://', 'login.example.org', 'https://a@login.example.org/', 'https://login.example.org/?a=b', 'https://login.example.org/#a', 'http://127.0.0.1:8357/realms/a', 'http://localhost', 'https://ex ample.org' ] as $issuer ) {
			yield $issuer => [ [ 'issuer' => $issuer ], 'issuer' ];
		}
	}

	/** @param array<string, string> $changes */
	#[DataProvider( 'bad' )]
	public function test_what_cannot_work( array $changes, string $reason ): void {
		$this->expectExceptionObject( new InvalidConfiguration( $reason ) );
		Configuration::from( $changes + self::GOOD, false );
	}

	public function test_plain_http_is_for_this_machine_in_the_local_environment(): void {
		foreach ( [ 'http://127.0.0.1:8357/realms/a', 'http://localhost:1', 'http://[::1]:1' ] as $url ) {
			self::assertTrue( ( new Issuer( $url, true ) )->is_local );
		}
		self::assertFalse( ( new Issuer( 'https://login.example.org', true ) )->is_local );
		foreach ( [ 'http://login.example.org', 'http://127.0.0.1.evil.example/', 'http://10.0.0.1' ] as $url ) {
			try {
				new Issuer( $url, true );
				self::fail( $url );
			} catch ( InvalidConfiguration $refused ) {
				self::assertSame( 'issuer', $refused->reason );
			}
		}
	}

	public function test_secrets_go_to_the_issuers_own_origin_only(): void {
		$issuer = new Issuer( 'https://login.example.org/realms/a', false );
		self::assertTrue( $issuer->owns( 'https://login.example.org/realms/a/token' ) );
		self::assertTrue( $issuer->owns( 'https://LOGIN.example.org:443/x?y=1' ) );
		foreach ( [ 'http://login.example.org/', 'https://login.example.org:8443/', 'https://login.example.org.evil.example/', 'https://login.example.org@evil.example/', 'https://evil.example/', '//login.example.org/', '/token', 'https://login.example.org/#a', "https://login.example.org/\n", '' ] as $url ) {
			self::assertFalse( $issuer->owns( $url ), $url );
		}
	}

	public function test_a_discovery_document_of_somebody_else_is_refused(): void {
		$issuer = new Issuer( 'https://login.example.org', false );
		$good   = [ 'issuer' => $issuer->url, 'authorization_endpoint' => 'https://login.example.org/a', 'token_endpoint' => 'https://login.example.org/t', 'jwks_uri' => 'https://login.example.org/k' ];
		self::assertNull( ProviderMetadata::from( $good, $issuer )->end_session );
		foreach ( [ 'issuer_mismatch' => [ 'issuer' => 'https://login.example.org/' ], 'endpoint_foreign' => [ 'jwks_uri' => 'https://evil.example/k' ], 'discovery_malformed' => [ 'token_endpoint' => null ] ] as $reason => $change ) {
			try {
				ProviderMetadata::from( $change + $good, $issuer );
				self::fail( $reason );
			} catch ( LoginRefused $refused ) {
				self::assertSame( $reason, $refused->reason );
			}
		}
	}

	public function test_secrets_of_an_attempt_follow_from_state_and_browser_and_from_nothing_less(): void {
		[ $browser, $state ] = [ LoginSecrets::random(), LoginSecrets::random() ];
		$secrets             = new LoginSecrets( $state, $browser );
		self::assertSame( $secrets->verifier(), ( new LoginSecrets( $state, $browser ) )->verifier() );
		$all = [ $state, $browser, $secrets->nonce(), $secrets->verifier(), $secrets->challenge(), ( new LoginSecrets( $state, 'x' ) )->verifier(), ( new LoginSecrets( 'x', $browser ) )->verifier() ];
		self::assertCount( 7, array_unique( $all ) );
		foreach ( $all as $text ) {
			self::assertTrue( LoginSecrets::is_one( $text ) );
		}
		// RFC 7636: base64url of the SHA-256 of the verifier.
		self::assertSame( Signer::encode( hash( 'sha256', $secrets->verifier(), true ) ), $secrets->challenge() );
	}
}
