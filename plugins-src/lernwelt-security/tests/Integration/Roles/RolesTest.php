<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Roles;

use Lernwelt\Security\Application\Roles\RoleNames;
use Lernwelt\Security\Domain\Roles\PortalRole;
use Lernwelt\Tests\IntegrationTestCase;
use PHPUnit\Framework\Attributes\TestWith;

final class RolesTest extends IntegrationTestCase {

	public function test_every_portal_knows_the_roles_and_stores_none(): void {
		foreach ( [ 'lernwelt-lsa', 'eure-lernwelt', 'lernorte' ] as $portal ) {
			$this->go_to_portal( $portal );
			foreach ( PortalRole::cases() as $role ) {
				self::assertTrue( wp_roles()->is_role( $role->value ), "$portal: {$role->value}" );
			}
			self::assertStringNotContainsString( 'lernwelt_', (string) wp_json_encode( get_option( wp_roles()->role_key ) ) );
		}
		self::assertSame( [ 'read' => true ], get_role( 'lernwelt_teacher' )?->capabilities );
		self::assertSame( [], get_role( 'lernwelt_pupil' )?->capabilities );
	}

	public function test_a_change_of_another_role_writes_none_of_ours(): void {
		$this->go_to_portal( 'lernorte' );
		get_role( 'author' )?->add_cap( 'test_something' );
		$stored = (array) get_option( wp_roles()->role_key );
		self::assertTrue( $stored['author']['capabilities']['test_something'] );
		self::assertArrayNotHasKey( 'lernwelt_teacher', $stored );
	}

	public function test_the_role_counts_on_its_portal_only(): void {
		$user = $this->log_in_as( 'lernwelt_teacher', 'startchancen' );
		self::assertSame( [], $user->roles );
		$this->go_to_portal( 'startchancen' );
		self::assertSame( [ 'lernwelt_teacher' ], array_values( wp_get_current_user()->roles ) );
		self::assertTrue( current_user_can( 'read' ) );
		self::assertFalse( current_user_can( 'edit_posts' ) );
	}

	public function test_names_are_german(): void {
		switch_to_locale( 'de_DE' );
		self::assertSame( 'Lehrkraft', translate_user_role( 'Teacher' ) );
		self::assertSame( 'Schülerin/Schüler', RoleNames::of( 'lernwelt_pupil' ) );
		self::assertSame( 'Redaktion', RoleNames::of( 'editor' ) );
		restore_previous_locale();
	}

	public function test_administrators_of_a_portal_give_local_roles_only(): void {
		$this->log_in_as( 'administrator' );
		self::assertEqualsCanonicalizing(
			[ 'editor', 'author', 'contributor', 'subscriber', 'lernwelt_partner', 'lernwelt_event_organiser', 'lernwelt_device_manager', 'lernwelt_statistics_reader' ],
			array_keys( self::editable() )
		);
	}

	public function test_the_network_gives_all_but_the_role_of_pupils(): void {
		$user = $this->log_in_as( 'administrator' );
		grant_super_admin( $user->ID );
		$roles = array_keys( self::editable() );
		self::assertContains( 'administrator', $roles );
		self::assertContains( 'lernwelt_teacher', $roles );
		self::assertNotContains( 'lernwelt_pupil', $roles );
	}

	#[TestWith( [ 'editor', true ] )]
	#[TestWith( [ 'lernwelt_partner', true ] )]
	#[TestWith( [ 'lernwelt_teacher', false ] )]
	#[TestWith( [ 'administrator', false ] )]
	public function test_nobody_takes_a_role_away_that_they_may_not_give( string $role, bool $may ): void {
		$person = $this->log_in_as( $role );
		$this->log_in_as( 'administrator' );
		self::assertSame( $may, current_user_can( 'promote_user', $person->ID ) );
		self::assertSame( $may, current_user_can( 'remove_user', $person->ID ) );
	}

	public function test_super_administrators_are_out_of_reach(): void {
		$person = $this->log_in_as( 'editor' );
		grant_super_admin( $person->ID );
		$this->log_in_as( 'administrator' );
		self::assertFalse( current_user_can( 'promote_user', $person->ID ) );
		wp_set_current_user( $person->ID );
		self::assertTrue( current_user_can( 'promote_user', $person->ID ) );
	}

	/** @return array<string, mixed> */
	private static function editable(): array {
		require_once ABSPATH . 'wp-admin/includes/user.php';
		return get_editable_roles();
	}
}
