<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use DateTimeImmutable;
use Lernwelt\Booking\Domain\PersonalBookings;
use RuntimeException;

/** Bookings that break off after some batches, when the batch is written and not yet kept. */
final class BreakingBookings implements PersonalBookings {

	/**
	 * @param PersonalBookings $inner   The real ones.
	 * @param int              $batches How many go well.
	 */
	public function __construct( private readonly PersonalBookings $inner, private int $batches ) {}

	public function count_past( DateTimeImmutable $ended ): int {
		return $this->inner->count_past( $ended );
	}

	public function past( DateTimeImmutable $ended, int $limit ): array {
		return $this->inner->past( $ended, $limit );
	}

	public function count_of_deleted_accounts(): int {
		return $this->inner->count_of_deleted_accounts();
	}

	public function of_deleted_accounts( int $limit ): array {
		return $this->inner->of_deleted_accounts( $limit );
	}

	public function of_person( string $email, int $user_id ): array {
		return $this->inner->of_person( $email, $user_id );
	}

	public function booked_by( int $user_id ): array {
		return $this->inner->booked_by( $user_id );
	}

	public function still_named( array $ids ): array {
		return $this->inner->still_named( $ids );
	}

	public function forget_bookers_of( array $ids ): void {
		$this->inner->forget_bookers_of( $ids );
	}

	public function anonymise( array $ids, DateTimeImmutable $now ): void {
		$this->inner->anonymise( $ids, $now );
		if ( --$this->batches < 0 ) {
			throw new RuntimeException( 'The lights went out.' );
		}
	}

	public function forget_booker( int $user_id ): array {
		return $this->inner->forget_booker( $user_id );
	}

	public function forget_deleted_bookers( int $limit ): array {
		return $this->inner->forget_deleted_bookers( $limit );
	}
}
