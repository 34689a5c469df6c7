<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\PupilPresence;
use Lernwelt\Tests\IntegrationTestCase;
use PHPUnit\Framework\Attributes\TestWith;
use WP_Interactivity_API;

/** Scripts ask as whoever looks at the page: pages of guests carry no nonce, all others do, pupils' too. */
final class FrontEndSessionTest extends IntegrationTestCase {

	private mixed $before = null;

	protected function setUp(): void {
		parent::setUp();
		$this->before                = $GLOBALS['wp_interactivity'] ?? null;
		$GLOBALS['wp_interactivity'] = new WP_Interactivity_API();
	}

	protected function tearDown(): void {
		$GLOBALS['wp_interactivity'] = $this->before;
		Core::services()->pupil->leave();
		parent::tearDown();
	}

	#[TestWith( [ null, false ] )]
	#[TestWith( [ 'lernwelt_teacher', true ] )]
	#[TestWith( [ PupilPresence::ROLE, true ] )]
	public function test_only_guests_have_no_nonce( ?string $role, bool $nonce ): void {
		if ( PupilPresence::ROLE === $role ) {
			Core::services()->pupil->enter();
		} elseif ( null !== $role ) {
			$this->log_in_as( $role );
		}
		apply_filters( 'render_block_lernwelt/data-view', '<section data-wp-interactive="lernwelt/data-view"></section>', [], null );
		self::assertSame( $nonce, isset( wp_interactivity_config( 'lernwelt/data-view' )['session'] ) );
	}
}
