<?php
/**
 * Files that wait for their import.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Uploads;

use Closure;
use Lernwelt\Core\Clock;
use Lernwelt\Places\Domain\Import\Format;

/**
 * Keeps each input as two files with a random name and no extension that a server would run: the data, and a note
 * about it. They are deleted after the run, or after a day.
 */
final readonly class InputStore {

	/** Largest file, in bytes. */
	public const LIMIT = 200 * 1024 * 1024;

	/** Seconds that an input is kept. */
	public const LIFETIME = 86400;

	/** So many inputs may wait on a portal. */
	public const MAX = 30;

	/**
	 * @param Clock           $clock  Time.
	 * @param Closure(): string $folder Path of the portal's private folder.
	 * @param Closure(string, string): bool $move Takes an uploaded file to its place; refuses what wasn't uploaded.
	 */
	public function __construct( private Clock $clock, private Closure $folder, private Closure $move ) {}

	/** Largest file that can be uploaded here, in bytes. */
	public static function limit(): int {
		return min( self::LIMIT, wp_max_upload_size() );
	}

	/**
	 * Keeps an uploaded file.
	 *
	 * @param array<array-key, mixed> $file One entry of $_FILES.
	 * @throws InputRefused When it can't be imported.
	 */
	public function upload( array $file ): Input {
		$error = $file['error'] ?? UPLOAD_ERR_NO_FILE;
		$from  = $file['tmp_name'] ?? '';
		$name  = $file['name'] ?? '';
		if ( in_array( $error, [ UPLOAD_ERR_INI_SIZE, UPLOAD_ERR_FORM_SIZE ], true ) ) {
			throw new InputRefused( InputRefused::TOO_LARGE );
		}
		if ( UPLOAD_ERR_OK !== $error || ! is_string( $from ) || ! is_string( $name ) || ! is_file( $from ) ) {
			throw new InputRefused( UPLOAD_ERR_PARTIAL === $error ? InputRefused::PARTIAL : InputRefused::MISSING );
		}
		FileCheck::extension( $name );
		if ( (int) filesize( $from ) > self::limit() ) {
			throw new InputRefused( InputRefused::TOO_LARGE );
		}
		return $this->keep( $from, FileCheck::name( $name ), '', FileCheck::format( $from ), $this->move );
	}

	/**
	 * Keeps a file that was fetched.
	 *
	 * @param string $from Path; it is moved.
	 * @param string $name Address for people.
	 * @param string $url  Address.
	 * @throws InputRefused When it can't be imported.
	 */
	public function fetched( string $from, string $name, string $url ): Input {
		return $this->keep( $from, $name, $url, FileCheck::format( $from ), rename( ... ) );
	}

	/**
	 * Finds an input of the current portal.
	 *
	 * @param string $id Id.
	 */
	public function find( string $id ): ?Input {
		if ( 1 !== preg_match( '/^[0-9a-f]{32}$/D', $id ) ) {
			return null;
		}
		$path = PrivateFolder::path() . "/$id";
		$note = is_file( "$path.note" ) && is_file( "$path.data" ) ? file_get_contents( "$path.note" ) : false;
		$note = false === $note ? null : json_decode( $note, true );
		$form = is_array( $note ) ? Format::tryFrom( (string) ( $note['format'] ?? '' ) ) : null;
		return is_array( $note ) && null !== $form
			? new Input( $id, (string) $note['name'], "$path.data", (string) $note['url'], $form, (int) $note['size'], (int) $note['created'], (int) $note['run'] )
			: null;
	}

	/**
	 * Notes which run reads an input.
	 *
	 * @param Input $input Input.
	 * @param int   $run   Number of the run.
	 * @throws InputRefused When the note can't be written.
	 */
	public function used_by( Input $input, int $run ): void {
		$this->note( new Input( $input->id, $input->name, $input->path, $input->url, $input->format, $input->size, $input->created, $run ) );
	}

	/**
	 * Deletes an input.
	 *
	 * @param string $id Id.
	 */
	public function delete( string $id ): void {
		if ( 1 !== preg_match( '/^[0-9a-f]{32}$/D', $id ) ) {
			return;
		}
		foreach ( [ 'note', 'data' ] as $kind ) {
			$file = PrivateFolder::path() . "/$id.$kind";
			if ( is_file( $file ) ) {
				unlink( $file );
			}
		}
	}

	/**
	 * Deletes what is too old, and what a run has read to the end.
	 *
	 * @param Closure(int): bool $done Whether the run with this number needs its input no more.
	 */
	public function purge( Closure $done ): void {
		foreach ( $this->files() as $file ) {
			$id    = basename( $file, '.data' );
			$input = $this->find( $id );
			$since = null === $input ? (int) filemtime( $file ) : $input->created;
			if ( $since < $this->clock->now()->getTimestamp() - self::LIFETIME || ( null !== $input && 0 !== $input->run && $done( $input->run ) ) ) {
				$this->delete( $id );
			}
		}
		// What a process that was killed had fetched.
		foreach ( $this->files( 'download' ) as $file ) {
			if ( (int) filemtime( $file ) < $this->clock->now()->getTimestamp() - self::LIFETIME ) {
				unlink( $file );
			}
		}
	}

	/** @return list<string> Paths. */
	private function files( string $kind = 'data' ): array {
		$found = glob( PrivateFolder::path() . "/*.$kind" );
		return false === $found ? [] : $found;
	}

	/**
	 * @param Closure(string, string): bool $move Takes the file to its place.
	 * @throws InputRefused When it can't be stored.
	 */
	private function keep( string $from, string $name, string $url, Format $format, Closure $move ): Input {
		if ( count( $this->files() ) >= self::MAX ) {
			throw new InputRefused( InputRefused::TOO_MANY );
		}
		$id   = bin2hex( random_bytes( 16 ) );
		$path = ( $this->folder )() . "/$id.data";
		$size = (int) filesize( $from );
		if ( ! $move( $from, $path ) ) {
			throw new InputRefused( InputRefused::STORAGE );
		}
		chmod( $path, 0600 );
		$input = new Input( $id, $name, $path, $url, $format, $size, $this->clock->now()->getTimestamp() );
		$this->note( $input );
		return $input;
	}

	/** @throws InputRefused When it can't be written. */
	private function note( Input $input ): void {
		$note = [ 'name' => $input->name, 'url' => $input->url, 'format' => $input->format->value, 'size' => $input->size, 'created' => $input->created, 'run' => $input->run ];
		if ( false === file_put_contents( ( $this->folder )() . "/$input->id.note", wp_json_encode( $note ) ) ) {
			throw new InputRefused( InputRefused::STORAGE );
		}
	}
}
