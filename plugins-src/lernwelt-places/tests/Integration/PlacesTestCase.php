<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Places\Domain\Place;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\PortalPlugins;
use Lernwelt\Tests\RestRequests;

/** A test on the portal that has places. */
abstract class PlacesTestCase extends IntegrationTestCase {
	use RestRequests;

	protected function setUp(): void {
		parent::setUp();
		PortalPlugins::load( 'lernwelt-places' );
		$this->go_to_portal( 'lernorte' );
	}

	/**
	 * Makes a published place.
	 *
	 * @param array<string, mixed> $post    Fields of the post besides type and status.
	 * @param array<string, mixed> $details Its details.
	 * @return int Its id.
	 */
	protected function place( array $post = [], array $details = [] ): int {
		$id = wp_insert_post(
			wp_slash(
				$post + [
					'post_type'    => Place::TYPE,
					'post_status'  => 'publish',
					'post_title'   => 'Planetarium',
					'post_content' => '<!-- wp:lernwelt/place-details /-->',
					'meta_input'   => [ 'lernwelt_place' => $details ],
				]
			),
			true
		);
		self::assertIsInt( $id );
		return $id;
	}
}
