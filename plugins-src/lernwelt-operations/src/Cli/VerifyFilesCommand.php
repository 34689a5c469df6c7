<?php
/**
 * Code against its release.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Cli;

use InvalidArgumentException;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Clock;
use Lernwelt\Operations\Application\Files;
use Lernwelt\Operations\Application\Release;
use Lernwelt\Operations\Domain\Files\Manifest;
use Lernwelt\Operations\Health\FilesCheck;
use RuntimeException;
use WP_CLI;

/** Compares WordPress and our code with what the release consists of. */
final readonly class VerifyFilesCommand {

	/**
	 * @param Release  $release Release.
	 * @param Files    $files   Docroot.
	 * @param AuditLog $audit   Hears of differences.
	 * @param Clock    $clock   Time.
	 */
	public function __construct( private Release $release, private Files $files, private AuditLog $audit, private Clock $clock ) {}

	/**
	 * Compares every file of WordPress, plugins, themes and must-use plugins with the release's manifest (SHA-256), and
	 * looks for programs among the uploaded files. Exit code 1 when something differs, or when it can't be compared.
	 *
	 * Changed: another content. Missing: not there. Unknown: no release brought it. Script: a program or a link among uploads.
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
	public function __invoke( array $args, array $options ): void {
		$path = $this->release->manifest();
		if ( null === $path ) {
			WP_CLI::error( __( 'There is no manifest.json beside the docroot: this is no unpacked release but a development environment. Nothing was compared.', 'lernwelt-operations' ) );
		}
		try {
			$result = Manifest::read( (string) file_get_contents( $path ) )->compare( $this->files->all() );
		} catch ( InvalidArgumentException | RuntimeException $failure ) {
			/* translators: %s: reason. */
			WP_CLI::error( sprintf( __( 'The files could not be compared: %s', 'lernwelt-operations' ), $failure->getMessage() ) );
		}
		FilesCheck::keep( $result, $this->clock );
		if ( 'json' === $options['format'] || ! $result->is_clean() ) {
			WP_CLI\Utils\format_items( $options['format'], $result->rows(), [ 'problem', 'file' ] );
		}
		if ( ! $result->is_clean() ) {
			$this->audit->record( new AuditEvent( 'files', 'differ', details: [ 'changed' => count( $result->changed ), 'missing' => count( $result->missing ), 'unknown' => count( $result->unknown ), 'scripts' => count( $result->scripts ) ] ) );
			/* translators: 1: number of files that differ, 2: number of files of the release. */
			WP_CLI::error( sprintf( __( '%1$d files differ from the release (%2$d files). If nobody here did that, treat this server as taken over.', 'lernwelt-operations' ), count( $result->rows() ), $result->listed ) );
		}
		if ( 'table' === $options['format'] ) {
			/* translators: 1: number of files, 2: version of the release. */
			WP_CLI::success( sprintf( __( 'All %1$d files are as release %2$s made them.', 'lernwelt-operations' ), $result->listed, $this->release->version() ) );
		}
	}
}
