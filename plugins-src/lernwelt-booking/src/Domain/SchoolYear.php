<?php
/**
 * School years.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use DateTimeImmutable;
use DateTimeZone;

/** From 1 August to 31 July, as the law of Saxony-Anhalt has it. */
final readonly class SchoolYear {

	/** First day, `YYYY-MM-DD`. */
	public string $first;

	/** Last day. */
	public string $last;

	/** E.g. `2026/27`. */
	public string $name;

	/**
	 * @param int $begins Year in which it begins.
	 */
	public function __construct( public int $begins ) {
		$this->first = sprintf( '%04d-08-01', $begins );
		$this->last  = sprintf( '%04d-07-31', $begins + 1 );
		$this->name  = sprintf( '%d/%02d', $begins, ( $begins + 1 ) % 100 );
	}

	/**
	 * The one that runs.
	 *
	 * @param DateTimeImmutable $now  Now.
	 * @param DateTimeZone      $zone Zone of the portal.
	 */
	public static function running( DateTimeImmutable $now, DateTimeZone $zone ): self {
		$day = $now->setTimezone( $zone );
		return new self( (int) $day->format( 'Y' ) - ( (int) $day->format( 'n' ) < 8 ? 1 : 0 ) );
	}

	/** The one before. */
	public function before(): self {
		return new self( $this->begins - 1 );
	}

	/** The one after. */
	public function after(): self {
		return new self( $this->begins + 1 );
	}
}
