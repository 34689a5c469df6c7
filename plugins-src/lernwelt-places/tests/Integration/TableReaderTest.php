<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Places\Domain\Import\FindingCode;
use Lernwelt\Places\Domain\Import\InputProblem;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Domain\Import\Row;
use Lernwelt\Places\Domain\Import\RowReader;
use Lernwelt\Places\Domain\Import\UnreadableInput;
use Lernwelt\Places\Reading\Inputs;
use Lernwelt\Places\Reading\TableReader;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\Stack;
use mysqli;

/** The foreign database is the one of this stack, by a connection of its own; on SQLite there is none to read. */
final class TableReaderTest extends IntegrationTestCase {
	private ?mysqli $foreign = null;

	protected function setUp(): void {
		parent::setUp();
		$db = Stack::from_environment()->config()['db'];
		if ( 'sqlite' !== $db['engine'] ) {
			[ $host, $port, $socket ] = self::server( $db['host'] ?? '' );
			$this->foreign            = new mysqli( $host, $db['user'] ?? '', $db['password'] ?? '', $db['name'] ?? '', $port, $socket );
			$this->foreign->set_charset( 'utf8mb4' );
			$this->foreign->query( 'CREATE TABLE foreign_places (nr INT NOT NULL PRIMARY KEY, name VARCHAR(100) CHARACTER SET utf8mb4, ort BLOB, breite DECIMAL(9,6), code VARCHAR(20) CHARACTER SET utf8mb4 UNIQUE)' );
		}
	}

	protected function tearDown(): void {
		if ( null !== $this->foreign ) {
			$this->foreign->query( 'DROP TABLE foreign_places' );
			$this->foreign->close();
		}
		parent::tearDown();
	}

	/** More rows than a page has, with gaps between the keys. */
	public function test_all_rows_come_in_the_order_of_the_key(): void {
		if ( ! $this->fill( 1203 ) ) {
			$this->expectNotToPerformAssertions();
			return;
		}
		$reader = $this->reader();
		$rows   = self::rows( $reader );
		self::assertSame( [ 'nr', 'name', 'ort', 'breite', 'code' ], $reader->columns() );
		self::assertSame( 1203, $reader->count() );
		self::assertSame( range( 1, 1203 ), array_column( $rows, 'number' ) );
		self::assertSame( array_map( static fn ( int $i ): int => 3 * $i, range( 1, 1203 ) ), array_map( static fn ( Row $row ): int => is_numeric( $row->values['nr'] ) ? (int) $row->values['nr'] : 0, $rows ) );
		self::assertSame( 'Größe 😀 1', $rows[0]->values['name'] );
		self::assertSame( '51.482500', $rows[0]->values['breite'] );
		self::assertEquals( array_slice( $rows, 1000 ), self::rows( $reader, 1000 ) );
		// A key of text works the same way.
		self::assertCount( 1203, array_unique( array_map( static fn ( Row $row ): string => is_string( $row->values['code'] ) ? $row->values['code'] : '', self::rows( $this->reader( 'code' ) ) ) ) );
	}

	public function test_bytes_that_are_no_text_refuse_their_row(): void {
		if ( ! $this->fill( 2, "x\xFFy" ) ) {
			$this->expectNotToPerformAssertions();
			return;
		}
		$rows = self::rows( $this->reader() );
		self::assertSame( [ FindingCode::InvalidUtf8, FindingCode::InvalidUtf8 ], array_column( $rows, 'problem' ) );
		self::assertStringContainsString( 'x\xFFy', $rows[0]->raw );
	}

	public function test_the_fingerprint_follows_the_content(): void {
		if ( ! $this->fill( 3 ) ) {
			$this->expectNotToPerformAssertions();
			return;
		}
		$before = $this->reader()->fingerprint();
		self::assertSame( $before, $this->reader()->fingerprint() );
		$this->foreign?->query( "UPDATE foreign_places SET name = 'anders' WHERE nr = 3" );
		self::assertNotSame( $before, $this->reader()->fingerprint() );
	}

	/** Foreign data is read, never changed; and WordPress's own connection keeps its manners. */
	public function test_the_connection_only_reads_and_disturbs_nobody(): void {
		global $wpdb;
		if ( ! $this->fill( 1 ) ) {
			$this->expectNotToPerformAssertions();
			return;
		}
		self::rows( $this->reader() );
		$connection = new \Lernwelt\Places\Reading\TableConnection( $this->dsn() );
		$connection->ask( 'SELECT 1', [] );
		try {
			$connection->ask( 'DELETE FROM foreign_places', [] );
			self::fail( 'It was deleted.' );
		} catch ( \mysqli_sql_exception $refused ) {
			self::assertSame( 1792, $refused->getCode() );
		}
		$wpdb->suppress_errors();
		self::assertFalse( $wpdb->query( 'SELECT nonsense FROM nowhere' ) );
		$wpdb->suppress_errors( false );
	}

