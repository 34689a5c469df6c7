<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Core\Rest\Problems;
use PHPUnit\Framework\Attributes\DataProvider;

/** Who may manage the dates of which event. */
final class DatesRightsTest extends DatesTestCase {

	private int $event;

	private int $id;

	protected function setUp(): void {
		parent::setUp();
		$this->event = $this->event( [ 'post_author' => 1 ] );
		$this->id    = $this->date( [], $this->event )->id;
	}

	/**
	 * @param array<string, mixed> $values Parameters.
	 */
	#[DataProvider( 'routes' )]
	public function test_guests_and_other_roles_learn_nothing( string $method, string $path, array $values = [] ): void {
		foreach ( [ $this->path( $path ), $this->path( $path, 999_999 ) ] as $asked ) {
			$this->log_out();
			$this->assert_problem( $this->ask( $method, $asked, $values ), Problems::UNAUTHENTICATED, 401 );
			foreach ( [ 'author', 'contributor', 'subscriber', 'lernwelt_teacher', 'lernwelt_statistics_reader' ] as $role ) {
				$this->log_in_as( $role );
				$this->assert_problem( $this->ask( $method, $asked, $values ), Problems::FORBIDDEN, 403 );
			}
		}
		$this->assert_untouched();
	}

	/**
	 * @param array<string, mixed> $values Parameters.
	 */
	#[DataProvider( 'routes' )]
	public function test_editors_of_another_portal_may_not( string $method, string $path, array $values = [] ): void {
		$this->log_in_as( 'administrator', 'lernorte' );
		$this->assert_problem( $this->ask( $method, $this->path( $path ), $values ), Problems::FORBIDDEN, 403 );
		$this->assert_untouched();
	}

	/**
	 * @param array<string, mixed> $values Parameters.
	 */
	#[DataProvider( 'routes' )]
	public function test_who_writes_own_events_may_not_touch_others( string $method, string $path, array $values = [] ): void {
		$me = $this->log_in_as( 'editor' );
		add_filter( 'user_has_cap', static fn ( array $all ): array => [ BookingCapabilities::EDIT_OTHERS => false ] + $all, 99 );
		$this->assert_problem( $this->ask( $method, $this->path( $path ), $values ), Problems::FORBIDDEN, 403 );
		$this->assert_untouched();
		wp_update_post( [ 'ID' => $this->event, 'post_author' => $me->ID ] );
		self::assertLessThan( 300, $this->ask( $method, $this->path( $path ), $values )->get_status() );
	}

	/**
	 * @param array<string, mixed> $values Parameters.
	 */
	#[DataProvider( 'routes' )]
	public function test_what_is_not_there_is_not_found( string $method, string $path, array $values = [] ): void {
		$this->log_in_as( 'editor' );
		$this->assert_problem( $this->ask( $method, $this->path( $path, 999_999 ), $values ), Problems::NOT_FOUND, 404 );
		$page = $this->event( [ 'post_type' => 'page' ] );
		if ( str_contains( $path, 'EVENT' ) ) {
			$this->assert_problem( $this->ask( $method, $this->path( $path, $page ), $values ), Problems::NOT_FOUND, 404 );
		}
		$this->assert_untouched();
	}

	/**
	 * @return iterable<string, array{0: string, 1: string, 2?: array<string, mixed>}>
	 */
	public static function routes(): iterable {
		yield 'list' => [ 'GET', 'events/EVENT/dates' ];
		yield 'add' => [ 'POST', 'events/EVENT/dates', self::INPUT ];
		yield 'series' => [ 'POST', 'events/EVENT/series', [ ...self::INPUT, 'until' => '2026-12-17', 'rhythm' => 'weekly', 'preview' => false ] ];
		yield 'change' => [ 'PUT', 'event-dates/DATE', [ ...self::INPUT, 'capacity' => 5, 'version' => 1 ] ];
		yield 'cancel' => [ 'POST', 'event-dates/DATE/cancel', [ 'message' => 'Krank.' ] ];
		yield 'delete' => [ 'DELETE', 'event-dates/DATE' ];
	}

	private function path( string $path, ?int $id = null ): string {
		return strtr( $path, [ 'EVENT' => (string) ( $id ?? $this->event ), 'DATE' => (string) ( $id ?? $this->id ) ] );
	}

	private function assert_untouched(): void {
		self::assertEquals( [ $this->fresh_date( $this->id ) ], $this->parts->dates()->of_event( $this->event ) );
		self::assertSame( [ 1, 20 ], [ $this->fresh_date( $this->id )->version, $this->fresh_date( $this->id )->facts->capacity ] );
	}
}
