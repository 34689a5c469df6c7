<?php
/**
 * Measures the use case of booking in one process, or makes somebody who reads statistics. Run by bin/src/bench/booking.ts
 * through "wp eval-file".
 *
 * Arguments: "book", number of people, number of dates; "reader".
 *
 * @package Lernwelt
 */

declare( strict_types=1 );

use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Booking\Domain\DateFacts;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Booking\Domain\Questions;
use Lernwelt\Booking\Parts;
use Lernwelt\Core\Core;

if ( 'local' !== wp_get_environment_type() ) {
	return;
}

/** @var list<string> $args */
$lernwelt_role = 'reader' === $args[0] ? 'lernwelt_statistics_reader' : 'lernwelt_teacher';
$lernwelt_made = [];
add_filter( 'wp_hash_password_options', static fn (): array => [ 'cost' => 4 ] );
for ( $lernwelt_number = 0; $lernwelt_number < (int) ( $args[1] ?? 1 ); ++$lernwelt_number ) {
	$lernwelt_login = 'bench-' . bin2hex( random_bytes( 6 ) );
	$lernwelt_user  = wp_insert_user( [ 'user_login' => $lernwelt_login, 'user_email' => "$lernwelt_login@example.org", 'user_pass' => $lernwelt_login, 'role' => $lernwelt_role ] );
	if ( is_wp_error( $lernwelt_user ) ) {
		throw new RuntimeException( $lernwelt_user->get_error_message() );
	}
	$lernwelt_made[] = $lernwelt_user;
}

if ( 'reader' === $args[0] ) {
	$lernwelt_name   = (string) constant( 'LOGGED_IN_COOKIE' );
	$lernwelt_cookie = wp_generate_auth_cookie( $lernwelt_made[0], time() + 3600, 'logged_in', WP_Session_Tokens::get_instance( $lernwelt_made[0] )->create( time() + 3600 ) );
	wp_set_current_user( $lernwelt_made[0] );
	$_COOKIE[ $lernwelt_name ] = $lernwelt_cookie;
	echo wp_json_encode( [ 'cookie' => "$lernwelt_name=$lernwelt_cookie", 'rest' => wp_create_nonce( 'wp_rest' ) ] );
	return;
}

$lernwelt_parts  = new Parts( Core::services() );
$lernwelt_event  = (int) wp_insert_post( [ 'post_type' => Event::TYPE, 'post_status' => 'publish', 'post_title' => 'Messung', 'post_content' => '<!-- wp:lernwelt/event-dates /-->' ] );
$lernwelt_period = Period::typed( '2060-05-04 14:00', '2060-05-04 16:00', new DateTimeZone( 'Europe/Berlin' ) );
$lernwelt_times  = [];
for ( $lernwelt_number = 0; $lernwelt_number < (int) $args[2]; ++$lernwelt_number ) {
	$lernwelt_date = $lernwelt_parts->dates()->add( $lernwelt_event, new DateFacts( $lernwelt_period, 'Halle', '', count( $lernwelt_made ), 0, null, $lernwelt_period->start, $lernwelt_period->start, new Audience(), new Questions() ), '', Core::services()->clock->now() );
	foreach ( $lernwelt_made as $lernwelt_user ) {
		// As in a request of its own: nothing is known of the person and the event.
		clean_user_cache( $lernwelt_user );
		clean_post_cache( $lernwelt_event );
		wp_set_current_user( 0 );
		$lernwelt_since = hrtime( true );
		wp_set_current_user( $lernwelt_user );
		if ( ! current_user_can( BookingCapabilities::BOOK ) || ! $lernwelt_parts->own_bookings()->book( $lernwelt_user, $lernwelt_date, [] )->is_new ) {
			throw new RuntimeException( 'Somebody could not book.' );
		}
		$lernwelt_times[] = ( hrtime( true ) - $lernwelt_since ) / 1e6;
	}
}
echo wp_json_encode( $lernwelt_times );
