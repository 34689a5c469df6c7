<?php
/**
 * People who are registered by hand.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Domain\SchoolFacts;
use Lernwelt\Core\Pseudonyms;
use Lernwelt\Core\Schools\Schools;
use WP_User;

/** Makes persons of what an organiser typed; an address that logs in here is that account's, so that its owner doesn't take a second seat. */
final readonly class HandPeople {

	/**
	 * @param Schools    $schools    School register.
	 * @param Pseudonyms $pseudonyms Makes keys.
	 * @param People     $people     People with accounts.
	 */
	public function __construct( private Schools $schools, private Pseudonyms $pseudonyms, private People $people ) {}

	/**
	 * A person.
	 *
	 * @param string $name   Name.
	 * @param string $email  E-mail address, '' for none.
	 * @param string $number Number of their school, '' for none.
	 */
	public function of( string $name, string $email, string $number ): Person {
		$user    = '' === $email ? false : get_user_by( 'email', $email );
		$account = $user instanceof WP_User && is_user_member_of_blog( $user->ID ) ? $this->people->of( $user->ID ) : null;
		$school  = '' === $number ? ( $account->school ?? new SchoolFacts() ) : $this->school( $number );
		if ( null !== $account ) {
			return new Person( $account->key, $account->user_id, $name, $email, $account->roles, $school );
		}
		$key = '' === $email ? bin2hex( random_bytes( 32 ) ) : $this->pseudonyms->of( 'booking-person', mb_strtolower( $email ) );
		return new Person( "e$key", 0, $name, $email, [], $school );
	}

	private function school( string $number ): SchoolFacts {
		$known = $this->schools->find( $number );
		return null === $known ? new SchoolFacts( $number ) : new SchoolFacts( $known->number, $known->name, $known->type->value, $known->district ?? '', $known->startchancen );
	}
}
