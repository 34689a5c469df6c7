<?php
/**
 * A line that could not be written or read.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence\Audit;

use RuntimeException;

/** Its message is a sentence without data. */
final class AuditNotWritten extends RuntimeException {
}
