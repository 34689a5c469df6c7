<?php
/**
 * Error pages.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Errors;

use Lernwelt\Security\Errors\ErrorPages;
use Lernwelt\Tests\IntegrationTestCase;
use PHPUnit\Framework\Attributes\TestWith;
use WP_Error;

/** What people learn when something breaks, and what only the log does. */
final class ErrorPagesTest extends IntegrationTestCase {

	/** @var list<string> */
	private array $log = [];

	private ErrorPages $pages;

	private bool $database_fails = false;

	protected function setUp(): void {
		parent::setUp();
		$this->pages = new ErrorPages(
			function ( string $line ): void {
				$this->log[] = $line;
			},
			static function (): void {
			},
			fn (): bool => $this->database_fails
		);
	}

	protected function tearDown(): void {
		unset( $GLOBALS['current_screen'] );
		parent::tearDown();
	}

	/** Status of a page that WordPress ends without saying one. */
	private function status_of( string|WP_Error $message, bool $on_a_screen ): int {
		$sent = 0;
		$hear = static function ( string $line, int $status ) use ( &$sent ): string {
			$sent = $status;
			return $line;
		};
		if ( $on_a_screen ) {
			$GLOBALS['current_screen'] = new class() {
				public function in_admin(): bool {
					return true;
				}
			};
		}
		add_filter( 'status_header', $hear, 10, 2 );
		$this->page( $message, '', [] );
		unset( $GLOBALS['current_screen'] );
		return $sent;
	}

	#[TestWith( [ 'Sorry, you are not allowed to edit this user.' ] )]
	#[TestWith( [ 'Cannot load gibtsnicht.' ] )]
	public function test_a_screen_that_ends_without_a_status_refused_something( string $message ): void {
		self::assertSame( 403, $this->status_of( $message, true ) );
		self::assertSame( [], $this->log );
	}

	public function test_what_failed_on_a_screen_stays_a_failure(): void {
		self::assertSame( 500, $this->status_of( new WP_Error( 'db_connect_fail', 'x' ), true ) );
		$this->database_fails = true;
		self::assertSame( 500, $this->status_of( 'Error in deleting the item.', true ) );
		self::assertCount( 1, $this->log );
	}

	public function test_a_page_that_ends_without_a_status_failed(): void {
		self::assertSame( 500, $this->status_of( 'x', false ) );
		self::assertCount( 1, $this->log );
	}

	/** @param array<string, mixed> $args */
	private function page( string|WP_Error $message, string $title, array $args ): string {
		ob_start();
		( $this->pages->handler() )( $message, $title, $args + [ 'exit' => false ] );
		return (string) ob_get_clean();
	}

	public function test_a_failure_has_a_reference_that_stands_in_the_log_too(): void {
		$message = $this->pages->after_failure( 'There has been a critical error', [ 'file' => '/srv/geheim/Plugin.php', 'line' => 7, 'message' => 'Kennwort 4711' ] );
		$html    = $this->page( $message, '', [ 'response' => 500 ] );

		self::assertSame( 1, preg_match( '#<code>([0-9A-F]{8})</code>#', $html, $found ) );
		self::assertSame( [ "Reference {$found[1]}: /srv/geheim/Plugin.php:7" ], $this->log );
		self::assertStringContainsString( 'Es lag nicht an Ihnen.', $html );
		foreach ( [ 'geheim', '4711', 'WordPress', get_bloginfo( 'version' ), PHP_VERSION ] as $secret ) {
			self::assertStringNotContainsString( $secret, $html );
		}
	}

	public function test_a_refusal_has_its_own_words_and_no_reference(): void {
		$html = $this->page( 'Das dürfen Sie nicht.', '', [ 'response' => 403, 'back_link' => true ] );

		self::assertStringContainsString( '<p>Das dürfen Sie nicht.</p>', $html );
		self::assertStringContainsString( '<html lang="de">', $html );
		self::assertStringNotContainsString( '<code>', $html );
		self::assertSame( [], $this->log );
	}

	public function test_a_title_is_text(): void {
		self::assertStringContainsString( '<h1>alert(1) &amp; mehr</h1>', $this->page( 'x', '<b>alert(1)</b> & mehr', [ 'response' => 400 ] ) );
	}

	public function test_every_failure_of_a_request_shares_one_reference(): void {
		$this->pages->after_failure( '', [] );
		$first = $this->pages->reference();
		$this->page( new WP_Error( 'internal_server_error', 'x' ), '', [ 'response' => 500 ] );

		self::assertSame( $first, $this->pages->reference() );
		self::assertCount( 1, $this->log );
	}
}
