<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Integration;

use DateTimeImmutable;
use Lernwelt\Core\PageChanges;
use Lernwelt\Core\Portals;
use Lernwelt\Operations\PageCache\AnswerHeaders;
use Lernwelt\Operations\PageCache\CacheSettings;
use Lernwelt\Operations\PageCache\Folder;
use Lernwelt\Operations\PageCache\PageMaking;
use Lernwelt\Operations\PageCacheHooks;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_Query;

/** What a page says to caches. */
final class PageCachePageTest extends IntegrationTestCase {

	private const NOW = '2026-11-22 10:00:00';

	private PageMaking $page;

	/** @var array<string, string> Headers that were sent. */
	private array $sent = [];

	private string $directory = '';

	protected function setUp(): void {
		parent::setUp();
		$this->page = new PageMaking();
		PageCacheHooks::watch_parts( $this->page );
		add_filter( 'nonce_user_logged_out', $this->page->note_nonce( ... ), PHP_INT_MAX, 2 );
		$_SERVER['REQUEST_METHOD']     = 'GET';
		$_SERVER['REQUEST_TIME_FLOAT'] = microtime( true );
		unset( $_SERVER['HTTP_AUTHORIZATION'] );
		$_COOKIE             = [];
		$_GET                = [];
		$GLOBALS['wp_query'] = new WP_Query();
	}

	protected function tearDown(): void {
		if ( '' !== $this->directory ) {
			array_map( unlink( ... ), array_filter( (array) glob( "$this->directory/*" ), is_string( ... ) ) );
			rmdir( $this->directory );
			$this->directory = '';
		}
		parent::tearDown();
	}

	public function test_a_guests_page_may_be_kept(): void {
		PageChanges::shows( 'sprobe' );
		$this->answer();
		self::assertSame( [ 'X-Accel-Expires', 'X-Lernwelt-Shows', 'Cache-Control', 'ETag' ], array_keys( array_diff( $this->sent, [ '' ] ) ) );
		self::assertSame( [ '3600', 'public, max-age=0, must-revalidate' ], [ $this->sent['X-Accel-Expires'], $this->sent['Cache-Control'] ] );
		self::assertSame( '', $this->sent['Expires'], 'nginx would believe it.' );
	}

	public function test_the_same_page_has_the_same_mark(): void {
		$this->answer( 'eins' );
		$first = $this->sent['ETag'];
		$this->answer( 'eins' );
		self::assertSame( $first, $this->sent['ETag'] );
		$this->answer( 'zwei' );
		self::assertNotSame( $first, $this->sent['ETag'] );
	}

	public function test_without_a_cache_browsers_ask_and_nobody_is_told_more(): void {
		$this->answer( settings: new CacheSettings( '', '', '' ) );
		self::assertArrayNotHasKey( 'X-Accel-Expires', $this->sent );
		self::assertArrayNotHasKey( 'X-Lernwelt-Shows', $this->sent );
		self::assertSame( 'public, max-age=0, must-revalidate', $this->sent['Cache-Control'] );
	}

	/**
	 * @param string $what What is different.
	 */
	#[DataProvider( 'private_answers' )]
	public function test_what_nobody_may_keep( string $what ): void {
		$lines = [];
		match ( $what ) {
			'user'       => $this->log_in_as( 'subscriber' ),
			'cookie'     => $_COOKIE['wordpress_logged_in_abc'] = 'abgelaufen',
			'password'   => $_COOKIE['wp-postpass_abc'] = 'x',
			'pupil'      => $_COOKIE['__Host-lernwelt-pupil'] = 'x',
			'login'      => $_SERVER['HTTP_AUTHORIZATION'] = 'Basic eDp5',
			'search'     => $_GET['s'] = 'Schule',
			'preview'    => $_GET['preview'] = 'true',
			'key'        => $_GET['key'] = 'x',
			'sent'       => $_SERVER['REQUEST_METHOD'] = 'POST',
			'closed'     => update_option( Portals::OPTION_GUESTS, Portals::CLOSED ),
			'set-cookie' => $lines = [ 'set-cookie: a=b' ],
			default      => null,
		};
		$this->answer( lines: $lines );
		self::assertSame( [ 'Cache-Control' => 'no-store, private' ], $this->sent );
	}

	/** @return array<string, array{string}> */
	public static function private_answers(): array {
		$all = [ 'user', 'cookie', 'password', 'pupil', 'login', 'search', 'preview', 'key', 'sent', 'closed', 'set-cookie' ];
		return array_combine( $all, array_map( static fn ( string $one ): array => [ $one ], $all ) );
	}

	public function test_a_cookie_of_somebody_else_is_nobodys(): void {
		$_COOKIE['_ga']                   = 'x';
		$_COOKIE['wordpress_test_cookie'] = 'x';
		$this->answer();
		self::assertSame( '3600', $this->sent['X-Accel-Expires'] );
	}

