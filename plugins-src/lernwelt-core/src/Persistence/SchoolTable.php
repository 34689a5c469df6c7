<?php
/**
 * Stored schools.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence;

use Lernwelt\Core\Schools\School;
use Lernwelt\Core\Schools\Schools;
use Lernwelt\Core\Schools\SchoolType;
use RuntimeException;
use wpdb;

/** The network's table of schools; one line per number. What was read is kept until somebody writes. */
final class SchoolTable implements Schools {

	/** @var array<string, School>|null All of them. */
	private ?array $schools = null;

	/** @var array<string, ?School> Those that were asked for one by one: colleagues have the same school. */
	private array $found = [];

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private readonly wpdb $db ) {}

	/** Full table name. */
	public function name(): string {
		return $this->db->base_prefix . 'lw_schools';
	}

	public function find( string $number ): ?School {
		$number = School::normalised( $number );
		if ( null !== $this->schools ) {
			return $this->schools[ $number ] ?? null;
		}
		if ( '' !== $number && ! array_key_exists( $number, $this->found ) ) {
			$row                    = Bulk::rows( $this->db, (string) $this->db->prepare( 'SELECT * FROM %i WHERE number = %s', $this->name(), $number ) )[0] ?? null;
			$this->found[ $number ] = null === $row ? null : self::school( $row );
		}
		return $this->found[ $number ] ?? null;
	}

	public function all(): array {
		return array_values( $this->by_number() );
	}

	public function count(): int {
		return count( $this->by_number() );
	}

	/**
	 * Adds schools or replaces those with their numbers.
	 *
	 * @param list<School> $schools Schools.
	 * @throws RuntimeException When the database refuses.
	 */
	public function save( array $schools ): void {
		$this->forget();
		$rows = array_map( static fn ( School $school ): array => [ $school->number, $school->name, $school->type->value, $school->district ?? '', $school->startchancen ? 1 : 0 ], $schools );
		Bulk::insert( $this->db, $this->name(), [ 'number', 'name', 'type', 'district', 'startchancen' ], $rows, '', [ 'name', 'type', 'district', 'startchancen' ] );
	}

	/**
	 * Takes a school out; one that isn't there is no error.
	 *
	 * @param string $number Number.
	 * @throws RuntimeException When the database refuses.
	 */
	public function remove( string $number ): void {
		$this->forget();
		Statement::run( $this->db, 'DELETE FROM %i WHERE number = %s', $this->name(), $number );
	}

	private function forget(): void {
		$this->schools = null;
		$this->found   = [];
	}

	/**
	 * @return array<string, School>
	 */
	private function by_number(): array {
		if ( null === $this->schools ) {
			$schools = [];
			foreach ( Bulk::rows( $this->db, (string) $this->db->prepare( 'SELECT * FROM %i', $this->name() ) ) as $row ) {
				$school                     = self::school( $row );
				$schools[ $school->number ] = $school;
			}
			// Databases differ in the order of signs.
			ksort( $schools, SORT_STRING );
			$this->schools = $schools;
		}
		return $this->schools;
	}

	/**
	 * @param array<string, string|null> $row Row.
	 */
	private static function school( array $row ): School {
		return new School(
			(string) $row['number'],
			(string) $row['name'],
			SchoolType::from( (string) $row['type'] ),
			'' === $row['district'] ? null : $row['district'],
			'1' === $row['startchancen']
		);
	}
}
