<?php
/**
 * Retention and requests of people.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Lernwelt\Core\Persistence\Migrations\M0005CreateErasureJournal;
use Lernwelt\Core\Privacy\PersonalDataTools;

/** Journal and WordPress's own tools for requests of people. */
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
	}
}
