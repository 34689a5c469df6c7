<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Integration\Map;

use Lernwelt\Core\Data\DataSource;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\Marker;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Data\Record;
use Lernwelt\Core\Data\Result;
use Lernwelt\Core\Viewer;

/** A source in memory: four stations, the last of them for editors only, and a note only editors read. */
final class Stations implements DataSource {
	public const ROWS = [
		[ 'id' => 3, 'title' => 'Äckerchen', 'line' => 'red', 'lat' => 51.5, 'lng' => 11.9 ],
		[ 'id' => 1, 'title' => 'Bahnhof „Süd“', 'line' => 'red', 'lat' => 52.123456, 'lng' => 11.654321 ],
		[ 'id' => 7, 'title' => 'Zeche', 'line' => 'blue', 'lat' => 51.5, 'lng' => 11.9 ],
		[ 'id' => 9, 'title' => 'Geheim', 'line' => 'blue', 'lat' => 51.8, 'lng' => 12.1, 'secret' => true ],
	];

	/** How often markers were asked for. */
	public int $asked = 0;

	public string $version = 'v1';

	public function id(): string {
		return 'stations';
	}

	public function label(): string {
		return 'Stations';
	}

	public function counted( int $count ): string {
		return "$count stations";
	}

	public function fields(): array {
		return [
			new Field( 'line', 'Line', FieldType::Terms, true, choices: static fn (): array => [ 'red' => 'Red', 'blue' => 'Blue' ] ),
			new Field( 'note', 'Note', FieldType::Text, capability: 'edit_others_posts' ),
		];
	}

	public function has_map(): bool {
		return true;
	}

	public function query( Query $query, Viewer $viewer ): Result {
		$rows = $this->rows( $query, $viewer );
		return new Result( count( $rows ), $this->records( array_column( $rows, 'id' ), $viewer ), [], 1, 1 );
	}

	public function markers( Query $query, Viewer $viewer ): array {
		++$this->asked;
		return array_map( static fn ( array $row ): Marker => new Marker( $row['id'], $row['title'], $row['lat'], $row['lng'] ), $this->rows( $query, $viewer ) );
	}

	public function records( array $ids, Viewer $viewer ): array {
		$records = [];
		foreach ( $ids as $id ) {
			foreach ( $this->rows( new Query(), $viewer ) as $row ) {
				if ( $row['id'] === $id ) {
					$values    = [ 'line' => [ $row['line'] ] ] + ( $viewer->can( 'edit_others_posts' ) ? [ 'note' => 'internal word' ] : [] );
					$records[] = new Record( $id, $row['title'], home_url( "/station-$id/" ), $values );
				}
			}
		}
		return $records;
	}

	public function version(): string {
		return $this->version;
	}

	/**
	 * @param Query  $query  Question.
	 * @param Viewer $viewer Who looks.
	 * @return list<array{id: int, title: string, line: string, lat: float, lng: float, secret?: bool}>
	 */
	private function rows( Query $query, Viewer $viewer ): array {
		$fits = static fn ( array $row, array $chosen ): bool => ! isset( $chosen['line'] ) || in_array( $row['line'], $chosen['line'], true );
		return array_values(
			array_filter(
				self::ROWS,
				static fn ( array $row ): bool => ( ! isset( $row['secret'] ) || $viewer->can( 'edit_others_posts' ) )
					&& $fits( $row, $query->filters ) && $fits( $row, $query->scope )
					&& ( '' === $query->search || str_contains( $row['title'], $query->search ) )
			)
		);
	}
}
