<?php
/**
 * How something is.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Health;

/** State of one thing that is watched. */
enum HealthStatus: string {

	/** Works. */
	case Ok = 'ok';

	/** Works, but somebody should look at it by day. */
	case Warning = 'warning';

	/** Doesn't work, or is so old that it can't be relied on. */
	case Failed = 'failed';

	/** As a number for graphs: 1, 0.5, 0. */
	public function ratio(): float {
		return match ( $this ) {
			self::Ok      => 1.0,
			self::Warning => 0.5,
			self::Failed  => 0.0,
		};
	}

	/**
	 * The worst of several.
	 *
	 * @param self ...$states None at all is ok.
	 */
	public static function worst( self ...$states ): self {
		return match ( true ) {
			in_array( self::Failed, $states, true )  => self::Failed,
			in_array( self::Warning, $states, true ) => self::Warning,
			default                                  => self::Ok,
		};
	}
}
