<?php
/**
 * Kinds of sources.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

/** Where an input lies. */
enum LocationKind: string {
	case File  = 'file';
	case Url   = 'url';
	case Table = 'table';
}
