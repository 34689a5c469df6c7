<?php
/**
 * Room for files.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Health;

use Lernwelt\Core\Health\HealthCheck;
use Lernwelt\Core\Health\HealthResult;
use Lernwelt\Core\Health\HealthScope;
use Lernwelt\Operations\Application\Volumes;

/** Whether files can be written, and how much room is left. */
final readonly class DiskCheck implements HealthCheck {

	/** Free share below which somebody should look. */
	public const WARNING = 0.10;

	/** Free share below which it is about to break. */
	public const FAILED = 0.03;

	/**
	 * @param Volumes $volumes Folders.
	 */
	public function __construct( private Volumes $volumes ) {}

	public function label(): string {
		return __( 'Disk space', 'lernwelt-operations' );
	}

	public function purpose(): string {
		return __( 'Without room for files nothing can be uploaded, no temporary file be made and no page be cached.', 'lernwelt-operations' );
	}

	public function advice(): string {
		return __( 'Make room or enlarge the volume, and look at what grows: uploaded files, logs, temporary files, the database on the same disk. The folders must belong to the user that PHP runs as.', 'lernwelt-operations' );
	}

	public function is_critical(): bool {
		return true;
	}

	public function scope(): HealthScope {
		return HealthScope::Network;
	}

	public function run(): HealthResult {
		$free    = $this->volumes->free();
		$details = [];
		foreach ( $free as $name => $ratio ) {
			$details[ "free_$name" ] = $ratio;
		}
		$full = $this->volumes->full();
		if ( [] !== $full ) {
			/* translators: %s: list of folders, e.g. "uploads, tmp". */
			return HealthResult::failed( sprintf( __( 'No file can be written to: %s.', 'lernwelt-operations' ), implode( ', ', $full ) ), $details );
		}
		$known = array_filter( $free, is_float( ... ) );
		if ( [] === $known ) {
			return HealthResult::warning( __( 'This server does not say how much room is left.', 'lernwelt-operations' ), $details );
		}
		asort( $known );
		$name = (string) array_key_first( $known );
		/* translators: 1: percentage, 2: name of a folder, e.g. "uploads". */
		$sentence = sprintf( __( '%1$s %% are free (least: %2$s).', 'lernwelt-operations' ), number_format_i18n( 100 * $known[ $name ], 1 ), $name );
		return match ( true ) {
			$known[ $name ] < self::FAILED  => HealthResult::failed( $sentence, $details ),
			$known[ $name ] < self::WARNING => HealthResult::warning( $sentence, $details ),
			default                         => HealthResult::ok( $sentence, $details ),
		};
	}
}
