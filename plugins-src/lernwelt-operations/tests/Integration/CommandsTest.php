<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Operations\Application\Files;
use Lernwelt\Operations\Application\Heartbeats;
use Lernwelt\Operations\Application\Notes;
use Lernwelt\Operations\Application\Release;
use Lernwelt\Operations\Domain\Files\Manifest;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\Processes;
use Lernwelt\Tests\Stack;
use Lernwelt\Tests\WpCli;

/** Commands, as whoever runs the server calls them. */
final class CommandsTest extends IntegrationTestCase {

	private string $folder = '';

	protected function tearDown(): void {
		foreach ( [ 'manifest.json', 'release.json' ] as $file ) {
			$path = Stack::from_environment()->dir . "/$file";
			if ( is_file( $path ) ) {
				unlink( $path );
			}
		}
		if ( '' !== $this->folder ) {
			self::remove( $this->folder );
		}
		parent::tearDown();
	}

	public function test_all_portals_are_looked_at_each_in_its_own_process(): void {
		$this->work_without_rollback();
		[ $code, $output ] = WpCli::run( 'lernwelt', 'health', '--format=json' );

		$lines   = json_decode( $output, true, 4, JSON_THROW_ON_ERROR );
		$portals = array_map( static fn ( \Lernwelt\Core\Portal $portal ): string => $portal->id, Core::services()->portals->all() );
		self::assertSame( [], array_diff( [ ...$portals, 'network' ], array_column( $lines, 'portal' ) ) );
		self::assertSame( [], array_diff( array_column( $lines, 'portal' ), [ ...$portals, 'network' ] ) );
		self::assertCount( 1, array_filter( $lines, static fn ( array $line ): bool => 'backup' === $line['check'] ), 'what is the same everywhere stands there once' );
		self::assertCount( 5, array_filter( $lines, static fn ( array $line ): bool => 'database' === $line['check'] && 'ok' === $line['status'] ) );
		self::assertSame( 0, $code, $output );
	}

	public function test_a_failure_anywhere_is_the_exit_code(): void {
		global $wpdb;
		$this->work_without_rollback();
		$this->go_to_portal( 'startchancen' );
		update_option( Heartbeats::OPTION, [ 'at' => time() - 3600, 'checks' => [] ], false );
		restore_current_blog();

		[ $code, $output ] = WpCli::run( 'lernwelt', 'health', '--format=json' );
		self::assertSame( 1, $code );
		$failed = array_values( array_filter( json_decode( $output, true, 4, JSON_THROW_ON_ERROR ), static fn ( array $line ): bool => 'failed' === $line['status'] ) );
		self::assertSame( [ [ 'startchancen', 'cron', 'Geplante Aufgaben liefen zuletzt vor 60 Minuten.' ] ], array_map( static fn ( array $line ): array => [ $line['portal'], $line['check'], $line['message'] ], $failed ) );
		self::assertSame( 0, WpCli::run( 'lernwelt', 'health', '--portal=lernorte' )[0] );
		[ $code, , $errors ] = WpCli::run( 'lernwelt', 'health', '--portal=nirgends' );
		self::assertSame( [ 1, "Error: Es gibt kein Portal „nirgends“.\n" ], [ $code, $errors ] );
	}

	public function test_tools_report_and_hear_what_was_wrong(): void {
		$this->work_without_rollback();
		[ $code, $output ] = WpCli::run( 'lernwelt', 'operations', 'note', 'backup', '{"finished_at":"2026-01-02T03:10:00Z","repository":"primary","snapshot":"abcd","bytes":123,"ok":true}' );
		self::assertSame( [ 0, 'Success: Gespeichert: {"finished_at":"2026-01-02T03:10:00Z","ok":true,"repository":"primary","snapshot":"abcd","bytes":123}' ], [ $code, trim( $output ) ] );

		foreach ( [
			[ [ 'note', 'backup', '{"finished_at":"2026-01-02T03:10:00Z","ok":true}' ], 'Die Angabe „repository“ fehlt. Es wurde nichts gespeichert.' ],
			[ [ 'note', 'backup', '{"finished_at":"gestern","repository":"a","ok":true}' ], 'Die Angabe „finished_at“ ist kein Zeitpunkt wie 2026-11-22T03:10:00Z. Es wurde nichts gespeichert.' ],
			[ [ 'note', 'deploy', 'nein' ], 'Die Meldung ist kein JSON-Objekt. Es wurde nichts gespeichert.' ],
			[ [ 'note', 'party', '{}' ], 'Als Ereignis gibt es backup, drill und deploy.' ],
			[ [ 'forget', 'other' ], 'Über das Sicherungsziel „other“ wurde nie etwas gemeldet.' ],
		] as [ $arguments, $sentence ] ) {
			[ $code, , $errors ] = WpCli::run( 'lernwelt', 'operations', ...$arguments );
			self::assertSame( [ 1, "Error: $sentence" ], [ $code, trim( $errors ) ] );
		}
		[ , $shown ] = WpCli::run( 'lernwelt', 'operations', 'show', '--format=json' );
		self::assertSame( [ [ 'kind' => 'backup', 'finished_at' => '2026-01-02T03:10:00Z', 'ok' => 'ja' ] ], array_map( static fn ( array $row ): array => array_diff_key( $row, [ 'note' => 1 ] ), json_decode( $shown, true, 4, JSON_THROW_ON_ERROR ) ) );
	}

