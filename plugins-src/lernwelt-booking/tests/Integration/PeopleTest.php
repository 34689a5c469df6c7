<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Booking\Content\People;
use Lernwelt\Booking\Domain\BookingPolicy;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Core\Schools\School;
use Lernwelt\Core\Schools\SchoolOfUser;
use Lernwelt\Core\Schools\Schools;
use Lernwelt\Core\Schools\SchoolType;
use WP_User;

/** Persons of accounts. */
final class PeopleTest extends BookingTestCase {

	private People $people;

	protected function setUp(): void {
		parent::setUp();
		$this->people = new People(
			new class() implements Schools {
				public function find( string $number ): ?School {
					return '0471188' === School::normalised( $number ) ? $this->all()[0] : null;
				}

				public function all(): array {
					return [ new School( '0471188', 'Sekundarschule Auendorf', SchoolType::Secondary, 'saalekreis', true ) ];
				}

				public function count(): int {
					return 1;
				}
			}
		);
	}

	public function test_the_register_knows_better_than_the_login_what_a_school_is(): void {
		$user   = $this->somebody( 'Anja Lehmann &amp; Co', ' 0471188 ', 'alter Name' );
		$person = $this->people->of( $user->ID );
		self::assertSame( [ "u$user->ID", $user->ID, 'Anja Lehmann & Co', $user->user_email, [ 'lernwelt_teacher' ] ], [ $person->key, $person->user_id, $person->name, $person->email, $person->roles ] );
		self::assertSame( [ '0471188', 'Sekundarschule Auendorf', 'sekundarschule', 'saalekreis', true ], array_values( get_object_vars( $person->school ) ) );
	}

	public function test_a_school_that_isnt_in_the_register_has_no_facts(): void {
		$person = $this->people->of( $this->somebody( 'Anja', 'ab-9', "Freie\nSchule" )->ID );
		self::assertSame( [ 'AB-9', 'Freie Schule', '', '', null ], array_values( get_object_vars( $person->school ) ) );
		self::assertSame( [ '', '', '', '', null ], array_values( get_object_vars( $this->people->of( $this->somebody( 'Ben' )->ID )->school ) ) );
	}

	public function test_an_account_that_isnt_there_can_book_nothing(): void {
		$person = $this->people->of( 999_999_999 );
		self::assertSame( [ '', '', [] ], [ $person->name, $person->email, $person->roles ] );
		self::assertNotNull( BookingPolicy::refusal( $this->date(), true, $person, $this->clock->now() ) );
	}

	public function test_colleagues_are_of_the_same_school_in_the_order_of_their_names(): void {
		$head = $this->somebody( 'Leitung', '0471188' );
		$this->somebody( 'Özdemir', '0471188' );
		$this->somebody( 'Zander', '0471188' );
		$this->somebody( 'Ohm', '0471188' );
		$this->somebody( 'Andere Schule', '0471189' );
		$this->somebody( 'Ohne Schule' );
		$this->somebody( 'Ohne Recht', '0471188', '', 'subscriber' );
		self::assertSame( [ 'Ohm', 'Özdemir', 'Zander' ], array_map( static fn ( Person $person ): string => $person->name, $this->people->colleagues( $head->ID ) ) );
		self::assertNull( $this->people->colleague( $head->ID, $head->ID ) );
		self::assertSame( [], $this->people->colleagues( $this->somebody( 'Allein' )->ID ) );
	}

	private function somebody( string $name, string $school = '', string $school_name = '', string $role = 'lernwelt_teacher' ): WP_User {
		$user = $this->log_in_as( $role );
		self::assertSame( $user->ID, wp_update_user( [ 'ID' => $user->ID, 'display_name' => $name ] ) );
		if ( '' !== $school ) {
			update_user_meta( $user->ID, SchoolOfUser::NUMBER, $school );
			update_user_meta( $user->ID, SchoolOfUser::NAME, $school_name );
		}
		return wp_set_current_user( $user->ID );
	}
}
