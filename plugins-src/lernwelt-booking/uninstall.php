<?php
/**
 * Removes what the plugin stored, on every portal: events, their words, dates, bookings, options.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) || ! defined( 'LERNWELT_CORE_API' ) ) {
	exit;
}

\Lernwelt\Core\Autoload::add( 'Lernwelt\\Booking\\', __DIR__ . '/src' );

foreach ( get_sites( [ 'fields' => 'ids', 'number' => 0 ] ) as $lernwelt_booking_site ) {
	switch_to_blog( (int) $lernwelt_booking_site );
	\Lernwelt\Booking\Content\Removal::run( \Lernwelt\Core\Core::services() );
	restore_current_blog();
}
