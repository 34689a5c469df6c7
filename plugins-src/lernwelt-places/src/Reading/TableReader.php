<?php
/**
 * Reads a table of MySQL or MariaDB.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use Lernwelt\Places\Domain\Import\FindingCode;
use Lernwelt\Places\Domain\Import\InputProblem;
use Lernwelt\Places\Domain\Import\RawText;
use Lernwelt\Places\Domain\Import\Row;
use Lernwelt\Places\Domain\Import\RowReader;
use Lernwelt\Places\Domain\Import\UnreadableInput;
use mysqli_sql_exception;

/**
 * A table or view of another database, read in pages along a unique column: each page begins behind the last value, so
 * that a large table needs no more memory than a small one and rows that come meanwhile move nothing.
 */
final class TableReader implements RowReader {

	/** Rows of a page. */
	private const PAGE = 500;

	private readonly TableConnection $connection;

	/** @var ?array{string, list<string>} Column to page by, and all columns. */
	private ?array $layout = null;

	/**
	 * @param string $dsn `mysql://user:password@host[:port]/database?table=name[&socket=/path]`; `%40` stands for an @ and so on.
	 * @param string $key Unique column to page by, '' for the primary key.
	 * @throws UnreadableInput When the DSN names no table.
	 */
	public function __construct( #[\SensitiveParameter] string $dsn, private readonly string $key = '' ) {
		$this->connection = new TableConnection( $dsn );
	}

	/**
	 * The rows in the order of the key.
	 *
	 * @param int $skip Rows to leave out at the beginning.
	 * @return iterable<Row>
	 * @throws UnreadableInput When the database refuses.
	 */
	public function rows( int $skip = 0 ): iterable {
		[ $key, $columns ] = $this->layout();
		$number            = 0;
		$last              = null;
		do {
			$page = $this->page( $key, $last );
			foreach ( $page as $values ) {
				$last = (string) $values[ $key ];
				if ( ++$number > $skip ) {
					yield self::row( $number, array_combine( $columns, array_values( $values ) ) );
				}
			}
		} while ( count( $page ) === self::PAGE );
	}

	/**
	 * Number of rows.
	 *
	 * @throws UnreadableInput When the database refuses.
	 */
	public function count(): int {
		return (int) ( $this->ask( "SELECT COUNT(*) AS number FROM {$this->connection->table}" )[0]['number'] ?? 0 );
	}

	/**
	 * Changes when the table's content does. A view has no checksum: there the number of rows and the last key have to do.
	 *
	 * @throws UnreadableInput When the database refuses.
	 */
	public function fingerprint(): string {
		[ $key ] = $this->layout();
		$sum     = $this->ask( "CHECKSUM TABLE {$this->connection->table}" )[0]['Checksum'] ?? null;
		$sum   ??= implode( ' ', array_map( strval( ... ), $this->ask( "SELECT COUNT(*) AS number, MAX(`$key`) AS last FROM {$this->connection->table}" )[0] ?? [] ) );
		return hash( 'sha256', "{$this->connection->table} $sum" );
	}

	/**
	 * The columns.
	 *
	 * @return list<string>
	 * @throws UnreadableInput When the database refuses.
	 */
	public function columns(): array {
		return $this->layout()[1];
	}

	/**
	 * @return array{string, list<string>}
	 */
	private function layout(): array {
		if ( null !== $this->layout ) {
			return $this->layout;
		}
		$columns = array_map( strval( ... ), array_column( $this->ask( "SHOW COLUMNS FROM {$this->connection->table}" ), 'Field' ) );
		$key     = $this->key;
		if ( '' === $key ) {
			$primary = $this->ask( "SHOW KEYS FROM {$this->connection->table} WHERE Key_name = 'PRIMARY'" );
			$key     = 1 === count( $primary ) ? (string) ( $primary[0]['Column_name'] ?? '' ) : '';
		}
		if ( ! in_array( $key, $columns, true ) || str_contains( $key, '`' ) || ( '' !== $this->key && ! $this->is_unique( $key ) ) ) {
			throw new UnreadableInput( InputProblem::NoKey, $this->key );
		}
		return $this->layout = [ $key, $columns ];
	}

	/** Counts, because a view has no keys to look at, and a unique key may be empty more than once. */
	private function is_unique( string $key ): bool {
		return 0 === (int) ( $this->ask( "SELECT COUNT(*) - COUNT(DISTINCT `$key`) AS doubled FROM {$this->connection->table}" )[0]['doubled'] ?? 1 );
	}

	/**
	 * @return list<array<string, int|float|string|null>>
	 */
	private function page( string $key, ?string $last ): array {
		$where = null === $last ? '' : "WHERE `$key` > ?";
		return $this->ask( "SELECT * FROM {$this->connection->table} $where ORDER BY `$key` LIMIT " . self::PAGE, null === $last ? [] : [ $last ] );
	}

	/**
	 * @param list<string> $values Values for the placeholders.
	 * @return list<array<string, int|float|string|null>>
	 */
	private function ask( string $sql, array $values = [] ): array {
		try {
			return $this->connection->ask( $sql, $values );
		} catch ( mysqli_sql_exception $refused ) {
			// Its words name user, host and statement; its number says enough.
			throw new UnreadableInput( InputProblem::Database, (string) $refused->getCode() );
		}
	}

	/**
	 * @param array<string, int|float|string|null> $values Values.
	 */
	private static function row( int $number, array $values ): Row {
		$raw = implode( ' | ', array_map( static fn ( int|float|string|null $value ): string => substr( (string) $value, 0, 200 ), $values ) );
		foreach ( $values as $value ) {
			if ( is_string( $value ) && ! mb_check_encoding( $value, 'UTF-8' ) ) {
				return new Row( $number, array_map( static fn ( int|float|string|null $value ): int|float|string|null => is_string( $value ) ? RawText::of( $value ) : $value, $values ), FindingCode::InvalidUtf8, RawText::of( $raw ) );
			}
			if ( is_string( $value ) && strlen( $value ) > Lines::MAX ) {
				return new Row( $number, [], FindingCode::RecordTooLarge, RawText::of( $raw ) );
			}
		}
		return new Row( $number, $values, null, RawText::of( $raw ) );
	}
}
