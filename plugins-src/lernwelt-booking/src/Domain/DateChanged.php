<?php
/**
 * Somebody was faster.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use RuntimeException;

/** The date isn't what the editor saw any more: another editor saved it. Nothing was changed. */
final class DateChanged extends RuntimeException {}