	public function test_two_tools_that_report_at_once_lose_nothing(): void {
		$this->work_without_rollback();
		Processes::run(
			3,
			'( new Lernwelt\Operations\Application\Notes( Lernwelt\Core\Core::services()->clock, Lernwelt\Core\Core::services()->locks ) )->keep( Lernwelt\Operations\Domain\Notes\NoteKind::Backup, json_encode( [ "finished_at" => "2026-01-02T03:10:00Z", "repository" => "r$number", "ok" => true ] ) );'
		);

		wp_cache_flush();
		self::assertEqualsCanonicalizing( [ 'r0', 'r1', 'r2' ], array_keys( ( new Notes( Core::services()->clock, Core::services()->locks ) )->last( \Lernwelt\Operations\Domain\Notes\NoteKind::Backup ) ) );
	}

	public function test_development_has_no_release_to_compare_with_and_says_so(): void {
		[ $code, , $errors ] = WpCli::run( 'lernwelt', 'verify-files' );

		self::assertSame( 1, $code );
		self::assertStringContainsString( 'keine ausgepackte Auslieferung, sondern eine Entwicklungsumgebung', $errors );
	}

	public function test_a_docroot_that_differs_is_told_and_recorded(): void {
		global $wpdb;
		$this->work_without_rollback();
		$docroot = Stack::from_environment()->dir;
		$hashes  = [ 'index.php' => hash_file( 'sha256', "$docroot/public/index.php" ), 'gone.php' => str_repeat( 'a', 64 ) ];
		file_put_contents( "$docroot/manifest.json", (string) json_encode( $hashes ) );

		[ $code, $output, $errors ] = WpCli::run( 'lernwelt', 'verify-files', '--format=json' );
		self::assertSame( 1, $code, $errors );
		$rows = json_decode( $output, true, 4, JSON_THROW_ON_ERROR );
		self::assertContains( [ 'problem' => 'missing', 'file' => 'gone.php' ], $rows );
		self::assertContains( [ 'problem' => 'unknown', 'file' => 'wp-load.php' ], $rows );
		self::assertNotContains( 'index.php', array_column( $rows, 'file' ) );
		self::assertStringContainsString( 'weichen von der Auslieferung ab (2 Dateien)', $errors );
		$recorded = $wpdb->get_row( "SELECT area, action, details FROM {$wpdb->base_prefix}lw_audit ORDER BY id DESC LIMIT 1", ARRAY_A );
		self::assertIsArray( $recorded );
		self::assertSame( [ 'files', 'differ' ], [ $recorded['area'], $recorded['action'] ] );
		self::assertStringContainsString( '"missing":1', (string) $recorded['details'] );
	}

	public function test_files_links_and_uploads_are_found(): void {
		$this->folder = get_temp_dir() . 'lernwelt-release-' . bin2hex( random_bytes( 4 ) );
		mkdir( "{$this->folder}/public/wp-content/plugins/x", 0777, true );
		mkdir( "{$this->folder}/shared/2026", 0777, true );
		symlink( "{$this->folder}/shared", "{$this->folder}/public/wp-content/uploads" );
		file_put_contents( "{$this->folder}/public/index.php", 'a' );
		file_put_contents( "{$this->folder}/public/wp-content/plugins/x/.hidden", 'b' );
		file_put_contents( "{$this->folder}/shared/2026/bild.jpg", 'c' );
		$manifest = Manifest::read( (string) json_encode( [ 'index.php' => hash( 'sha256', 'a' ), 'wp-content/plugins/x/.hidden' => hash( 'sha256', 'b' ) ] ) );
		$files    = new Files( "{$this->folder}/public" );

		self::assertSame( [], $manifest->compare( $files->all() )->rows() );
		file_put_contents( "{$this->folder}/shared/2026/bild.php", 'c' );
		symlink( '/etc/hostname', "{$this->folder}/shared/2026/link.jpg" );
		symlink( '/etc/hostname', "{$this->folder}/public/link.txt" );
		file_put_contents( "{$this->folder}/public/index.php", 'A' );
		self::assertEqualsCanonicalizing(
			[ [ 'changed', 'index.php' ], [ 'unknown', 'link.txt' ], [ 'script', 'wp-content/uploads/2026/bild.php' ], [ 'script', 'wp-content/uploads/2026/link.jpg' ] ],
			array_map( array_values( ... ), $manifest->compare( $files->all() )->rows() )
		);
		file_put_contents( "{$this->folder}/release.json", '{"version":"1.2.3"}' );
		self::assertSame( [ '1.2.3', null ], [ ( new Release( $this->folder ) )->version(), ( new Release( $this->folder ) )->manifest() ] );
		self::assertSame( 'development', ( new Release( "{$this->folder}/public" ) )->version() );
	}

	private static function remove( string $path ): void {
		if ( is_link( $path ) || is_file( $path ) ) {
			unlink( $path );
			return;
		}
		foreach ( array_diff( (array) scandir( $path ), [ '.', '..' ] ) as $name ) {
			self::remove( "$path/$name" );
		}
		rmdir( $path );
	}
}
