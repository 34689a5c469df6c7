<?php
/**
 * Reports of tools.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Cli;

use Lernwelt\Operations\Application\Notes;
use Lernwelt\Operations\Domain\Notes\InvalidNote;
use Lernwelt\Operations\Domain\Notes\NoteKind;
use RuntimeException;
use WP_CLI;

/** Takes what backup, drill and deployment report, so that checks and metrics know it. */
final readonly class OperationsCommand {

	/**
	 * @param Notes $notes Keeps what tools report.
	 */
	public function __construct( private Notes $notes ) {}

	/**
	 * Notes that a backup, a restore drill or a deployment has ended.
	 *
	 * ## OPTIONS
	 *
	 * <kind>
	 * : backup, drill or deploy.
	 *
	 * <json>
	 * : What happened; "-" reads it from the standard input.
	 *
	 * ## EXAMPLES
	 *
	 *     wp lernwelt operations note backup '{"finished_at":"2026-11-22T03:10:00Z","repository":"primary","snapshot":"abcd","bytes":123,"ok":true}'
	 *     wp lernwelt operations note drill '{"finished_at":"2026-11-22T04:00:00Z","ok":true,"rto_seconds":210,"rpo_seconds":600}'
	 *     wp lernwelt operations note deploy '{"finished_at":"2026-11-22T05:00:00Z","version":"0.1.0","ok":true}'
	 *
	 * @param list<string> $args Kind and JSON.
	 */
	public function note( array $args ): void {
		$kind = NoteKind::tryFrom( $args[0] );
		if ( null === $kind ) {
			WP_CLI::error( __( 'What happened is backup, drill or deploy.', 'lernwelt-operations' ) );
		}
		try {
			$note = $this->notes->keep( $kind, '-' === $args[1] ? (string) file_get_contents( 'php://stdin' ) : $args[1] );
		} catch ( InvalidNote $invalid ) {
			WP_CLI::error( self::refusal( $invalid ) );
		} catch ( RuntimeException $failure ) {
			/* translators: %s: reason. */
			WP_CLI::error( sprintf( __( 'The note could not be kept: %s', 'lernwelt-operations' ), $failure->getMessage() ) );
		}
		/* translators: %s: the note as JSON. */
		WP_CLI::success( sprintf( __( 'Noted: %s', 'lernwelt-operations' ), $note->json() ) );
	}

	/**
	 * Shows the last note of each kind.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : table or json.
	 * ---
	 * default: table
	 * ---
	 *
	 * @param list<string>                  $args    Unused.
	 * @param array{format: 'table'|'json'} $options Options.
	 */
	public function show( array $args, array $options ): void {
		$rows = [];
		foreach ( NoteKind::cases() as $kind ) {
			foreach ( $this->notes->last( $kind ) as $note ) {
				$rows[] = [
					'kind'        => $kind->value,
					'finished_at' => $note->finished_at->format( 'Y-m-d\TH:i:s\Z' ),
					'ok'          => $note->ok ? __( 'yes', 'lernwelt-operations' ) : __( 'no', 'lernwelt-operations' ),
					'note'        => $note->json(),
				];
			}
		}
		WP_CLI\Utils\format_items( $options['format'], $rows, [ 'kind', 'finished_at', 'ok', 'note' ] );
	}

	/**
	 * Forgets a repository that no longer gets backups, so that its age raises no alarm.
	 *
	 * ## OPTIONS
	 *
	 * <repository>
	 * : Its name as in the notes.
	 *
	 * @param list<string> $args Name.
	 */
	public function forget( array $args ): void {
		if ( ! $this->notes->forget_repository( $args[0] ) ) {
			/* translators: %s: name of a repository. */
			WP_CLI::error( sprintf( __( 'Nothing was ever noted about the repository "%s".', 'lernwelt-operations' ), $args[0] ) );
		}
		/* translators: %s: name of a repository. */
		WP_CLI::success( sprintf( __( 'Backups into "%s" are no longer expected.', 'lernwelt-operations' ), $args[0] ) );
	}

	private static function refusal( InvalidNote $invalid ): string {
		$words = match ( $invalid->reason ) {
			'json'         => __( 'The note is no object in JSON.', 'lernwelt-operations' ),
			/* translators: %s: name of a field. */
			'required'     => __( 'The field "%s" is missing.', 'lernwelt-operations' ),
			/* translators: %s: name of a field. */
			'unknown'      => __( 'Nobody knows a field "%s" in this note.', 'lernwelt-operations' ),
			/* translators: %s: name of a field. */
			'type'         => __( 'The field "%s" has a value of the wrong type.', 'lernwelt-operations' ),
			/* translators: %s: name of a field. */
			'time'         => __( 'The field "%s" is no time such as 2026-11-22T03:10:00Z.', 'lernwelt-operations' ),
			/* translators: %s: name of a field. */
			'future'       => __( 'The field "%s" lies in the future. Do the clocks go right?', 'lernwelt-operations' ),
			/* translators: %s: name of a field. */
			'out_of_range' => __( 'The field "%s" has a number that can not be.', 'lernwelt-operations' ),
			/* translators: %s: name of a field. */
			default        => __( 'The field "%s" has characters that it may not have.', 'lernwelt-operations' ),
		};
		return sprintf( $words, $invalid->field ) . ' ' . __( 'Nothing was kept.', 'lernwelt-operations' );
	}
}
