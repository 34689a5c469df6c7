<?php
/**
 * A refused address of a map server.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Domain\Map;

use DomainException;

/** Says why an address can't be used; adapters turn the code into words. */
final class InvalidTileAddress extends DomainException {
	public const MALFORMED     = 'uri';
	public const SERVER        = 'server';
	public const OPENSTREETMAP = 'openstreetmap';
	public const PLACEHOLDERS  = 'placeholders';

	/**
	 * @param string $reason One of the constants.
	 */
	public function __construct( public readonly string $reason ) {
		parent::__construct( "Refused address of a map server: $reason" );
	}
}
