<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\Capability;
use Lernwelt\Core\Core;
use Lernwelt\Tests\IntegrationTestCase;

final class CapabilitiesTest extends IntegrationTestCase {

	public function test_roles_give_a_capability_only_on_their_portal(): void {
		self::know_lending();
		$user = $this->log_in_as( 'editor', 'lernorte' );

		self::assertFalse( current_user_can( 'lernwelt_test_lend' ), 'on the main portal' );
		$this->go_to_portal( 'lernorte' );
		self::assertTrue( current_user_can( 'lernwelt_test_lend' ), 'on their portal' );
		self::assertFalse( user_can_for_site( $user, $this->blog_id( 'startchancen' ), 'lernwelt_test_lend' ), 'on a third portal' );
	}

	public function test_other_roles_and_guests_have_none(): void {
		self::know_lending();
		self::assertFalse( current_user_can( 'lernwelt_test_lend' ) );

		$this->log_in_as( 'author' );
		self::assertFalse( current_user_can( 'lernwelt_test_lend' ) );
	}

	public function test_nothing_is_stored_with_the_role(): void {
		self::know_lending();
		self::assertArrayNotHasKey( 'lernwelt_test_lend', get_role( 'editor' )->capabilities ?? [] );
	}

	private static function know_lending(): void {
		foreach ( Core::services()->capabilities->all() as $capability ) {
			if ( 'lernwelt_test_lend' === $capability->name ) {
				return;
			}
		}
		Core::services()->capabilities->register( new Capability( 'lernwelt_test_lend', static fn (): string => 'Lend', [ 'editor' ] ) );
	}
}
