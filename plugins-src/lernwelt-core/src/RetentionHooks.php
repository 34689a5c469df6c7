<?php
/**
 * Retention and requests of people.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Lernwelt\Core\Cli\RetentionCommand;
use Lernwelt\Core\Persistence\Migrations\M0005CreateErasureJournal;
use Lernwelt\Core\Privacy\PersonalDataTools;
use WP_CLI;

/** Journal, command and WordPress's own tools for requests of people. */
final readonly class RetentionHooks {

	/**
	 * @param Services $services Shared services.
	 */
	public function __construct( private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		$this->services->migrations->register( Plugin::SLUG, new M0005CreateErasureJournal() );

		$tools = new PersonalDataTools( $this->services->personal_data );
		add_filter( 'wp_privacy_personal_data_exporters', $tools->exporters( ... ) );
		add_filter( 'wp_privacy_personal_data_erasers', $tools->erasers( ... ) );
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			WP_CLI::add_command( 'lernwelt retention', new RetentionCommand( $this->services->retention, $this->services->portals, $this->services->clock ) );
		}
	}
}