	public function test_a_table_needs_a_key_and_has_to_exist(): void {
		if ( null === $this->foreign ) {
			$this->expectNotToPerformAssertions();
			return;
		}
		$problems = [];
		foreach ( [ $this->reader( 'there-is-none' ), new TableReader( str_replace( 'foreign_places', 'nothing', $this->dsn() ) ), new TableReader( (string) preg_replace( '~//[^@]+@~', '//nobody:wrong@', $this->dsn() ) ) ] as $reader ) {
			try {
				self::rows( $reader );
			} catch ( UnreadableInput $unreadable ) {
				$problems[] = [ $unreadable->problem, $unreadable->detail ];
			}
		}
		self::assertSame( [ [ InputProblem::NoKey, 'there-is-none' ], [ InputProblem::Database, '1146' ], [ InputProblem::Database, '1045' ] ], $problems );
	}

	/** Pages begin behind the last value: what has the same one would be left out, and empty ones come never. */
	public function test_a_key_must_be_filled_and_different_in_every_row(): void {
		if ( ! $this->fill( 3 ) ) {
			$this->expectNotToPerformAssertions();
			return;
		}
		$this->foreign?->query( 'CREATE VIEW foreign_view AS SELECT * FROM foreign_places' );
		$view = new TableReader( str_replace( 'foreign_places', 'foreign_view', $this->dsn() ), 'code' );
		try {
			self::assertCount( 3, self::rows( $view ), 'a view has no keys, and yet this column can be one' );
		} finally {
			$this->foreign?->query( 'DROP VIEW foreign_view' );
		}
		self::assertSame( [ InputProblem::NoKey, 'ort' ], $this->refusal( 'ort' ) );
		$this->foreign?->query( 'UPDATE foreign_places SET code = NULL WHERE nr = 3' );
		self::assertSame( [ InputProblem::NoKey, 'code' ], $this->refusal( 'code' ) );
	}

	/** Memory doesn't grow with the table: the pages are dropped as soon as they are read. */
	public function test_a_large_table_needs_little_memory(): void {
		if ( ! $this->fill( 100_000 ) ) {
			$this->expectNotToPerformAssertions();
			return;
		}
		memory_reset_peak_usage();
		$before = memory_get_usage();
		$count  = 0;
		foreach ( $this->reader()->rows() as $row ) {
			$count += null === $row->problem ? 1 : 0;
		}
		self::assertSame( 100_000, $count );
		self::assertLessThan( 16 * 1024 * 1024, memory_get_peak_usage() - $before );
	}

	/** @return array{InputProblem, string} */
	private function refusal( string $key ): array {
		try {
			self::rows( $this->reader( $key ) );
		} catch ( UnreadableInput $unreadable ) {
			return [ $unreadable->problem, $unreadable->detail ];
		}
		self::fail( "$key was taken as a key." );
	}

	/** Fills the table; false where there is none. */
	private function fill( int $count, string $bytes = 'Halle' ): bool {
		if ( null === $this->foreign ) {
			return false;
		}
		$bytes = $this->foreign->real_escape_string( $bytes );
		foreach ( array_chunk( range( 1, $count ), 1000 ) as $numbers ) {
			$rows = array_map( static fn ( int $i ): string => sprintf( "(%d, 'Größe 😀 %d', '%s', 51.4825, 'c%d')", 3 * $i, $i, $bytes, $i ), $numbers );
			$this->foreign->query( 'INSERT INTO foreign_places VALUES ' . implode( ',', $rows ) );
		}
		return true;
	}

	private function reader( string $key = '' ): RowReader {
		return Inputs::table( $this->dsn(), Mapping::from( [ 'version' => 1, 'format' => 'table', 'key' => $key, 'id' => [ 'from' => 'nr' ], 'fields' => [ 'title' => [ 'from' => 'name' ] ] ] ) );
	}

	private function dsn(): string {
		$db                       = Stack::from_environment()->config()['db'];
		[ $host, $port, $socket ] = self::server( $db['host'] ?? '' );
		return 'mysql://' . rawurlencode( $db['user'] ?? '' ) . ':' . rawurlencode( $db['password'] ?? '' ) . "@$host:$port/" . rawurlencode( $db['name'] ?? '' ) . '?table=foreign_places' . ( '' === $socket ? '' : '&socket=' . rawurlencode( $socket ) );
	}

	/**
	 * WordPress writes host[:port][:socket].
	 *
	 * @return array{string, int, string}
	 */
	private static function server( string $host ): array {
		preg_match( '#^([^:/]*)(?::(\d+))?(?::(/.+))?$#', $host, $parts );
		return [ $parts[1] ?? 'localhost', (int) ( '' === ( $parts[2] ?? '' ) ? 3306 : $parts[2] ), $parts[3] ?? '' ];
	}

	/**
	 * @return list<Row>
	 */
	private static function rows( RowReader $reader, int $skip = 0 ): array {
		$rows = [];
		foreach ( $reader->rows( $skip ) as $row ) {
			$rows[] = $row;
		}
		return $rows;
	}
}
