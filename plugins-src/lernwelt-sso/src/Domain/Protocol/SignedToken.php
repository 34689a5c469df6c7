<?php
/**
 * A signed token.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

use Firebase\JWT\BeforeValidException;
use Firebase\JWT\ExpiredException;
use Firebase\JWT\JWT;
use Firebase\JWT\SignatureInvalidException;
use Lernwelt\Sso\Domain\LoginRefused;
use Throwable;

/** A JWT in its compact form that looks as it should; whether it is true says claims(). */
final readonly class SignedToken {

	/** How far clocks may be apart, in seconds; the only place that says so. */
	public const SKEW = 60;

	private const LENGTH = 65_536;

	/**
	 * @param string  $token     The token.
	 * @param string  $algorithm Algorithm in its header, one of those allowed.
	 * @param ?string $kid       Name of its key.
	 * @param string  $typ       Type in its header in lower case, '' when it has none.
	 */
	private function __construct(
		#[\SensitiveParameter] private string $token,
		public string $algorithm,
		public ?string $kid,
		public string $typ,
	) {}

	/**
	 * @param mixed        $token      What was sent.
	 * @param list<string> $algorithms Algorithms that are allowed.
	 * @throws LoginRefused With reason `token_malformed`, `algorithm_refused` or `header_refused`.
	 */
	public static function from( #[\SensitiveParameter] mixed $token, array $algorithms ): self {
		if ( ! is_string( $token ) || strlen( $token ) > self::LENGTH || 1 !== preg_match( '/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/D', $token ) ) {
			throw new LoginRefused( 'token_malformed' );
		}
		$header = self::part( $token, 0 );
		$alg    = $header['alg'] ?? null;
		if ( ! is_string( $alg ) || ! in_array( $alg, $algorithms, true ) || ! in_array( $alg, Configuration::ALGORITHMS, true ) ) {
			throw new LoginRefused( 'algorithm_refused' );
		}
		$kid = $header['kid'] ?? null;
		$typ = $header['typ'] ?? '';
		// A key or an address of keys in the header is simply not looked at; what is critical can't be overlooked.
		if ( isset( $header['crit'] ) || ! is_string( $typ ) || ( null !== $kid && ! is_string( $kid ) ) ) {
			throw new LoginRefused( 'header_refused' );
		}
		return new self( $token, $alg, $kid, strtolower( $typ ) );
	}

	/**
	 * The claims as they were sent, believed by nobody yet: only to find out whose keys to use.
	 *
	 * @return array<mixed>
	 * @throws LoginRefused With reason `token_malformed`.
	 */
	public function unverified_claims(): array {
		return self::part( $this->token, 1 );
	}

	/**
	 * The claims, once signature and times are right.
	 *
	 * @param SignatureKeys $keys The provider's keys.
	 * @param int           $now  Unix time.
	 * @return array<string, mixed>
	 * @throws LoginRefused With reason `signature_invalid`, `expired`, `not_yet_valid`, `token_malformed` or one of the key's.
	 */
	public function claims( SignatureKeys $keys, int $now ): array {
		$key = $keys->select( $this->kid, $this->algorithm );
		if ( 'ES256' === $this->algorithm && ! self::is_pair( explode( '.', $this->token )[2] ) ) {
			throw new LoginRefused( 'signature_invalid' );
		}
		[ $leeway, $timestamp ]      = [ JWT::$leeway, JWT::$timestamp ];
		[ JWT::$leeway, JWT::$timestamp ] = [ self::SKEW, $now ];
		try {
			JWT::decode( $this->token, $key );
		} catch ( Throwable $problem ) {
			throw new LoginRefused( self::reason( $problem ) );
		} finally {
			[ JWT::$leeway, JWT::$timestamp ] = [ $leeway, $timestamp ];
		}
		return self::part( $this->token, 1 );
	}

	/** Whether a signature is two numbers of 32 bytes, neither of them zero: php-jwt takes that for granted. */
	private static function is_pair( string $signature ): bool {
		$bytes = (string) base64_decode( strtr( $signature, '-_', '+/' ), true );
		return 64 === strlen( $bytes ) && [] === preg_grep( '/^\0+$/D', str_split( $bytes, 32 ) );
	}

	private static function reason( Throwable $problem ): string {
		return match ( true ) {
			$problem instanceof SignatureInvalidException => 'signature_invalid',
			$problem instanceof ExpiredException          => 'expired',
			$problem instanceof BeforeValidException      => 'not_yet_valid',
			$problem instanceof \UnexpectedValueException => 'token_malformed',
			default                                       => 'signature_invalid',
		};
	}

	/** @return array<string, mixed> */
	private static function part( #[\SensitiveParameter] string $token, int $number ): array {
		$json = base64_decode( strtr( explode( '.', $token )[ $number ], '-_', '+/' ), true );
		$data = false === $json ? null : json_decode( $json, true, 32, JSON_BIGINT_AS_STRING );
		if ( ! is_array( $data ) || [] === $data || array_is_list( $data ) ) {
			throw new LoginRefused( 'token_malformed' );
		}
		return $data;
	}
}
