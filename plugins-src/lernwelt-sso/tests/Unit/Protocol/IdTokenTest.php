<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Unit\Protocol;

use Firebase\JWT\JWT;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Sso\Domain\Protocol\IdToken;
use Lernwelt\Sso\Domain\Protocol\LogoutToken;
use Lernwelt\Sso\Domain\Protocol\SignatureKeys;
use Lernwelt\Sso\Domain\Protocol\SignedToken;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class IdTokenTest extends TestCase {

	private const NOW = 1_800_000_000;

	private const ISSUER = 'https://login.example.org/realms/lernwelt';

	private const EVENT = [ 'http://schemas.openid.net/event/backchannel-logout' => [] ];

	/** @var array<string, Signer> */
	private static array $signers = [];

	private static function signer( string $algorithm = 'RS256' ): Signer {
		return self::$signers[ $algorithm ] ??= Signer::make( $algorithm, "key-$algorithm" );
	}

	private static function client( string $algorithms = '' ): Configuration {
		return Configuration::from( [ 'issuer' => self::ISSUER, 'client_id' => 'lernwelt', 'client_secret' => 'geheim', 'algorithms' => $algorithms ], false );
	}

	/**
	 * @param array<string, mixed> $changes Claims; null takes one away.
	 * @return array<string, mixed>
	 */
	private static function claims( array $changes = [] ): array {
		$claims = $changes + [ 'iss' => self::ISSUER, 'aud' => 'lernwelt', 'azp' => 'lernwelt', 'sub' => 'person', 'sid' => 'session', 'iat' => self::NOW, 'exp' => self::NOW + 300, 'nonce' => 'n' ];
		return array_filter( $claims, static fn ( mixed $value ): bool => null !== $value );
	}

	/** @param list<array<string, mixed>>|null $keys */
	private static function check( string $token, ?array $keys = null, ?string $nonce = 'n' ): IdToken {
		$client = self::client();
		return IdToken::verify( SignedToken::from( $token, $client->algorithms ), SignatureKeys::from( [ 'keys' => $keys ?? [ self::signer()->jwk() ] ] ), $client, $nonce, 'access', self::NOW );
	}

	#[TestWith( [ 'RS256' ] )]
	#[TestWith( [ 'ES256' ] )]
	#[TestWith( [ 'PS256' ] )]
	public function test_each_algorithm_is_accepted( string $algorithm ): void {
		$id = self::check( self::signer( $algorithm )->token( self::claims( [ 'name' => 'Änne' ] ) ), [ self::signer( $algorithm )->jwk() ] );
		self::assertSame( [ 'person', 'session', 'Änne' ], [ $id->subject, $id->sid, $id->claims['name'] ] );
	}

	public function test_the_configured_list_is_shorter_than_what_could_be(): void {
		$this->expectExceptionObject( new LoginRefused( 'algorithm_refused' ) );
		SignedToken::from( self::signer( 'ES256' )->token( self::claims() ), self::client( 'RS256' )->algorithms );
	}

	public function test_php_jwts_globals_are_as_before(): void {
		JWT::$leeway = 3;
		self::check( self::signer()->token( self::claims() ) );
		self::assertSame( [ 3, null ], [ JWT::$leeway, JWT::$timestamp ] );
		JWT::$leeway = 0;
	}

	/** @return iterable<string, array{array<string, mixed>, string}> */
	public static function bad_claims(): iterable {
		yield 'another issuer' => [ [ 'iss' => self::ISSUER . '/' ], 'issuer_invalid' ];
		yield 'no issuer' => [ [ 'iss' => null ], 'issuer_invalid' ];
		yield 'another audience' => [ [ 'aud' => 'other' ], 'audience_invalid' ];
		yield 'no audience' => [ [ 'aud' => null ], 'audience_invalid' ];
		yield 'empty audience' => [ [ 'aud' => [] ], 'audience_invalid' ];
		yield 'second audience' => [ [ 'aud' => [ 'lernwelt', 'other' ] ], 'audience_invalid' ];
		yield 'audience in another case' => [ [ 'aud' => 'Lernwelt' ], 'audience_invalid' ];
		yield 'audience as an object' => [ [ 'aud' => [ 'x' => 'lernwelt' ] ], 'audience_invalid' ];
		yield 'another azp' => [ [ 'azp' => 'other' ], 'authorized_party_invalid' ];
		yield 'no subject' => [ [ 'sub' => null ], 'sub_missing' ];
		yield 'empty subject' => [ [ 'sub' => '' ], 'sub_invalid' ];
		yield 'subject is a number' => [ [ 'sub' => 7 ], 'sub_invalid' ];
		yield 'long subject' => [ [ 'sub' => str_repeat( 'a', 256 ) ], 'sub_invalid' ];
		yield 'sid is a list' => [ [ 'sid' => [ 'a' ] ], 'sid_invalid' ];
		yield 'no iat' => [ [ 'iat' => null ], 'issue_time_missing' ];
		yield 'iat is true' => [ [ 'iat' => true ], 'token_malformed' ];
		yield 'iat as text' => [ [ 'iat' => (string) self::NOW ], 'issue_time_missing' ];
		yield 'issued later' => [ [ 'iat' => self::NOW + 61 ], 'not_yet_valid' ];
		yield 'issued later, with nbf' => [ [ 'iat' => self::NOW + 61, 'nbf' => self::NOW ], 'issued_in_future' ];
		yield 'no exp' => [ [ 'exp' => null ], 'expiry_missing' ];
		yield 'expired' => [ [ 'exp' => self::NOW - 60 ], 'expired' ];
		yield 'not yet valid' => [ [ 'nbf' => self::NOW + 61 ], 'not_yet_valid' ];
		yield 'nbf as text' => [ [ 'nbf' => '5' ], 'not_yet_valid' ];
		yield 'no nonce' => [ [ 'nonce' => null ], 'nonce_missing' ];
		yield 'another nonce' => [ [ 'nonce' => 'm' ], 'nonce_invalid' ];
		yield 'nonce is a list' => [ [ 'nonce' => [ 'n' ] ], 'nonce_invalid' ];
		yield 'hash of another access token' => [ [ 'at_hash' => Signer::encode( substr( hash( 'sha256', 'other', true ), 0, 16 ) ) ], 'at_hash_invalid' ];
		yield 'hash is empty' => [ [ 'at_hash' => '' ], 'at_hash_invalid' ];
	}

	/** @param array<string, mixed> $changes */
	#[DataProvider( 'bad_claims' )]
	public function test_bad_claims( array $changes, string $reason ): void {
		$this->expectExceptionObject( new LoginRefused( $reason ) );
		self::check( self::signer()->token( self::claims( $changes ) ) );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function good_claims(): iterable {
		yield 'audience as a list of one' => [ [ 'aud' => [ 'lernwelt' ] ] ];
		yield 'no azp' => [ [ 'azp' => null ] ];
		yield 'just within the skew' => [ [ 'exp' => self::NOW - 59, 'iat' => self::NOW - 400 ] ];
		yield 'clock ahead' => [ [ 'iat' => self::NOW + 60, 'nbf' => self::NOW + 60 ] ];
		yield 'hash of the access token' => [ [ 'at_hash' => Signer::encode( substr( hash( 'sha256', 'access', true ), 0, 16 ) ) ] ];
	}

	/** @param array<string, mixed> $changes */
	#[DataProvider( 'good_claims' )]
	public function test_good_claims( array $changes ): void {
		self::assertSame( 'person', self::check( self::signer()->token( self::claims( $changes ) ) )->subject );
	}

	/** @return iterable<string, array{array<string, mixed>, string}> */
	public static function bad_headers(): iterable {
		foreach ( [ 'none', 'None', 'HS256', 'HS512', 'RS512', 'EdDSA', '', null, 5 ] as $alg ) {
			yield 'alg ' . json_encode( $alg ) => [ [ 'alg' => $alg ], 'algorithm_refused' ];
		}
		yield 'crit' => [ [ 'crit' => [ 'exp' ] ], 'header_refused' ];
		yield 'kid is a number' => [ [ 'kid' => 1 ], 'header_refused' ];
		yield 'unknown kid' => [ [ 'kid' => 'other' ], 'key_unknown' ];
		yield 'type of an access token' => [ [ 'typ' => 'at+jwt' ], 'token_type_refused' ];
		yield 'type of a logout token' => [ [ 'typ' => 'logout+jwt' ], 'token_type_refused' ];
		yield 'ES256 with a key for RS256' => [ [ 'alg' => 'ES256' ], 'key_unusable' ];
		yield 'PS256 with a key for RS256' => [ [ 'alg' => 'PS256' ], 'key_unusable' ];
	}

	/** @param array<string, mixed> $header */
	#[DataProvider( 'bad_headers' )]
	public function test_bad_headers( array $header, string $reason ): void {
		$this->expectExceptionObject( new LoginRefused( $reason ) );
		self::check( self::signer()->token( self::claims(), $header ) );
	}

	/** @return iterable<string, array{array<string, mixed>, string}> */
	public static function bad_keys(): iterable {
		yield 'for encryption' => [ [ 'use' => 'enc' ], 'key_unusable' ];
		yield 'for another algorithm' => [ [ 'alg' => 'PS256' ], 'key_unusable' ];
		yield 'for signing only' => [ [ 'key_ops' => [ 'sign' ] ], 'key_unusable' ];
		yield 'modulus is a number' => [ [ 'n' => 5 ], 'key_unusable' ];
		yield 'modulus is short' => [ [ 'n' => 'AQAB' ], 'key_too_short' ];
		yield 'a symmetric key' => [ [ 'kty' => 'oct' ], 'key_unusable' ];
		yield 'somebody else\'s' => [ [ 'n' => Signer::make()->jwk()['n'] ], 'signature_invalid' ];
	}

	/** @param array<string, mixed> $changes */
	#[DataProvider( 'bad_keys' )]
	public function test_bad_keys( array $changes, string $reason ): void {
		$this->expectExceptionObject( new LoginRefused( $reason ) );
		self::check( self::signer()->token( self::claims() ), [ self::signer()->jwk( $changes ) ] );
	}

	public function test_a_key_of_1024_bits_is_too_short(): void {
		$short = Signer::make( 'RS256', 'short', 1024 );
		$this->expectExceptionObject( new LoginRefused( 'key_too_short' ) );
		self::check( $short->token( self::claims() ), [ $short->jwk() ] );
	}

	public function test_a_token_without_a_name_of_its_key_needs_a_single_key(): void {
		$token = self::signer()->token( self::claims(), [ 'kid' => null ] );
		self::assertSame( 'person', self::check( $token )->subject );
		self::assertSame( 'person', self::check( $token, [ self::signer()->jwk(), self::signer( 'ES256' )->jwk() ] )->subject, 'the other one is for something else' );
		$this->expectExceptionObject( new LoginRefused( 'key_ambiguous' ) );
		self::check( $token, [ self::signer()->jwk(), Signer::make( 'RS256', 'key-2' )->jwk() ] );
	}

	/** @return iterable<string, array{string}> */
	public static function no_tokens(): iterable {
		$token = self::signer()->token( self::claims() );
		yield 'empty' => [ '' ];
		yield 'two parts' => [ implode( '.', array_slice( explode( '.', $token ), 0, 2 ) ) ];
		yield 'four parts' => [ $token . '.a' ];
		yield 'padding' => [ $token . '=' ];
		yield 'a space' => [ ' ' . $token ];
		yield 'claims are a list' => [ self::signer()->token( [ 1, 2 ] ) ];
		yield 'no JSON' => [ 'YQ.YQ.YQ' ];
		yield 'too long' => [ self::signer()->token( self::claims( [ 'x' => str_repeat( 'x', 70_000 ) ] ) ) ];
	}

	#[DataProvider( 'no_tokens' )]
	public function test_what_is_no_token( string $text ): void {
		$this->expectExceptionObject( new LoginRefused( 'token_malformed' ) );
		self::check( $text );
	}

	#[TestWith( [ 'RS256' ] )]
	#[TestWith( [ 'ES256' ] )]
	#[TestWith( [ 'PS256' ] )]
	public function test_changed_tokens( string $algorithm ): void {
		[ $header, $claims, $signature ] = explode( '.', self::signer( $algorithm )->token( self::claims() ) );
		[ , $others ]                    = explode( '.', self::signer( $algorithm )->token( self::claims( [ 'sub' => 'admin' ] ) ) );
		$tokens                          = [ "$header.$others.$signature", "$header.$claims.", "$header.$claims." . strrev( $signature ), "$header.$claims." . str_repeat( 'A', 86 ), "$header.$claims.AAAA" ];
		foreach ( $tokens as $token ) {
			try {
				self::check( $token, [ self::signer( $algorithm )->jwk() ] );
				self::fail( 'This token was changed.' );
			} catch ( LoginRefused $refused ) {
				self::assertSame( 'signature_invalid', $refused->reason );
			}
		}
	}

	public function test_after_a_renewal_there_is_no_nonce(): void {
		self::assertSame( 'person', self::check( self::signer()->token( self::claims( [ 'nonce' => null ] ) ), null, null )->subject );
	}

	/** @return iterable<string, array{array<string, mixed>, string}> */
	public static function bad_logouts(): iterable {
		yield 'no event' => [ [ 'events' => null ], 'event_invalid' ];
		yield 'a list of events' => [ [ 'events' => array_keys( self::EVENT ) ], 'event_invalid' ];
		yield 'another event' => [ [ 'events' => [ 'http://schemas.openid.net/event/other' => [] ] ], 'event_invalid' ];
		yield 'a nonce' => [ [ 'nonce' => 'n' ], 'nonce_present' ];
		yield 'nobody' => [ [ 'sub' => null, 'sid' => null ], 'sub_missing' ];
		yield 'no jti' => [ [ 'jti' => null ], 'jti_missing' ];
		yield 'no iat' => [ [ 'iat' => null ], 'issue_time_missing' ];
		yield 'no exp' => [ [ 'exp' => null ], 'expiry_missing' ];
		yield 'expired' => [ [ 'exp' => self::NOW - 60 ], 'expired' ];
		yield 'another audience' => [ [ 'aud' => 'other', 'azp' => null ], 'audience_invalid' ];
		yield 'another issuer' => [ [ 'iss' => 'https://evil.example' ], 'issuer_invalid' ];
	}

	/** @param array<string, mixed> $changes */
	#[DataProvider( 'bad_logouts' )]
	public function test_bad_logout_tokens( array $changes, string $reason ): void {
		$this->expectExceptionObject( new LoginRefused( $reason ) );
		self::check_logout( $changes );
	}

	public function test_good_logout_tokens(): void {
		$logout = self::check_logout( [] );
		self::assertSame( [ self::ISSUER, 'session', 'person', 'j', self::NOW + 300 ], [ $logout->notice->issuer, $logout->notice->sid, $logout->notice->subject, $logout->id, $logout->expires ] );
		self::assertNull( self::check_logout( [ 'sid' => null ] )->notice->sid );
		self::assertNull( self::check_logout( [ 'sub' => null ] )->notice->subject );
	}

	/** @param array<string, mixed> $changes */
	private static function check_logout( array $changes ): LogoutToken {
		$client = self::client();
		$events = (object) array_map( static fn ( array $event ): object => (object) $event, self::EVENT );
		$token  = self::signer()->token( self::claims( $changes + [ 'nonce' => null, 'jti' => 'j', 'events' => $events ] ), [ 'typ' => 'logout+jwt' ] );
		return LogoutToken::verify( SignedToken::from( $token, $client->algorithms ), SignatureKeys::from( [ 'keys' => [ self::signer()->jwk() ] ] ), $client, self::NOW );
	}
}
