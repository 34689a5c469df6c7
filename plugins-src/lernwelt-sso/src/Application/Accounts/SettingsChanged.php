<?php
/**
 * Somebody else was faster.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use RuntimeException;

/** The settings were changed since they were read; nothing was stored. */
final class SettingsChanged extends RuntimeException {}
