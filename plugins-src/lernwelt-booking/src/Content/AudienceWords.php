<?php
/**
 * Whom a date is meant for.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Core\Schools\Schools;

/** An audience in words. */
final readonly class AudienceWords {

	/** Schools that are named; of more only the number is said. */
	private const NAMED = 3;

	/**
	 * @param Schools $schools School register.
	 */
	public function __construct( private Schools $schools ) {}

	/**
	 * One line per condition.
	 *
	 * @param Audience $audience Audience.
	 * @return list<string> Empty for everybody.
	 */
	public function of( Audience $audience ): array {
		$words = [];
		if ( [] !== $audience->roles ) {
			$names = array_intersect_key( wp_roles()->role_names, array_flip( $audience->roles ) );
			/* translators: %s: list of roles. */
			$words[] = sprintf( __( 'For these roles: %s', 'lernwelt-booking' ), implode( ', ', array_map( translate_user_role( ... ), array_values( $names ) ) ) );
		}
		if ( [] !== $audience->schools ) {
			$names = array_map( fn ( string $number ): string => $this->schools->find( $number )->name ?? $number, array_slice( $audience->schools, 0, self::NAMED ) );
			$more  = count( $audience->schools ) - count( $names );
			/* translators: %s: list of schools. */
			$words[] = sprintf( __( 'For these schools: %s', 'lernwelt-booking' ), implode( ', ', $names ) ) . ( 0 < $more ? ' ' . sprintf( /* translators: %d: number of schools. */ _n( 'and %d more', 'and %d more', $more, 'lernwelt-booking' ), $more ) : '' );
		}
		if ( $audience->startchancen_only ) {
			$words[] = __( 'For schools of the Startchancen programme', 'lernwelt-booking' );
		}
		return $words;
	}
}
