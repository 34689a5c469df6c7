<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Approvals;

use WP_User;

/** Administrative roles wait for a second person, whichever way somebody gives them. */
final class HeldRightsTest extends ApprovalTestCase {

	public function test_a_portal_administrator_is_made_by_two_people(): void {
		$person  = $this->person( 'editor' );
		$network = $this->super_admin();
		wp_set_current_user( $network->ID );
		$words = $this->stopped( static fn () => ( new WP_User( $person->ID ) )->set_role( 'administrator' ) );
		self::assertStringContainsString( 'Das braucht eine zweite Person. Ihr Antrag ist vorgemerkt', $words );
		self::assertFalse( user_can( $person->ID, 'manage_options' ) );
		self::assertSame( [ 'editor' ], ( new WP_User( $person->ID ) )->roles );
		self::assertSame( [], $this->mails(), 'nobody is asked before there is a reason' );

		[ $draft ] = $this->listed();
		self::assertSame( [ 'explain', 'withdraw' ], $draft['actions'] );
		self::assertSame( 422, $this->decide( $draft['id'], 'explain' )->get_status() );
		self::assertSame( 200, $this->decide( $draft['id'], 'explain', 'Vertretung.' )->get_status() );
		self::assertNotSame( [], $this->mails() );

		$second = $this->administrator();
		wp_set_current_user( $second->ID );
		[ $open ] = $this->listed();
		self::assertSame( [ 'Vertretung.', [ 'confirm', 'deny' ] ], [ $open['reason'], $open['actions'] ] );
		self::assertStringContainsString( "$person->display_name ($person->user_login) soll auf", $open['what'][0] );
		self::assertSame( 200, $this->decide( $open['id'], 'confirm' )->get_status() );
		self::assertSame( [ 'administrator' ], ( new WP_User( $person->ID ) )->roles );
		self::assertTrue( user_can( $person->ID, 'manage_options' ) );
	}

	public function test_nobody_confirms_their_own_rise(): void {
		$person  = $this->person( 'editor' );
		$network = $this->super_admin();
		wp_set_current_user( $network->ID );
		$this->stopped( static fn () => grant_super_admin( $person->ID ) );
		self::assertFalse( is_super_admin( $person->ID ) );
		$id = $this->listed( 0 )[0]['id'];
		self::assertSame( 200, $this->decide( $id, 'explain', 'Vertretung.', [ 'portal' => 0 ] )->get_status() );
		self::assertSame( 'own_request', $this->decide( $id, 'confirm', values: [ 'portal' => 0 ] )->get_data()['data']['reason'] );

		wp_set_current_user( $this->administrator()->ID );
		self::assertSame( 403, $this->decide( $id, 'confirm', values: [ 'portal' => 0 ] )->get_status(), 'a portal does not decide about the network' );

		$other = $this->super_admin();
		wp_set_current_user( $other->ID );
		self::assertSame( 200, $this->decide( $id, 'confirm', values: [ 'portal' => 0 ] )->get_status() );
		self::assertTrue( is_super_admin( $person->ID ) );
	}

	public function test_a_role_on_another_portal_and_a_single_right_wait_as_well(): void {
		$person = $this->person( 'editor' );
		wp_set_current_user( $this->super_admin()->ID );
		$lernorte = $this->blog_id( 'lernorte' );
		$this->stopped( static fn () => add_user_to_blog( $lernorte, $person->ID, 'administrator' ) );
		while ( ms_is_switched() ) {
			restore_current_blog();
		}
		self::assertSame( [], ( new WP_User( $person->ID, '', $lernorte ) )->roles );
		$this->stopped( static fn () => ( new WP_User( $person->ID ) )->add_cap( 'promote_users' ) );
		self::assertFalse( user_can( $person->ID, 'promote_users' ) );
		self::assertSame( [ 'Vertretung.', '' ], $this->explained( $this->listed( 0 ) ) );

		$admin = $this->administrator( 'lernorte' );
		wp_set_current_user( $admin->ID );
		$this->go_to_portal( 'lernorte' );
		[ $open ] = $this->listed();
		self::assertSame( 200, $this->decide( $open['id'], 'confirm' )->get_status() );
		restore_current_blog();
		self::assertSame( [ 'administrator' ], ( new WP_User( $person->ID, '', $lernorte ) )->roles );
		self::assertTrue( is_user_member_of_blog( $person->ID, $lernorte ) );
	}

