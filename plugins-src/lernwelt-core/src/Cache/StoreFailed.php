<?php
/**
 * The store doesn't answer.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cache;

use RuntimeException;

/** Thrown within the cache only: whoever uses WordPress's functions never sees it. */
final class StoreFailed extends RuntimeException {
}
