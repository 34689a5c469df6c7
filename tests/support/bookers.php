<?php
/**
 * Makes an event with dates of 20 seats, and people who are logged in, as JSON; or says how a date stands. Run by tests/e2e/booking-rush.spec.ts and
 * tests/e2e/booking-page.spec.ts through "wp eval-file".
 *
 * Arguments: "make", number of people, number of dates; "show"; "count", date; "clear", event.
 *
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Booking\Domain\DateFacts;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Domain\Question;
use Lernwelt\Booking\Domain\Questions;
use Lernwelt\Booking\Domain\SchoolFacts;
use Lernwelt\Booking\Parts;
use Lernwelt\Core\Core;

/** @var list<string> $args */
$lernwelt_what = $args[0];
global $wpdb;
$lernwelt_parts  = new Parts( Core::services() );
// Cheap passwords, which nobody uses: two hundred proper ones would take a minute.
add_filter( 'wp_hash_password_options', static fn (): array => [ 'cost' => 4 ] );

if ( 'make' === $lernwelt_what ) {
	$lernwelt_event  = (int) wp_insert_post( [ 'post_type' => Event::TYPE, 'post_status' => 'publish', 'post_title' => 'Andrang', 'post_content' => '<!-- wp:lernwelt/event-dates /-->' ] );
	$lernwelt_period = Period::typed( '2060-05-04 14:00', '2060-05-04 16:00', new DateTimeZone( 'Europe/Berlin' ) );
	$lernwelt_made   = [ 'event' => $lernwelt_event, 'path' => (string) wp_parse_url( (string) get_permalink( $lernwelt_event ), PHP_URL_PATH ), 'dates' => [], 'people' => [] ];
	for ( $lernwelt_number = 0; $lernwelt_number < (int) $args[2]; ++$lernwelt_number ) {
		$lernwelt_made['dates'][] = $lernwelt_parts->dates()->add( $lernwelt_event, new DateFacts( $lernwelt_period, 'Halle', '', 20, 0, null, $lernwelt_period->start, $lernwelt_period->start, new Audience(), new Questions() ), '', Core::services()->clock->now() );
	}
	Core::services()->transaction->run(
		static function () use ( $args, &$lernwelt_made ): void {
			for ( $number = 0; $number < (int) $args[1]; ++$number ) {
				$name  = (string) constant( 'LOGGED_IN_COOKIE' );
				$login = "rush-{$lernwelt_made['event']}-" . bin2hex( random_bytes( 6 ) );
				$user  = wp_insert_user( [ 'user_login' => $login, 'user_email' => "$login@example.org", 'user_pass' => $login, 'role' => 'lernwelt_teacher' ] );
				if ( is_wp_error( $user ) ) {
					throw new RuntimeException( $user->get_error_message() );
				}
				$expires = time() + 3600;
				$token   = WP_Session_Tokens::get_instance( $user )->create( $expires );
				$cookie  = wp_generate_auth_cookie( $user, $expires, 'logged_in', $token );
				wp_set_current_user( $user );
				$_COOKIE[ $name ]  = $cookie;
				$lernwelt_made['people'][] = [ 'cookie' => "$name=$cookie", 'rest' => wp_create_nonce( 'wp_rest' ), 'form' => wp_create_nonce( 'lernwelt_book' ) ];
			}
		}
	);
	echo wp_json_encode( $lernwelt_made );
}

if ( 'show' === $lernwelt_what ) {
	$lernwelt_event  = (int) wp_insert_post( [ 'post_type' => Event::TYPE, 'post_status' => 'publish', 'post_title' => 'Lesen mit allen Sinnen ' . bin2hex( random_bytes( 3 ) ), 'post_content' => '<!-- wp:lernwelt/event-dates /-->' ] );
	$lernwelt_ask    = new Questions( [ new Question( 'workshop', 'Welchen Workshop wählen Sie?', 'one', [ 'Vorlesen mit Rollen', 'Lautlesetandems' ], true ), new Question( 'wunsch', 'Was möchten Sie mitnehmen?', 'text' ) ] );
	$lernwelt_date   = static function ( string $day, int $seats, Audience $audience, Questions $questions ) use ( $lernwelt_parts, $lernwelt_event ): int {
		$period = Period::typed( "$day 14:00", "$day 16:00", new DateTimeZone( 'Europe/Berlin' ) );
		return $lernwelt_parts->dates()->add( $lernwelt_event, new DateFacts( $period, 'LISA, Riebeckplatz 9, Halle', 'https://konferenz.example.org/1', $seats, 0, null, $period->start, $period->start, $audience, $questions ), '', Core::services()->clock->now() );
	};
	$lernwelt_open   = $lernwelt_date( '2060-05-04', 20, new Audience(), $lernwelt_ask );
	$lernwelt_full   = $lernwelt_date( '2060-05-05', 1, new Audience(), new Questions() );
	$lernwelt_others = $lernwelt_date( '2060-05-06', 20, new Audience( [ 'lernwelt_school_admin' ] ), new Questions() );
	$lernwelt_guest  = $lernwelt_parts->book_seat()->book( $lernwelt_full, new Person( 'erush', 0, 'Ohne Konto', 'ohne.konto@example.org', [], new SchoolFacts() ) )->booking;
	echo wp_json_encode( [ 'event' => $lernwelt_event, 'path' => (string) wp_parse_url( (string) get_permalink( $lernwelt_event ), PHP_URL_PATH ), 'open' => $lernwelt_open, 'full' => $lernwelt_full, 'others' => $lernwelt_others, 'link' => $lernwelt_parts->links()->page( $lernwelt_guest ), 'calendar' => $lernwelt_parts->links()->calendar( $lernwelt_guest ) ] );
}

if ( 'count' === $lernwelt_what ) {
	$lernwelt_date = $lernwelt_parts->dates()->find( (int) $args[1] );
	echo wp_json_encode( [ 'counter' => $lernwelt_date?->booked, 'rows' => count( $lernwelt_parts->bookings()->of_date( (int) $args[1] ) ) ] );
}

if ( 'clear' === $lernwelt_what ) {
	foreach ( $lernwelt_parts->dates()->of_event( (int) $args[1] ) as $lernwelt_date ) {
		$wpdb->delete( $wpdb->prefix . 'lw_bookings', [ 'date_id' => $lernwelt_date->id ] );
		$wpdb->delete( $wpdb->prefix . 'lw_event_dates', [ 'id' => $lernwelt_date->id ] );
	}
	wp_delete_post( (int) $args[1], true );
	$lernwelt_logins = $wpdb->esc_like( 'rush-' . (int) $args[1] . '-' ) . '%';
	// One by one WordPress would take longer than the test.
	$wpdb->query( $wpdb->prepare( "DELETE FROM $wpdb->usermeta WHERE user_id IN ( SELECT ID FROM $wpdb->users WHERE user_login LIKE %s )", $lernwelt_logins ) );
	$wpdb->query( $wpdb->prepare( "DELETE FROM $wpdb->users WHERE user_login LIKE %s", $lernwelt_logins ) );
}
