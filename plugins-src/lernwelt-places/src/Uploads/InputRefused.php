<?php
/**
 * A refused file.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Uploads;

use DomainException;

/** Nothing was kept. */
final class InputRefused extends DomainException {
	public const MISSING    = 'required';
	public const TOO_LARGE  = 'too_large';
	public const PARTIAL    = 'incomplete';
	public const EXTENSION  = 'extension';
	public const EMPTY_FILE = 'empty';
	public const ENCODING   = 'encoding';
	public const BINARY     = 'binary';
	public const HTML       = 'html';
	public const STORAGE    = 'storage';

	/** Too many inputs wait already. */
	public const TOO_MANY = 'too_many';

	/**
	 * @param string $reason One of the constants.
	 */
	public function __construct( public readonly string $reason ) {
		parent::__construct( "The file is refused: $reason." );
	}
}