	public function test_other_roles_and_taking_away_wait_for_nobody(): void {
		$person = $this->administrator();
		wp_set_current_user( $this->super_admin()->ID );
		$account = new WP_User( $person->ID );
		$account->set_role( 'editor' );
		self::assertSame( [ 'editor' ], ( new WP_User( $person->ID ) )->roles );
		( new WP_User( $person->ID ) )->add_role( 'lernwelt_event_organiser' );
		self::assertSame( [ 'editor', 'lernwelt_event_organiser' ], ( new WP_User( $person->ID ) )->roles );
		self::assertSame( [], $this->listed( 0 ) );
	}

	public function test_saving_an_administrator_without_a_change_waits_for_nobody(): void {
		$person = $this->administrator();
		wp_set_current_user( $this->super_admin()->ID );
		( new WP_User( $person->ID ) )->set_role( 'administrator' );
		self::assertSame( [], $this->listed( 0 ) );
	}

	public function test_saving_over_rest_takes_nothing_away_and_gives_nothing_alone(): void {
		$admin  = $this->administrator();
		$editor = $this->person( 'editor' );
		wp_set_current_user( $this->super_admin()->ID );
		self::assertSame( 200, $this->rest( 'POST', "/wp/v2/users/$admin->ID", [ 'roles' => [ 'administrator' ], 'first_name' => 'Neu' ] )->get_status() );
		self::assertSame( [ 'administrator' ], ( new WP_User( $admin->ID ) )->roles );
		self::assertSame( [], $this->listed( 0 ) );

		$this->stopped( fn () => $this->rest( 'POST', "/wp/v2/users/$editor->ID", [ 'roles' => [ 'administrator' ] ] ) );
		self::assertSame( [ 'editor' ], ( new WP_User( $editor->ID ) )->roles );
		self::assertCount( 1, $this->listed( 0 ) );
	}

	public function test_what_changed_meanwhile_is_not_overwritten(): void {
		$person = $this->person( 'editor' );
		wp_set_current_user( $this->super_admin()->ID );
		$this->stopped( static fn () => ( new WP_User( $person->ID ) )->set_role( 'administrator' ) );
		$this->explained( $this->listed() );
		( new WP_User( $person->ID ) )->set_role( 'subscriber' );
		wp_set_current_user( $this->administrator()->ID );
		$answer = $this->decide( $this->listed()[0]['id'], 'confirm' );
		self::assertSame( [ 409, 'outdated' ], [ $answer->get_status(), $answer->get_data()['data']['reason'] ] );
		self::assertSame( [ 'subscriber' ], ( new WP_User( $person->ID ) )->roles );
		self::assertStringStartsWith( 'nicht ausgeführt', $this->listed()[0]['state'] );
	}

	public function test_a_new_portal_gets_its_administrator(): void {
		$person = $this->person( 'editor' );
		wp_set_current_user( $this->super_admin()->ID );
		$GLOBALS['wp_current_filter'][] = 'wp_initialize_site';
		try {
			( new WP_User( $person->ID ) )->set_role( 'administrator' );
		} finally {
			array_pop( $GLOBALS['wp_current_filter'] );
		}
		self::assertSame( [ 'administrator' ], ( new WP_User( $person->ID ) )->roles );
		self::assertSame( [], $this->listed( 0 ) );
	}

	public function test_roles_of_a_login_at_the_bildungsserver_wait_for_nobody(): void {
		$person = $this->person( 'editor' );
		wp_set_current_user( $this->super_admin()->ID );
		add_filter( 'lernwelt_held_roles', '__return_false' );
		( new WP_User( $person->ID ) )->set_role( 'administrator' );
		self::assertSame( [ 'administrator' ], ( new WP_User( $person->ID ) )->roles );
	}

	/**
	 * Gives the first draft a reason.
	 *
	 * @param list<array<string, mixed>> $items Requests.
	 * @return list<mixed> Reasons afterwards, the oldest first.
	 */
	private function explained( array $items ): array {
		$portal = 1 === count( $items ) ? [] : [ 'portal' => 0 ];
		self::assertSame( 200, $this->decide( min( [ PHP_INT_MAX, ...array_column( $items, 'id' ) ] ), 'explain', 'Vertretung.', $portal )->get_status() );
		$after = array_column( $this->listed( [] === $portal ? null : 0 ), 'reason', 'id' );
		ksort( $after );
		return array_values( $after );
	}
}
