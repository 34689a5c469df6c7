<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use InvalidArgumentException;
use Lernwelt\Core\Rest\CsvResponse;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\RestRequests;
use LogicException;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\ExpectationFailedException;
use UnexpectedValueException;
use WP_REST_Request;
use WP_REST_Response;

final class RestTest extends IntegrationTestCase {

	use RestRequests;

	private const FIXTURES = __DIR__ . '/../fixtures';

	protected function setUp(): void {
		parent::setUp();
		$controller = new DemoController( new Schemas( self::FIXTURES ) );
		add_action( 'rest_api_init', $controller->register_routes( ... ) );
	}

	public function test_an_answer_keeps_to_its_schema(): void {
		$this->log_in_as( 'subscriber' );
		$this->assert_answer( $this->rest( 'GET', '/lernwelt/v1/demo/7' ), self::FIXTURES . '/settings.json' );
	}

	public function test_a_table_is_sent_as_a_file(): void {
		$this->log_in_as( 'subscriber' );
		$answer = $this->rest( 'GET', '/lernwelt/v1/demo/table' );
		$text   = "\xEF\xBB\xBF\"Straße\";\"'=1+1\"\r\n\"Markt\";\"-1\"\r\n";
		$this->assert_answer( $answer, self::FIXTURES . '/table.json' );
		self::assertSame( [ $text, 'attachment; filename="demo.csv"', 'text/csv; charset=utf-8' ], [ $answer->get_data(), $answer->get_headers()['Content-Disposition'], $answer->get_headers()['Content-Type'] ] );

		// The core prints it after everybody who sends headers, once, and nothing else.
		$printed = static function ( mixed $answer, bool $served = false ): array {
			$begun = null;
			$watch = static function ( bool $served ) use ( &$begun ): bool {
				$begun = ob_get_contents();
				return $served;
			};
			add_filter( 'rest_pre_serve_request', $watch, 19 );
			ob_start();
			$served = apply_filters( 'rest_pre_serve_request', $served, $answer, new WP_REST_Request( 'GET', '/lernwelt/v1/demo/table' ), rest_get_server() );
			$text   = ob_get_clean();
			remove_filter( 'rest_pre_serve_request', $watch, 19 );
			return [ $served, $begun, $text ];
		};
		self::assertSame( [ true, '', $text ], $printed( $answer ) );
		self::assertSame( [ true, '', '' ], $printed( $answer, true ) );
		self::assertSame( [ false, '', '' ], $printed( new WP_REST_Response( 'text' ) ) );
	}

	public function test_a_file_s_name_can_t_break_its_header(): void {
		$this->expectException( InvalidArgumentException::class );
		new CsvResponse( "a\"; filename=b.exe", static fn (): array => [] );
	}

	public function test_an_answer_that_breaks_its_schema_is_noticed(): void {
		$this->expectException( ExpectationFailedException::class );
		$this->assert_answer( new WP_REST_Response( [ 'email' => 'a@example.org', 'count' => 10 ] ), self::FIXTURES . '/settings.json' );
	}

	public function test_guests_get_401_and_others_403(): void {
		$post = self::post();
		$this->assert_problem( $this->write( $post ), Problems::UNAUTHENTICATED, 401 );

		$this->log_in_as( 'author' );
		$this->assert_problem( $this->write( $post ), Problems::FORBIDDEN, 403 );

		$this->log_in_as( 'editor', 'startchancen' );
		$this->assert_problem( $this->write( $post ), Problems::FORBIDDEN, 403 );

		$this->log_in_as( 'editor' );
		self::assertSame( 200, $this->write( $post )->get_status() );
	}

	public function test_parameters_are_refused_with_422_and_a_reason_per_field(): void {
		$this->log_in_as( 'editor' );
		$post = self::post();

		$this->assert_problem( $this->write( $post, [ 'email' => 'x', 'count' => 99 ] ), Problems::INVALID, 422, [ 'email' => 'email', 'count' => 'out_of_range' ] );
		$this->assert_problem( $this->rest( 'PUT', "/lernwelt/v1/demo/$post", [ 'count' => 5 ] ), Problems::INVALID, 422, [ 'email' => 'required' ] );
		$this->assert_problem( $this->write( $post, [ 'count' => 9 ] ), Problems::INVALID, 422, [ 'count' => 'taken' ] );
	}

	public function test_permission_comes_before_the_parameters(): void {
		$this->assert_problem( $this->write( self::post(), [ 'email' => 'x' ] ), Problems::UNAUTHENTICATED, 401 );
	}

	public function test_missing_things_get_404(): void {
		$this->log_in_as( 'subscriber' );
		$this->assert_problem( $this->rest( 'GET', '/lernwelt/v1/demo/404' ), Problems::NOT_FOUND, 404 );
	}

	public function test_routes_of_others_keep_wordpress_s_words(): void {
		$response = $this->rest( 'GET', '/wp/v2/posts', [ 'per_page' => 1000 ] );
		self::assertSame( [ 400, 'rest_invalid_param' ], [ $response->get_status(), $response->get_data()['code'] ] );
	}

	public function test_the_schema_is_published(): void {
		$response = $this->rest( 'OPTIONS', '/lernwelt/v1/demo/1' );
		self::assertSame( 'Demo settings', $response->get_data()['schema']['title'] ?? null );
	}

	#[DataProvider( 'table' )]
	public function test_every_problem_has_a_status_and_a_sentence( string $code, int $status ): void {
		$error = Problems::error( $code );
		self::assertSame( $status, $error->get_error_data()['status'] );
		self::assertStringEndsWith( '.', $error->get_error_message() );
	}

	public function test_people_read_german(): void {
		switch_to_locale( 'de_DE' );
		self::assertSame( 'Bitte melden Sie sich zuerst an.', Problems::error( Problems::UNAUTHENTICATED )->get_error_message() );
		restore_previous_locale();
	}

	/**
	 * @return list<array{string, int}>
	 */
	public static function table(): array {
		return [
			[ Problems::UNAUTHENTICATED, 401 ],
			[ Problems::FORBIDDEN, 403 ],
			[ Problems::NOT_FOUND, 404 ],
			[ Problems::CONFLICT, 409 ],
			[ Problems::INVALID, 422 ],
			[ Problems::TOO_MANY, 429 ],
		];
	}

	public function test_an_invented_problem_is_a_programming_error(): void {
		$this->expectException( LogicException::class );
		Problems::error( 'teapot' );
	}

	public function test_a_missing_schema_is_named(): void {
		$this->expectException( UnexpectedValueException::class );
		$this->expectExceptionMessage( '/nothing.json' );
		( new Schemas( self::FIXTURES ) )->get( 'nothing' );
	}

	/**
	 * @param array<string, mixed> $values Values.
	 */
	private function write( int $post, array $values = [] ): WP_REST_Response {
		return $this->rest( 'PUT', "/lernwelt/v1/demo/$post", $values + [ 'email' => 'a@example.org', 'count' => 5 ] );
	}

	private static function post(): int {
		return wp_insert_post( [ 'post_title' => 'Demo', 'post_status' => 'publish', 'post_author' => 1 ] );
	}
}
