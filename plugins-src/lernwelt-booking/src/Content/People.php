<?php
/**
 * People who book.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Domain\SchoolFacts;
use Lernwelt\Core\Data\German;
use Lernwelt\Core\Schools\School;
use Lernwelt\Core\Schools\SchoolOfUser;
use Lernwelt\Core\Schools\Schools;
use WP_User;

/** Makes persons of accounts: name and address as the login gave them, the school as the register knows it. */
final readonly class People {

	/** Longest name and address that the table of bookings takes, in characters. */
	private const LENGTH = 200;

	/** Most colleagues of one school. */
	private const COLLEAGUES = 500;

	/**
	 * @param Schools $schools School register.
	 */
	public function __construct( private Schools $schools ) {}

	/**
	 * The person of an account.
	 *
	 * @param int $user_id Account.
	 * @return Person Without name, address and roles when there is no such account here: such a person can't book.
	 */
	public function of( int $user_id ): Person {
		$user = get_userdata( $user_id );
		return $user instanceof WP_User ? $this->person( $user ) : new Person( "u$user_id", $user_id, '', '', [], new SchoolFacts() );
	}

	/**
	 * Who can be booked for: accounts of the same school that have logged in at this portal and may book. Pupils have no account.
	 *
	 * @param int $user_id Account that wants to book.
	 * @return list<Person> In the order of names; empty without a school.
	 */
	public function colleagues( int $user_id ): array {
		$raw    = SchoolOfUser::of( $user_id )['number'];
		$number = School::normalised( $raw );
		if ( '' === $number ) {
			return [];
		}
		$found  = get_users(
			[
				'meta_key'   => SchoolOfUser::NUMBER, // phpcs:ignore WordPress.DB.SlowDBQuery -- the key alone leaves few rows.
				'meta_value' => $raw, // phpcs:ignore WordPress.DB.SlowDBQuery
				'exclude'    => [ $user_id ], // phpcs:ignore WordPressVIPMinimum.Performance.WPQueryParams
				'number'     => self::COLLEAGUES,
			]
		);
		$people = [];
		foreach ( $found as $user ) {
			// The database may find numbers that only look alike.
			if ( $user instanceof WP_User && School::normalised( SchoolOfUser::of( $user->ID )['number'] ) === $number && user_can( $user, BookingCapabilities::BOOK ) ) {
				$people[] = $this->person( $user );
			}
		}
		usort( $people, static fn ( Person $one, Person $other ): int => German::sort_key( $one->name ) <=> German::sort_key( $other->name ) );
		return $people;
	}

	/**
	 * One colleague.
	 *
	 * @param int $user_id      Account that wants to book.
	 * @param int $colleague_id Account that is said to be a colleague.
	 * @return ?Person Null when it is none.
	 */
	public function colleague( int $user_id, int $colleague_id ): ?Person {
		foreach ( $this->colleagues( $user_id ) as $person ) {
			if ( $person->user_id === $colleague_id ) {
				return $person;
			}
		}
		return null;
	}

	private function person( WP_User $user ): Person {
		return new Person( "u$user->ID", $user->ID, self::line( $user->display_name ), $user->user_email, array_values( $user->roles ), $this->school( $user->ID ) );
	}

	private function school( int $user_id ): SchoolFacts {
		$said   = SchoolOfUser::of( $user_id );
		$known  = $this->schools->find( $said['number'] );
		$number = School::normalised( $said['number'] );
		return null === $known
			? new SchoolFacts( $number, self::line( $said['name'] ) )
			: new SchoolFacts( $known->number, $known->name, $known->type->value, $known->district ?? '', $known->startchancen );
	}

	private static function line( string $text ): string {
		return mb_substr( trim( (string) preg_replace( '/[\p{Cc}\s]+/u', ' ', html_entity_decode( $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ) ), 0, self::LENGTH );
	}
}
