<?php
/**
 * The journal of erasures on the command line.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cli;

use Lernwelt\Core\Persistence\JournalTable;
use Lernwelt\Core\Persistence\RestoredData;
use Lernwelt\Core\Portals;
use Lernwelt\Core\Retention\JournalFile;
use Lernwelt\Core\Retention\Replay;
use RuntimeException;
use WP_CLI;

/** Keeps the journal outside of the database complete, and repeats it after a restore. */
final readonly class JournalCommand {

	/**
	 * @param JournalTable $table    Journal of the current portal.
	 * @param Replay       $replay   Repeats on the current portal.
	 * @param RestoredData $restored What a backup must not bring back.
	 * @param Portals      $portals  Portals of the network.
	 */
	public function __construct(
		private JournalTable $table,
		private Replay $replay,
		private RestoredData $restored,
		private Portals $portals,
	) {}

	/**
	 * Adds to the file (journal_file of config.php) what the database has and it doesn't: after a full disk, for instance.
	 */
	public function sync(): void {
		$file = JournalFile::configured();
		if ( null === $file ) {
			WP_CLI::error( 'config.php names no journal_file: what is erased after a backup could not be erased again after a restore.' );
		}
		$added = 0;
		try {
			foreach ( $this->portals->all() as $portal ) {
				switch_to_blog( $portal->blog_id );
				$missing = Replay::difference( $this->table->all(), $file->of( $portal->blog_id ) );
				// An empty file says that nothing was erased, a missing one nothing at all.
				if ( [] !== $missing || ! file_exists( $file->path ) ) {
					$file->append( $portal->blog_id, ...$missing );
				}
				$added += count( $missing );
				restore_current_blog();
			}
		} catch ( RuntimeException $failure ) {
			WP_CLI::error( $failure->getMessage() );
		}
		WP_CLI::success( "$added lines added." );
	}

	/**
	 * Repeats on all portals the erasures that stand in files and not in the database.
	 *
	 * WordPress loads only the plugins of the site it was called for, so every portal gets a process of its own.
	 *
	 * ## OPTIONS
	 *
	 * <file>...
	 * : Journals: of the machine that was lost, of newer backups.
	 *
	 * [--this-portal]
	 * : Only the portal that --url names.
	 *
	 * @param list<string>        $args    Files.
	 * @param array<string, bool> $options Options.
	 */
	public function replay( array $args, array $options ): void {
		foreach ( $args as $file ) {
			if ( ! is_readable( $file ) ) {
				WP_CLI::error( "The journal $file can't be read." );
			}
		}
		if ( isset( $options['this-portal'] ) ) {
			$this->replay_here( $args );
			return;
		}
		$failed = [];
		foreach ( $this->portals->all() as $portal ) {
			$command = "lernwelt journal replay --this-portal --url={$portal->url} " . implode( ' ', array_map( escapeshellarg( ... ), $args ) );
			$result  = WP_CLI::runcommand( $command, [ 'launch' => true, 'return' => 'all', 'exit_error' => false ] );
			WP_CLI::log( trim( "$result->stdout\n$result->stderr" ) );
			if ( 0 !== $result->return_code ) {
				$failed[] = $portal->id;
			}
		}
		if ( [] !== $failed ) {
			WP_CLI::error( 'Not everything was erased again on: ' . implode( ', ', $failed ) . '.' );
		}
	}

	/**
	 * Takes out of a restored network what must not come back: sessions, links for new passwords, mails that went out long ago.
	 */
	public function restored(): void {
		$sessions = $this->restored->end_sessions();
		$mails    = 0;
		foreach ( $this->portals->all() as $portal ) {
			switch_to_blog( $portal->blog_id );
			$mails += $this->restored->drop_mails();
			restore_current_blog();
		}
		WP_CLI::success( "$sessions sessions ended, $mails mails of the backup dropped." );
	}

	/**
	 * @param list<string> $paths Files.
	 */
	private function replay_here( array $paths ): void {
		$portal = $this->portals->current();
		try {
			$result = $this->replay->run( self::lines( $paths, $portal->blog_id ) );
		} catch ( RuntimeException $failure ) {
			WP_CLI::error( "{$portal->id}: {$failure->getMessage()}" );
		}
		if ( [] !== $result['left'] ) {
			$left = implode( ', ', array_map( static fn ( string $source, int $count ): string => "$count of \"$source\"", array_keys( $result['left'] ), $result['left'] ) );
			WP_CLI::error( "{$portal->id}: {$result['done']} erased again, left because nobody here knows how: $left." );
		}
		WP_CLI::success( "{$portal->id}: {$result['done']} erased again." );
	}

	/**
	 * @param list<string> $paths  Files.
	 * @param int          $portal Number.
	 * @return iterable<\Lernwelt\Core\Retention\JournalEntry>
	 */
	private static function lines( array $paths, int $portal ): iterable {
		foreach ( $paths as $path ) {
			yield from ( new JournalFile( $path ) )->of( $portal );
		}
	}
}
