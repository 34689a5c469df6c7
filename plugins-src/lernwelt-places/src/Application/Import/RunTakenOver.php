<?php
/**
 * Thrown when a run is in other hands.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Import;

use RuntimeException;

/** Another process moved the run on, or somebody ended it; takes back the transaction that found out. */
final class RunTakenOver extends RuntimeException {}
