<?php
/**
 * School register.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Lernwelt\Core\Cli\SchoolsCommand;
use Lernwelt\Core\I18n\AuditWords;
use Lernwelt\Core\Persistence\Migrations\M0004CreateSchools;
use WP_CLI;

/** Table, command and log of the schools. */
final readonly class SchoolHooks {

	/**
	 * @param Services $services Shared services.
	 */
	public function __construct( private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		$this->services->migrations->register( Plugin::SLUG, new M0004CreateSchools() );
		add_filter( 'lernwelt_audit_words', [ AuditWords::class, 'add' ], 10, 2 );
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			WP_CLI::add_command( 'lernwelt schools', new SchoolsCommand( $this->services->schools, $this->services->school_import ) );
		}
	}
}
