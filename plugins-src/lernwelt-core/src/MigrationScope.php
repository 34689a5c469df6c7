<?php
/**
 * Reach of a migration.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/** Where a migration runs. */
enum MigrationScope: string {

	/** Once for the whole network: tables `{base_prefix}lw_…`. */
	case Network = 'network';

	/** Once on every portal: tables `{prefix}lw_…`. */
	case Portal = 'portal';
}
