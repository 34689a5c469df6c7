<?php
/**
 * School register.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Lernwelt\Core\Persistence\Migrations\M0004CreateSchools;

/** Table of the schools. */
final readonly class SchoolHooks {

	/**
	 * @param Services $services Shared services.
	 */
	public function __construct( private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		$this->services->migrations->register( Plugin::SLUG, new M0004CreateSchools() );
	}
}
