<?php
/**
 * First words of the lists.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Persistence\Migrations;

use Closure;
use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use wpdb;

/** Fills the word lists once and makes WordPress learn the addresses of events. */
final readonly class M0002SeedTerms implements Migration {

	/**
	 * @param Closure(): void $seed Creates the terms that are missing.
	 */
	public function __construct( private Closure $seed ) {}

	public function id(): string {
		return 'M0002_seed_terms';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Portal;
	}

	public function up( wpdb $db ): void {
		( $this->seed )();
		// The next request writes them anew, with the post type.
		delete_option( 'rewrite_rules' );
	}
}
