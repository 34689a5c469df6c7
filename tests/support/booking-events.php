<?php
/**
 * Makes events for a test and prints them as JSON, or takes them away: `make MARK` and `remove MARK`. Run by
 * tests/support/booking.ts through "wp eval-file".
 *
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

use Lernwelt\Booking\Application\DateInput;
use Lernwelt\Booking\Content\EventTaxonomies;
use Lernwelt\Booking\Domain\BookingNumber;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Domain\SchoolFacts;
use Lernwelt\Booking\Parts;
use Lernwelt\Core\Core;

/** @var list<string> $args */
[ $lernwelt_order, $lernwelt_mark ] = $args;
$lernwelt_parts = new Parts( Core::services() );

if ( 'remove' === $lernwelt_order ) {
	global $wpdb;
	foreach ( get_posts( [ 'post_type' => Event::TYPE, 'post_status' => 'any', 'numberposts' => -1, 's' => $lernwelt_mark ] ) as $lernwelt_post ) {
		foreach ( $lernwelt_parts->dates()->of_event( $lernwelt_post->ID ) as $lernwelt_date ) {
			$wpdb->delete( "{$wpdb->prefix}lw_bookings", [ 'date_id' => $lernwelt_date->id ] );
			$wpdb->delete( "{$wpdb->prefix}lw_event_dates", [ 'id' => $lernwelt_date->id ] );
			do_action( Parts::DATE_CHANGED, $lernwelt_date->id );
		}
		wp_delete_post( $lernwelt_post->ID, true );
	}
	return;
}

$lernwelt_zone = wp_timezone();
$lernwelt_made = [];
foreach ( [
	'open'    => [ 'Lesewerkstatt', [ 'place' => 'Bildungsort Saaleufer, Halle (Saale)', 'link' => 'https://konferenz.example.org/werkstatt', 'capacity' => 10 ], 40 ],
	'full'    => [ 'Volles Haus', [ 'place' => 'Kulturhaus, Stendal', 'capacity' => 1 ], 41 ],
	'leaders' => [ 'Leitungsrunde', [ 'place' => 'Klausurhaus Elbblick, Dessau-Roßlau', 'capacity' => 10, 'roles' => [ 'lernwelt_head_teacher' ] ], 42 ],
] as $lernwelt_name => [ $lernwelt_title, $lernwelt_facts, $lernwelt_days ] ) {
	$lernwelt_day = Core::services()->clock->now()->setTimezone( $lernwelt_zone )->modify( "+$lernwelt_days days" )->format( 'Y-m-d' );
	$lernwelt_id  = wp_insert_post(
		[
			'post_type'    => Event::TYPE,
			'post_status'  => 'publish',
			'post_title'   => "$lernwelt_title $lernwelt_mark",
			'post_excerpt' => 'Eine Veranstaltung zum Ausprobieren.',
			'post_content' => "<!-- wp:paragraph -->\n<p>Nur für einen Test.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:lernwelt/event-dates /-->",
		]
	);
	wp_set_object_terms( $lernwelt_id, [ 'foerderschule' ], EventTaxonomies::AUDIENCE );
	$lernwelt_date = $lernwelt_parts->dates()->add( $lernwelt_id, DateInput::facts( [ 'start' => "$lernwelt_day 14:00", 'end' => "$lernwelt_day 16:00" ] + $lernwelt_facts, $lernwelt_zone ), '', Core::services()->clock->now() );
	if ( 'full' === $lernwelt_name ) {
		$lernwelt_parts->bookings()->add( $lernwelt_date, BookingNumber::random(), new Person( "e$lernwelt_mark", 0, 'Gudrun Geheim', 'gudrun.geheim@schule.example.org', [], new SchoolFacts() ), 0, [], '', Core::services()->clock->now() );
		$lernwelt_parts->dates()->take_seat( $lernwelt_date, $lernwelt_parts->dates()->find( $lernwelt_date )->version ?? 0 );
	}
	do_action( Parts::DATE_CHANGED, $lernwelt_date );
	$lernwelt_made[ $lernwelt_name ] = [
		'title' => "$lernwelt_title $lernwelt_mark",
		'path'  => (string) wp_parse_url( (string) get_permalink( $lernwelt_id ), PHP_URL_PATH ),
		'date'  => $lernwelt_date,
		'day'   => $lernwelt_day,
	];
}
echo wp_json_encode( $lernwelt_made );
