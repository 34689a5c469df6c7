<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Core\Rest\Problems;
use PHPUnit\Framework\Attributes\DataProvider;

/** Who may use the routes of the import. */
final class ImportRoutesTest extends ImportScreenTestCase {

	/**
	 * @param array<string, mixed> $values Parameters.
	 */
	#[DataProvider( 'routes' )]
	public function test_guests_learn_nothing( string $method, string $path, array $values = [] ): void {
		$this->assert_problem( $this->rest( $method, self::ROOT . $path, $values ), Problems::UNAUTHENTICATED, 401 );
	}

	/**
	 * @param array<string, mixed> $values Parameters.
	 */
	#[DataProvider( 'routes' )]
	public function test_other_roles_may_not( string $method, string $path, array $values = [] ): void {
		foreach ( [ 'author', 'contributor', 'subscriber' ] as $role ) {
			$this->log_in_as( $role );
			$this->assert_problem( $this->rest( $method, self::ROOT . $path, $values ), Problems::FORBIDDEN, 403 );
		}
	}

	/**
	 * @param array<string, mixed> $values Parameters.
	 */
	#[DataProvider( 'routes' )]
	public function test_editors_of_another_portal_may_not( string $method, string $path, array $values = [] ): void {
		$this->log_in_as( 'administrator', 'startchancen' );
		$this->assert_problem( $this->rest( $method, self::ROOT . $path, $values ), Problems::FORBIDDEN, 403 );
	}

	/**
	 * @return iterable<string, array{0: string, 1: string, 2?: array<string, mixed>}>
	 */
	public static function routes(): iterable {
		$input  = '/inputs/' . str_repeat( 'a', 32 );
		$source = [ 'label' => 'Verband', 'url' => '', 'interval' => 'never', 'mapping' => self::MAPPING ];
		yield 'upload' => [ 'POST', '/inputs' ];
		yield 'address' => [ 'POST', '/inputs', [ 'url' => 'https://example.org/' ] ];
		yield 'input' => [ 'GET', $input ];
		yield 'delete input' => [ 'DELETE', $input ];
		yield 'preview' => [ 'POST', "$input/preview" ];
		yield 'sources' => [ 'GET', '/sources' ];
		yield 'source' => [ 'GET', '/sources/verband' ];
		yield 'save source' => [ 'PUT', '/sources/verband', $source ];
		yield 'save bad source' => [ 'PUT', '/sources/verband', [ 'interval' => 'always' ] ];
		yield 'delete source' => [ 'DELETE', '/sources/verband' ];
		yield 'settings' => [ 'GET', '/settings' ];
		yield 'save settings' => [ 'PUT', '/settings', [ 'hosts' => [ 'example.org' ] ] ];
		yield 'runs' => [ 'GET', '' ];
		yield 'start' => [ 'POST', '/runs', [ 'input' => str_repeat( 'a', 32 ), 'source' => 'verband', 'label' => 'Verband', 'mapping' => self::MAPPING, 'dry_run' => true ] ];
		yield 'run' => [ 'GET', '/1' ];
		foreach ( [ 'step', 'cancel', 'import', 'force' ] as $verb ) {
			yield $verb => [ 'POST', "/1/$verb" ];
		}
		foreach ( [ 'findings', 'changes', 'findings.csv' ] as $report ) {
			yield $report => [ 'GET', "/1/$report" ];
		}
	}

	public function test_editors_import_but_only_administrators_say_from_where(): void {
		$this->log_in_as( 'editor' );
		$this->assert_answer( $this->rest( 'GET', self::ROOT . '/settings' ), self::SCHEMAS . 'import-settings.json' );
		$this->assert_problem( $this->rest( 'PUT', self::ROOT . '/settings', [ 'hosts' => [ 'example.org' ] ] ), Problems::FORBIDDEN, 403 );

		$this->log_in_as( 'administrator' );
		$saved = $this->rest( 'PUT', self::ROOT . '/settings', [ 'hosts' => [ 'daten.example.org', '*.example.net', 'daten.example.org' ] ] );
		$this->assert_answer( $saved, self::SCHEMAS . 'import-settings.json' );
		self::assertSame( [ 'hosts' => [ 'daten.example.org', '*.example.net' ] ], $saved->get_data() );
	}

	public function test_addresses_of_networks_are_no_hosts(): void {
		$this->log_in_as( 'administrator' );
		foreach ( [ '127.0.0.1', 'localhost', '*', 'https://example.org', 'example.org/x', 'a b.org' ] as $host ) {
			$this->assert_problem( $this->rest( 'PUT', self::ROOT . '/settings', [ 'hosts' => [ $host ] ] ), Problems::INVALID, 422, [ 'hosts' => 'pattern' ] );
		}
	}

	public function test_what_does_not_exist_is_not_found(): void {
		$this->log_in_as( 'editor' );
		foreach ( self::routes() as $name => $route ) {
			if ( ! in_array( $name, [ 'upload', 'address', 'sources', 'save source', 'save bad source', 'settings', 'save settings', 'runs' ], true ) ) {
				$path = str_replace( '/1', '/999999', $route[1] );
				$this->assert_problem( $this->rest( $route[0], self::ROOT . $path, $route[2] ?? [] ), Problems::NOT_FOUND, 404 );
			}
		}
	}
}
