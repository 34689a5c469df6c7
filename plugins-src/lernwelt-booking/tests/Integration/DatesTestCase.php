<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use DateTimeZone;
use Lernwelt\Booking\Application\PlanSeries;
use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Rest\DatesController;
use Lernwelt\Core\Schemas;
use WP_REST_Response;

/** A test of the routes of dates, at the time of the test's clock. */
abstract class DatesTestCase extends BookingTestCase {

	protected const SCHEMAS = __DIR__ . '/../../schemas/';

	/** A form that is fine. */
	protected const INPUT = [
		'start'    => '2026-12-03 14:00',
		'end'      => '2026-12-03 16:00',
		'place'    => 'LISA, Riebeckplatz 9, Halle',
		'capacity' => 20,
	];

	protected function setUp(): void {
		parent::setUp();
		// Earlier than the plugin's own, whose clock goes on.
		add_action( 'rest_api_init', fn () => $this->controller()->register_routes(), 5 );
	}

	private function controller(): DatesController {
		$services = $this->parts->services;
		return new DatesController( new Schemas( self::SCHEMAS ), $this->parts->dates(), $this->parts->manage_dates(), new PlanSeries( $services->holidays ), $this->clock, static fn (): DateTimeZone => new DateTimeZone( 'Europe/Berlin' ), static fn (): array => BookingCapabilities::roles_that_book( $services->capabilities ) );
	}

	/**
	 * Asks for something about the dates of an event.
	 *
	 * @param string               $method Verb.
	 * @param string               $path   Below the namespace.
	 * @param array<string, mixed> $values Parameters.
	 */
	protected function ask( string $method, string $path, array $values = [] ): WP_REST_Response {
		return $this->rest( $method, "/lernwelt/v1/$path", $values );
	}

	/**
	 * The list that a request answered with.
	 *
	 * @return list<array<string, mixed>>
	 */
	protected function items( WP_REST_Response $response, int $status = 200 ): array {
		$this->assert_answer( $response, self::SCHEMAS . 'event-dates.json', $status );
		return $response->get_data()['items'];
	}

	/**
	 * Asserts that fields were refused, each with a sentence.
	 *
	 * @param array<string, string> $fields Field → reason.
	 */
	protected function assert_refused( WP_REST_Response $response, array $fields ): void {
		$data = $response->get_data();
		self::assertSame( [ 'lernwelt_invalid', 422, $fields ], [ $data['code'] ?? null, $response->get_status(), $data['data']['fields'] ?? null ], (string) wp_json_encode( $data ) );
		self::assertSame( array_keys( $fields ), array_keys( $data['data']['sentences'] ) );
		foreach ( $data['data']['sentences'] as $sentence ) {
			self::assertMatchesRegularExpression( '/^(Bitte|Bei|Diese|Dieser|Dieses|Das|Ein|Eine|Es|Höchstens|Hier|Der|Die|Kein|Zu|Für) .*\.$|https:\/\//u', $sentence );
		}
	}

	/** How many mails wait. */
	protected static function mails(): int {
		global $wpdb;
		return (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}lw_mail_queue" );
	}
}
