<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit\Reading;

use Lernwelt\Places\Domain\Import\InputProblem;
use Lernwelt\Places\Domain\Import\UnreadableInput;
use Lernwelt\Places\Reading\Location;
use Lernwelt\Places\Reading\LocationKind;
use Lernwelt\Places\Reading\TableReader;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class LocationTest extends TestCase {

	/** A label is stored and shown: no user, no password, no query, which often holds a key. */
	#[TestWith( [ '/srv/daten/lernorte.csv', LocationKind::File, 'lernorte.csv' ] )]
	#[TestWith( [ 'lernorte.csv', LocationKind::File, 'lernorte.csv' ] )]
	#[TestWith( [ 'https://daten.example.org/api/orte?key=secret&page={page}#x', LocationKind::Url, 'https://daten.example.org/api/orte' ] )]
	#[TestWith( [ 'HTTP://user:secret@daten.example.org:8080/', LocationKind::Url, 'http://daten.example.org:8080/' ] )]
	#[TestWith( [ 'mysql://root:se%40cret@db.example.org:3307/orte?table=places&socket=/x', LocationKind::Table, 'mysql://db.example.org:3307/orte?table=places' ] )]
	#[TestWith( [ 'mariadb://root:secret@db/orte', LocationKind::Table, 'mariadb://db/orte' ] )]
	#[TestWith( [ 'mysql://root:secret@db:bad/x', LocationKind::Table, 'table' ] )]
	public function test_labels_hold_no_secret( string $source, LocationKind $kind, string $label ): void {
		$location = Location::of( $source );
		self::assertSame( [ $kind, $label ], [ $location->kind, $location->label() ] );
	}

	#[TestWith( [ 'mysql://root:secret@localhost/orte' ] )]
	#[TestWith( [ 'mysql://root:secret@localhost/?table=x' ] )]
	#[TestWith( [ 'mysql:///orte?table=x' ] )]
	#[TestWith( [ 'mysql://localhost/orte?table=x%60;DROP' ] )]
	#[TestWith( [ 'mysql://localhost/orte?table[]=x' ] )]
	public function test_a_dsn_names_host_database_and_table( string $dsn ): void {
		try {
			new TableReader( $dsn );
			self::fail( 'It was taken.' );
		} catch ( UnreadableInput $unreadable ) {
			self::assertSame( InputProblem::Database, $unreadable->problem );
			self::assertStringNotContainsString( 'secret', (string) $unreadable );
		}
	}

	public function test_a_database_that_does_not_answer_is_told_without_the_password(): void {
		$free = stream_socket_server( 'tcp://127.0.0.1:0' );
		self::assertIsResource( $free );
		$port = substr( (string) strrchr( (string) stream_socket_get_name( $free, false ), ':' ), 1 );
		fclose( $free );
		try {
			( new TableReader( "mysql://root:secret@127.0.0.1:$port/orte?table=x" ) )->count();
			self::fail( 'It was read.' );
		} catch ( UnreadableInput $unreadable ) {
			self::assertSame( [ InputProblem::Database, '2002' ], [ $unreadable->problem, $unreadable->detail ] );
			self::assertStringNotContainsString( 'secret', (string) $unreadable );
		}
	}
}
