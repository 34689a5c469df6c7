<?php
/**
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

namespace Lernwelt\Demo;

use RuntimeException;

/** The demo content can't be imported; the message is one sentence that says what to do. */
final class DemoError extends RuntimeException {}
