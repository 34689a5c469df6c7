<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Booking\Content\EventTaxonomies;
use Lernwelt\Core\Address;
use Lernwelt\Core\Core;
use Lernwelt\Core\Mail;

final class UninstallTest extends BookingTestCase {

	public function test_events_words_dates_and_bookings_go_other_content_stays(): void {
		global $wpdb;
		$this->work_without_rollback();
		// Of a plugin that is deleted nothing runs.
		array_map( remove_all_filters( ... ), [ 'pre_trash_post', 'pre_delete_post', 'after_delete_post' ] );
		$event = $this->event();
		$this->booked( $this->date( [], $event )->id );
		$trashed = $this->event( [ 'post_status' => 'trash' ] );
		$pages   = count( get_posts( [ 'post_type' => 'page', 'fields' => 'ids', 'posts_per_page' => -1 ] ) );
		update_option( 'lw_event_dates_noted', 5 );
		$tables = static fn (): array => $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $wpdb->prefix . 'lw_' ) . '%' ) );
		$before = $tables();

		$log = Core::services()->mail_log;
		Core::services()->mailer->enqueue( new Mail( [ new Address( 'a@example.org' ) ], 'S', 'T', topic: 'booking:17' ) );
		Core::services()->mailer->enqueue( new Mail( [ new Address( 'a@example.org' ) ], 'S', 'T', topic: 'form:17' ) );

		defined( 'WP_UNINSTALL_PLUGIN' ) || define( 'WP_UNINSTALL_PLUGIN', 'lernwelt-booking/lernwelt-booking.php' );
		require dirname( __DIR__, 2 ) . '/uninstall.php';

		self::assertSame( [ null, null, false ], [ get_post( $event ), get_post( $trashed ), get_option( 'lw_event_dates_noted' ) ] );
		self::assertSame( [ 0, 0 ], [ count( EventTaxonomies::all( EventTaxonomies::AUDIENCE ) ), count( EventTaxonomies::all( EventTaxonomies::SUBJECT ) ) ] );
		self::assertEqualsCanonicalizing( [ $wpdb->prefix . 'lw_bookings', $wpdb->prefix . 'lw_event_dates' ], array_values( array_diff( $before, $tables() ) ) );
		self::assertSame( [ 0, 1 ], [ count( $log->of_topic( 'booking:17' ) ), count( $log->of_topic( 'form:17' ) ) ] );
		self::assertCount( $pages, get_posts( [ 'post_type' => 'page', 'fields' => 'ids', 'posts_per_page' => -1 ] ) );

		Core::services()->migrations->run( get_current_blog_id(), [ 'lernwelt-booking' ] );
		self::assertSame( $before, $tables() );
		self::assertNotSame( [], EventTaxonomies::all( EventTaxonomies::AUDIENCE ) );
	}
}
