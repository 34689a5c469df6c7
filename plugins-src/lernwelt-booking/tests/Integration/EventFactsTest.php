<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Booking\Blocks\Attempt;
use Lernwelt\Booking\Blocks\EventDates;
use Lernwelt\Booking\Content\EventTaxonomies;
use Lernwelt\Booking\Domain\Event;

/** What the page says of an event besides its text. */
final class EventFactsTest extends BookingTestCase {

	public function test_the_page_names_format_groups_contact_and_materials(): void {
		$event = $this->event();
		wp_set_object_terms( $event, [ 'lehrkraefte', 'grundschule' ], EventTaxonomies::AUDIENCE );
		update_post_meta(
			$event,
			Event::META,
			[
				'format'        => 'hybrid',
				'contact_name'  => 'Felix <b>Obermüller</b>',
				'contact_email' => 'felix@example.org',
				'contact_phone' => '(0391) 55 50-160',
				'materials'     => [
					[
						'title' => 'Plan & Folien',
						'url'   => '/wp-content/uploads/plan.pdf',
					],
				],
			]
		);
		$html = $this->printed( $event );
		foreach ( [ 'vor Ort und online', 'Lehrkräfte, Grundschule', 'Felix &lt;b&gt;Obermüller', 'href="mailto:felix@example.org"', 'href="tel:03915550160"', '<a href="/wp-content/uploads/plan.pdf">Plan &amp; Folien</a>' ] as $part ) {
			self::assertStringContainsString( $part, $html );
		}
	}

	public function test_what_nobody_entered_is_not_there(): void {
		$html = $this->printed( $this->event() );
		self::assertStringContainsString( 'vor Ort', $html );
		foreach ( [ 'Kontakt', 'Materialien', 'Zielgruppen', 'mailto:', 'tel:' ] as $part ) {
			self::assertStringNotContainsString( $part, $html );
		}
	}

	private function printed( int $event ): string {
		switch_to_locale( 'de_DE' );
		$view = ( new EventDates( $this->parts, $event, new Attempt() ) )->view( '' );
		self::assertSame( [], $view->dates );
		ob_start();
		require dirname( __DIR__, 2 ) . '/blocks/event-dates/render.php';
		$html = (string) ob_get_clean();
		restore_previous_locale();
		return $html;
	}
}
