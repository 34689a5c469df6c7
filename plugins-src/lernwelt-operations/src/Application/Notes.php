<?php
/**
 * What tools reported.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Application;

use Closure;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Lease;
use Lernwelt\Core\Locks;
use Lernwelt\Operations\Domain\Notes\InvalidNote;
use Lernwelt\Operations\Domain\Notes\Note;
use Lernwelt\Operations\Domain\Notes\NoteKind;
use RuntimeException;

/** Keeps the last note of each kind and the last that went well, for the network. */
final readonly class Notes {

	/** Network options: `lw_operations_backup` … each a list of divisions (repositories; '' elsewhere). */
	private const OPTION = 'lw_operations_';

	/** Tries to get the lock, 100 ms apart. */
	private const TRIES = 50;

	/**
	 * @param Clock $clock Time.
	 * @param Locks $locks Two tools may report at the same moment.
	 */
	public function __construct( private Clock $clock, private Locks $locks ) {}

	/**
	 * Names of all options, for uninstalling.
	 *
	 * @return list<string>
	 */
	public static function options(): array {
		return array_map( static fn ( NoteKind $kind ): string => self::OPTION . $kind->value, NoteKind::cases() );
	}

	/**
	 * Keeps a note.
	 *
	 * @param NoteKind $kind What it is about.
	 * @param string   $json Object in JSON.
	 * @return Note The note as it was understood.
	 * @throws InvalidNote      When it isn't one.
	 * @throws RuntimeException When it can't be kept.
	 */
	public function keep( NoteKind $kind, string $json ): Note {
		$note = Note::read( $kind, $json, $this->clock->now() );
		$this->change(
			$kind,
			static function ( array $all ) use ( $note ): array {
				$division         = self::division( $note );
				$all[ $division ] = [ 'last' => $note->json() ] + ( $note->ok ? [ 'last_ok' => $note->json() ] : [] ) + ( $all[ $division ] ?? [] );
				return $all;
			}
		);
		return $note;
	}

	/**
	 * Forgets what was reported about a repository that is no longer used.
	 *
	 * @param string $repository Its name.
	 * @return bool Whether anything was known.
	 * @throws RuntimeException When it can't be kept.
	 */
	public function forget_repository( string $repository ): bool {
		if ( ! isset( $this->all( NoteKind::Backup )[ $repository ] ) ) {
			return false;
		}
		$this->change( NoteKind::Backup, static fn ( array $all ): array => array_diff_key( $all, [ $repository => true ] ) );
		return true;
	}

	/**
	 * The last note of each division, whether the work went well or not.
	 *
	 * @param NoteKind $kind What about.
	 * @return array<string, Note> By division.
	 */
	public function last( NoteKind $kind ): array {
		return $this->notes( $kind, 'last' );
	}

	/**
	 * The last note of each division about work that went well.
	 *
	 * @param NoteKind $kind What about.
	 * @return array<string, Note> By division; those without success are missing.
	 */
	public function last_ok( NoteKind $kind ): array {
		return $this->notes( $kind, 'last_ok' );
	}

	/** @return array<string, Note> */
	private function notes( NoteKind $kind, string $which ): array {
		$notes = [];
		foreach ( $this->all( $kind ) as $division => $stored ) {
			if ( isset( $stored[ $which ] ) ) {
				// A clock that was set back must not make what is stored unreadable.
				$notes[ $division ] = Note::read( $kind, $stored[ $which ], $this->clock->now()->modify( '+100 years' ) );
			}
		}
		return $notes;
	}

	/** @return array<string, array<string, string>> */
	private function all( NoteKind $kind ): array {
		$all = get_site_option( self::OPTION . $kind->value, [] );
		return is_array( $all ) ? $all : [];
	}

	/** @param Closure(array<string, array<string, string>>): array<string, array<string, string>> $change */
	private function change( NoteKind $kind, Closure $change ): void {
		// Locks belong to a portal; tools may be called for any.
		switch_to_blog( get_main_site_id() );
		try {
			$lease = $this->lease();
			try {
				self::replace( self::OPTION . $kind->value, fn (): array => $change( $this->all( $kind ) ) );
			} finally {
				$lease->release();
			}
		} finally {
			restore_current_blog();
		}
	}

	private function lease(): Lease {
		for ( $try = 0; $try < self::TRIES; ++$try ) {
			$lease = $this->locks->acquire( 'operations-notes', 30 );
			if ( null !== $lease ) {
				return $lease;
			}
			usleep( 100_000 );
		}
		throw new RuntimeException( 'Another process has been writing notes for five seconds.' );
	}

	/** @param Closure(): array<string, array<string, string>> $wanted Makes the new value of what is stored. */
	private static function replace( string $option, Closure $wanted ): void {
		// Somebody else may have written since this process read it, and the object cache may have missed that.
		$key = get_current_network_id() . ":$option";
		wp_cache_delete( $key, 'site-options' );
		$value = $wanted();
		update_site_option( $option, $value );
		wp_cache_delete( $key, 'site-options' );
		if ( get_site_option( $option ) !== $value ) {
			throw new RuntimeException( 'The database did not keep the note.' );
		}
	}

	private static function division( Note $note ): string {
		$field = $note->kind->divided_by();
		return null === $field ? '' : (string) $note->values[ $field ];
	}
}
