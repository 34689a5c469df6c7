<?php
/**
 * Code as it was released.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Health;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Health\HealthCheck;
use Lernwelt\Core\Health\HealthResult;
use Lernwelt\Core\Health\HealthScope;
use Lernwelt\Operations\Domain\Files\Comparison;

/** What the last comparison with the release found; comparing takes seconds and is done by the command. */
final readonly class FilesCheck implements HealthCheck {

	/** Network option: when it was compared, and how much differs. */
	public const OPTION = 'lw_operations_files';

	/** Seconds after which a comparison says nothing any more: a week, and a day. */
	public const WARNING = 8 * 86400;

	/**
	 * @param Clock $clock Time.
	 */
	public function __construct( private Clock $clock ) {}

	/**
	 * Keeps what a comparison found.
	 *
	 * @param Comparison $result What differs.
	 * @param Clock      $clock  Time.
	 */
	public static function keep( Comparison $result, Clock $clock ): void {
		update_site_option( self::OPTION, [ 'at' => $clock->now()->getTimestamp(), 'problems' => count( $result->rows() ) ] );
	}

	public function label(): string {
		return __( 'Files of the release', 'lernwelt-operations' );
	}

	public function purpose(): string {
		return __( 'A file that nobody released may be a back door: code changes by deployment only.', 'lernwelt-operations' );
	}

	public function advice(): string {
		return __( 'Run "wp lernwelt verify-files": it names every file that differs. If nobody here did that, treat this server as taken over: cut it off the net, keep its files as evidence, and deploy anew from the release. When all is well, run the command every week so that somebody would notice.', 'lernwelt-operations' );
	}

	public function is_critical(): bool {
		return false;
	}

	public function scope(): HealthScope {
		return HealthScope::Network;
	}

	public function run(): HealthResult {
		$stored = get_site_option( self::OPTION );
		if ( ! is_array( $stored ) || ! is_int( $stored['at'] ?? null ) || ! is_int( $stored['problems'] ?? null ) ) {
			return HealthResult::ok( __( 'The files were never compared with the release.', 'lernwelt-operations' ) );
		}
		$age     = max( 0, $this->clock->now()->getTimestamp() - $stored['at'] );
		$details = [ 'age_seconds' => $age, 'problems' => $stored['problems'] ];
		if ( 0 < $stored['problems'] ) {
			/* translators: 1: number of files, 2: span of time, e.g. "3 hours". */
			return HealthResult::failed( sprintf( _n( '%1$d file differed from the release %2$s ago.', '%1$d files differed from the release %2$s ago.', $stored['problems'], 'lernwelt-operations' ), $stored['problems'], Spans::words( $age ) ), $details );
		}
		/* translators: %s: span of time, e.g. "3 hours". */
		$sentence = sprintf( __( 'All files were as released %s ago.', 'lernwelt-operations' ), Spans::words( $age ) );
		return self::WARNING < $age ? HealthResult::warning( $sentence, $details ) : HealthResult::ok( $sentence, $details );
	}
}
