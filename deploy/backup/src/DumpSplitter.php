<?php
/**
 * One file per table.
 *
 * @package Lernwelt\Backup
 */

declare( strict_types=1 );

namespace Lernwelt\Backup;

/**
 * Takes the stream of one consistent mariadb-dump apart, so that a table which didn't change is the same file as yesterday,
 * and a portal can be brought back alone. A line break inside of a value is written as \n, so a line that begins like one of
 * ours is one of ours.
 */
final class DumpSplitter {

	private const TABLE = '-- Table structure for table `';

	/** @var array<string, int> Rows per table. */
	private array $rows = [];

	/** @var array{file: string, position: int}|null Where the binary log stood. */
	private ?array $log = null;

	/**
	 * @param string $folder Where the files go.
	 */
	public function __construct( private readonly string $folder ) {}

	/**
	 * Reads until the end.
	 *
	 * @param resource $stream Output of mariadb-dump --extended-insert --comments.
	 * @return array{tables: array<string, int>, log: array{file: string, position: int}|null, dumped_at: string} Rows per table; position in the binary log; instant, UTC.
	 * @throws Trouble When the stream ends too early.
	 */
	public function split( $stream ): array {
		$header = Files::open( "{$this->folder}/_header.sql", 'w' );
		$out    = $header;
		$table  = '';
		$end    = '';
		$since  = '';
		// The comment line before a heading belongs to it; hold lines of comments back until it is clear whose they are.
		$line = fgets( $stream );
		while ( false !== $line ) {
			// The moment of the snapshot has passed when the first line comes.
			$since = '' === $since ? gmdate( 'Y-m-d\TH:i:s\Z' ) : $since;
			if ( str_starts_with( $line, self::TABLE ) ) {
				$table                = substr( trim( $line ), strlen( self::TABLE ), -1 );
				$this->rows[ $table ] = 0;
				$out                  = Files::open( "{$this->folder}/$table.sql", 'w' );
			} elseif ( str_starts_with( $line, '(' ) && '' !== $table ) {
				++$this->rows[ $table ];
			} elseif ( str_starts_with( $line, '-- CHANGE MASTER TO' ) || str_starts_with( $line, '-- CHANGE-MASTER' ) ) {
				$this->position( $line );
			}
			$end = '' === trim( $line ) ? $end : $line;
			// Two sides of one hint: the table's own keys are switched on again in its own file.
			Files::put( $out, $line );
			$line = fgets( $stream );
		}
		if ( ! str_starts_with( $end, '-- Dump completed' ) ) {
			throw new Trouble( 'The dump of the database ended too early.' );
		}
		ksort( $this->rows );
		return [ 'tables' => $this->rows, 'log' => $this->log, 'dumped_at' => $since ];
	}

	private function position( string $line ): void {
		if ( 1 === preg_match( "/MASTER_LOG_FILE='([^']+)', MASTER_LOG_POS=(\d+)/", $line, $found ) ) {
			$this->log = [ 'file' => $found[1], 'position' => (int) $found[2] ];
		}
	}
}
