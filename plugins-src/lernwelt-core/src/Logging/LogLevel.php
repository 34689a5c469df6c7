<?php
/**
 * How bad it is.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Logging;

/** Level of a line of the log. */
enum LogLevel: string {

	/** Something didn't work for somebody. */
	case Error = 'error';

	/** Something is wrong, and it went on. */
	case Warning = 'warning';

	/** For developers. */
	case Notice = 'notice';

	/**
	 * The level of what PHP reports.
	 *
	 * @param int $type One of PHP's E_ constants.
	 */
	public static function of_php( int $type ): self {
		return match ( $type ) {
			E_WARNING, E_CORE_WARNING, E_COMPILE_WARNING, E_USER_WARNING  => self::Warning,
			E_NOTICE, E_USER_NOTICE, E_DEPRECATED, E_USER_DEPRECATED => self::Notice,
			default                                                        => self::Error,
		};
	}
}
