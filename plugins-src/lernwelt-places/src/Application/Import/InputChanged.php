<?php
/**
 * Thrown when an input changed.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Import;

use RuntimeException;

/** A run can go on only in the input it began with. */
final class InputChanged extends RuntimeException {}