	public function test_a_printed_nonce_is_found_one_that_is_not_printed_does_not_matter(): void {
		$nonce = wp_create_nonce( 'wp_rest' );
		$this->answer( '<p>ohne</p>' );
		self::assertArrayHasKey( 'X-Accel-Expires', $this->sent );
		$this->answer( "<script>nonce = '$nonce'</script>" );
		self::assertSame( [ 'Cache-Control' => 'no-store, private' ], $this->sent );
	}

	public function test_who_forbids_keeping_is_obeyed(): void {
		$this->answer( lines: [ 'Cache-Control: no-cache, must-revalidate, max-age=0, no-store, private' ] );
		self::assertSame( [], $this->sent );
	}

	public function test_faults_are_not_kept_and_what_is_lost_only_shortly(): void {
		$this->answer( status: 503 );
		self::assertSame( [ 'Cache-Control' => 'no-store, private' ], $this->sent );
		$GLOBALS['wp_query']->set_404();
		$this->answer( status: 404, lines: [ 'Cache-Control: no-cache, no-store' ] );
		self::assertSame( [ '60', 'x404', 'public, max-age=0, must-revalidate' ], [ $this->sent['X-Accel-Expires'], $this->sent['X-Lernwelt-Shows'], $this->sent['Cache-Control'] ] );
	}

	public function test_a_page_says_until_when_it_is_right(): void {
		$now = new DateTimeImmutable( self::NOW . ' UTC' );
		PageChanges::right_until( $now->modify( '+2 hours' ) );
		$this->answer();
		self::assertSame( '3600', $this->sent['X-Accel-Expires'] );
		PageChanges::right_until( $now->modify( '+60 seconds' ) );
		PageChanges::right_until( $now->modify( '+10 minutes' ) );
		$this->answer();
		self::assertSame( '@' . ( $now->getTimestamp() + 60 ), $this->sent['X-Accel-Expires'] );
	}

	public function test_a_page_begun_before_a_change_is_not_kept(): void {
		$this->directory = sys_get_temp_dir() . '/lernwelt-page-' . bin2hex( random_bytes( 6 ) );
		mkdir( $this->directory );
		$settings = new CacheSettings( $this->directory, '', '' );
		( new Folder( $this->directory, 'probe' ) )->note_change();
		$this->answer( settings: $settings );
		self::assertSame( [ 'Cache-Control' => 'no-store, private' ], $this->sent );
		$_SERVER['REQUEST_TIME_FLOAT'] = microtime( true );
		$this->answer( settings: $settings );
		self::assertArrayHasKey( 'X-Accel-Expires', $this->sent );
	}

	public function test_a_page_says_what_stands_on_it(): void {
		$shown   = self::post( [ 'post_title' => 'Gezeigt' ] );
		$draft   = self::post( [ 'post_title' => 'Entwurf', 'post_status' => 'draft' ] );
		$pattern = self::post( [ 'post_type' => 'wp_block', 'post_content' => '<!-- wp:paragraph --><p>Baustein</p><!-- /wp:paragraph -->' ] );
		$file    = self::post( [ 'post_type' => 'attachment', 'post_status' => 'inherit', 'post_mime_type' => 'application/pdf' ] );
		update_attached_file( $file, '2026/11/plan.pdf' );
		wp_cache_flush();
		foreach (
			[
				'<!-- wp:lernwelt/teasers {"source":"latest","count":3} /-->' => [ 'lpost', "p$shown", "h$shown", 'c1' ],
				sprintf( '<!-- wp:lernwelt/teasers {"source":"ids","ids":[%d]} /-->', $draft ) => [ "p$draft" ],
				sprintf( '<!-- wp:block {"ref":%d} /-->', $pattern ) => [ "p$pattern" ],
				'<!-- wp:lernwelt/downloads /-->'        => [ 'lattachment', "m$file" ],
				'<!-- wp:lernwelt/data-view {"source":"articles"} /-->' => [ 'sarticles', "h$shown" ],
				'<!-- wp:lernwelt/data-count {"source":"downloads"} /-->' => [ 'sdownloads' ],
			] as $content => $parts
		) {
			$this->page = new PageMaking();
			PageCacheHooks::watch_parts( $this->page );
			do_blocks( $content );
			$line = explode( ' ', $this->page->line() );
			foreach ( $parts as $part ) {
				self::assertContains( $part, $line, $content );
			}
		}
	}

	/** @param list<string> $lines Header lines so far. */
	private function answer( string $body = '<!doctype html>', int $status = 200, array $lines = [], ?CacheSettings $settings = null ): void {
		$this->sent = [];
		$settings ??= new CacheSettings( '/nowhere', '', '' );
		( new AnswerHeaders(
			$settings,
			$this->page,
			new FrozenClock( self::NOW ),
			static fn (): Folder => new Folder( $settings->directory, 'probe' ),
			static fn (): array => [ $status, $lines ],
			function ( string $name, string $value ): void {
				$this->sent[ $name ] = $value;
			}
		) )->send( $body );
	}

	/** @param array<string, mixed> $fields Fields. */
	private static function post( array $fields ): int {
		$id = wp_insert_post( $fields + [ 'post_title' => 'Probe', 'post_status' => 'publish', 'post_content' => 'Text' ], true );
		self::assertIsInt( $id );
		return $id;
	}
}
