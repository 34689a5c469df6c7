<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Protocol;

use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\Issuer;
use Lernwelt\Sso\Web\Protocol\WordPressHttp;
use Lernwelt\Tests\IntegrationTestCase;

/** What the way to the provider allows. */
final class WordPressHttpTest extends IntegrationTestCase {

	/** @var array<string, mixed> */
	private array $arguments = [];

	private int $asked = 0;

	protected function setUp(): void {
		parent::setUp();
		add_filter(
			'pre_http_request',
			function ( mixed $answer, array $arguments ): array {
				$this->arguments = $arguments;
				++$this->asked;
				return [ 'headers' => [ 'content-type' => 'Application/JSON; charset=utf-8' ], 'body' => '{"a":1}', 'response' => [ 'code' => 200, 'message' => 'OK' ], 'cookies' => [], 'filename' => null ];
			},
			10,
			2
		);
	}

	public function test_requests_are_short_verified_and_stay_where_they_are(): void {
		$answer = ( new WordPressHttp() )->request( new Issuer( 'https://login.example.org', false ), 'https://login.example.org/token', [ 'Authorization' => 'Basic x' ], [ 'code' => 'c' ] );
		self::assertSame( [ 200, 'application/json', [ 'a' => 1 ] ], [ $answer->status, $answer->type, $answer->json() ] );
		self::assertSame(
			[ 'POST', 5, 0, true, true, 524288, [ 'code' => 'c' ], 'Lernwelt' ],
			array_map( fn ( string $name ): mixed => $this->arguments[ $name ], [ 'method', 'timeout', 'redirection', 'reject_unsafe_urls', 'sslverify', 'limit_response_size', 'body', 'user-agent' ] )
		);
		self::assertFalse( has_filter( 'http_allowed_safe_ports' ), 'other requests have the ports they had' );
	}

	public function test_only_this_machine_may_be_unsafe(): void {
		( new WordPressHttp() )->request( new Issuer( 'http://127.0.0.1:8357', true ), 'http://127.0.0.1:8357/token' );
		self::assertSame( [ 'GET', false ], [ $this->arguments['method'], $this->arguments['reject_unsafe_urls'] ] );
	}

	public function test_nobody_else_is_asked(): void {
		$issuer = new Issuer( 'https://login.example.org', false );
		foreach ( [ 'https://evil.example/token', 'http://login.example.org/token', 'https://login.example.org:444/' ] as $url ) {
			try {
				( new WordPressHttp() )->request( $issuer, $url );
				self::fail( $url );
			} catch ( LoginRefused $refused ) {
				self::assertSame( 'endpoint_foreign', $refused->reason );
			}
		}
		self::assertSame( 0, $this->asked );
	}

	public function test_questions_of_one_login_go_over_one_connection(): void {
		remove_all_filters( 'pre_http_request' );
		$process = proc_open( [ PHP_BINARY, __DIR__ . '/one-connection.php' ], [ 1 => [ 'pipe', 'w' ] ], $pipes );
		self::assertIsResource( $process );
		$origin = 'http://' . trim( (string) fgets( $pipes[1] ) );
		OpenHttp::allow( $origin );
		try {
			$http  = new WordPressHttp();
			$asked = fn (): mixed => $http->request( new Issuer( $origin, true ), "$origin/token" )->json()['asked'] ?? null;
			self::assertSame( [ 1, 2, 3 ], [ $asked(), $asked(), $asked() ] );
		} finally {
			proc_terminate( $process );
			proc_close( $process );
		}
		self::assertFalse( has_action( 'http_api_curl' ), 'other requests have connections of their own' );
	}

	public function test_only_json_counts_as_json(): void {
		remove_all_filters( 'pre_http_request' );
		foreach ( [ 'text/html' => null, 'application/jwt' => null, 'application/jwk-set+json' => [ 'a' => 1 ], '' => null ] as $type => $expected ) {
			$answer = static fn (): array => [ 'headers' => [ 'content-type' => $type ], 'body' => '{"a":1}', 'response' => [ 'code' => 200, 'message' => 'OK' ], 'cookies' => [], 'filename' => null ];
			add_filter( 'pre_http_request', $answer );
			self::assertSame( $expected, ( new WordPressHttp() )->request( new Issuer( 'https://login.example.org', false ), 'https://login.example.org/' )->json(), $type );
			remove_filter( 'pre_http_request', $answer );
		}
	}
}
