<?php
/**
 * The database.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Health;

use Lernwelt\Core\Health\HealthCheck;
use Lernwelt\Core\Health\HealthResult;
use Lernwelt\Core\Health\HealthScope;
use Lernwelt\Core\Locks;
use Lernwelt\Core\Mailer;

/** Reads from and writes to the portal's tables. */
final readonly class DatabaseCheck implements HealthCheck {

	/**
	 * @param Mailer $mailer Has a table to read.
	 * @param Locks  $locks  Has a table to write to.
	 */
	public function __construct( private Mailer $mailer, private Locks $locks ) {}

	public function label(): string {
		return __( 'Database', 'lernwelt-operations' );
	}

	public function purpose(): string {
		return __( 'Without the database nobody can log in, book or read a page that is not in the page cache.', 'lernwelt-operations' );
	}

	public function advice(): string {
		return __( 'Look at the database server: does it run, is its disk full, is it set to read only, does the replication follow? Nothing is lost meanwhile: what could not be saved was refused with an error.', 'lernwelt-operations' );
	}

	public function is_critical(): bool {
		return true;
	}

	public function scope(): HealthScope {
		return HealthScope::Portal;
	}

	public function run(): HealthResult {
		$this->mailer->backlog();
		// A lock is a row: it is written and deleted. When another process holds it, the attempt was a statement, too.
		$this->locks->acquire( 'health-check', 10 )?->release();
		return HealthResult::ok( __( 'The database reads and writes.', 'lernwelt-operations' ) );
	}
}
