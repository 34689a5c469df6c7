<?php
/**
 * A failure that an administrator can do something about.
 *
 * @package Lernwelt\Backup
 */

declare( strict_types=1 );

namespace Lernwelt\Backup;

use RuntimeException;

/** Its message is one sentence for people. */
final class Trouble extends RuntimeException {}
