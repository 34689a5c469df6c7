<?php
/**
 * The journal outside of the database.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Retention;

use DateTimeImmutable;
use DateTimeZone;
use RuntimeException;

/**
 * Lines of JSON with the journals of all portals, beside the database, so that a restored one learns what was erased after
 * its backup. It is only ever added to, and holds nothing that the tables don't.
 */
final readonly class JournalFile {

	/** How an instant is written, UTC. */
	private const FORMAT = 'Y-m-d\TH:i:s\Z';

	/** What a line needs, beside the number of the portal. */
	private const PARTS = [ 'at', 'run', 'source', 'action', 'object' ];

	/**
	 * @param string $path File; made with the first line.
	 */
	public function __construct( public string $path ) {}

	/** The file of this installation: LERNWELT_JOURNAL_FILE; null without. */
	public static function configured(): ?self {
		$path = defined( 'LERNWELT_JOURNAL_FILE' ) ? constant( 'LERNWELT_JOURNAL_FILE' ) : '';
		return is_string( $path ) && '' !== $path ? new self( $path ) : null;
	}

	/**
	 * Adds lines, all or none.
	 *
	 * @param int          $portal     WordPress's number of the portal.
	 * @param JournalEntry ...$entries Lines.
	 * @throws RuntimeException When they can't be written.
	 */
	public function append( int $portal, JournalEntry ...$entries ): void {
		$lines  = implode( '', array_map( static fn ( JournalEntry $one ): string => self::line( $portal, $one ), $entries ) );
		$folder = dirname( $this->path );
		$handle = is_dir( $folder ) && is_writable( file_exists( $this->path ) ? $this->path : $folder ) ? fopen( $this->path, 'ab' ) : false;
		if ( false === $handle || ! flock( $handle, LOCK_EX ) ) {
			throw new RuntimeException( "The journal of erasures {$this->path} can't be written: its folder must belong to the user who runs PHP." );
		}
		$before  = max( 0, (int) ( fstat( $handle )['size'] ?? 0 ) );
		$written = fwrite( $handle, $lines );
		if ( strlen( $lines ) !== $written || ! fflush( $handle ) ) {
			// Half a line would hide the next one.
			ftruncate( $handle, $before );
			throw new RuntimeException( "The journal of erasures {$this->path} can't be written: is the disk full?" );
		}
		fclose( $handle );
	}

	/**
	 * All lines of one portal, oldest first.
	 *
	 * @param int $portal WordPress's number of the portal.
	 * @return iterable<JournalEntry>
	 * @throws RuntimeException When a line is damaged: it may be the one that says what has to go.
	 */
	public function of( int $portal ): iterable {
		if ( ! is_file( $this->path ) ) {
			return;
		}
		$handle = fopen( $this->path, 'rb' );
		if ( false === $handle ) {
			throw new RuntimeException( "The journal of erasures {$this->path} can't be read." );
		}
		for ( $number = 1, $line = fgets( $handle ); false !== $line; ++$number, $line = fgets( $handle ) ) {
			$entry = self::entry( $line, $number ) ?? throw new RuntimeException( "Line $number of the journal of erasures {$this->path} is damaged: mend or delete it by hand." );
			if ( $portal === $entry[0] ) {
				yield $entry[1];
			}
		}
		fclose( $handle );
	}

	private static function line( int $portal, JournalEntry $entry ): string {
		$data = [ 'portal' => $portal, 'at' => $entry->at->format( self::FORMAT ), 'run' => $entry->run, 'source' => $entry->source, 'action' => $entry->action->value, 'object' => $entry->object ];
		return json_encode( $data, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES ) . "\n";
	}

	/**
	 * @return array{int, JournalEntry}|null Portal and line; null when it is damaged.
	 */
	private static function entry( string $line, int $number ): ?array {
		$data = json_decode( $line, true );
		if ( ! is_array( $data ) || ! is_int( $data['portal'] ?? null ) || [] !== array_filter( self::PARTS, static fn ( string $part ): bool => ! is_string( $data[ $part ] ?? null ) ) ) {
			return null;
		}
		$at     = DateTimeImmutable::createFromFormat( '!' . self::FORMAT, $data['at'], new DateTimeZone( 'UTC' ) );
		$action = JournalAction::tryFrom( $data['action'] );
		return false === $at || null === $action ? null : [ $data['portal'], new JournalEntry( $number, $at, $data['run'], $data['source'], $action, $data['object'] ) ];
	}
}
