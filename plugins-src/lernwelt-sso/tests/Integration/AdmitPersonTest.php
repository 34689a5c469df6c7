<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\PupilPresence;
use Lernwelt\Sso\Application\Accounts\AccountFacts;
use Lernwelt\Sso\Application\Accounts\ClaimAlarm;
use Lernwelt\Sso\Application\Accounts\Profile;
use Lernwelt\Sso\Application\Accounts\RoleTables;
use Lernwelt\Sso\Domain\LoginRefused;
use PHPUnit\Framework\Attributes\TestWith;

/** Who gets in, as whom, and what is left behind. */
final class AdmitPersonTest extends AccountsTestCase {

	public function test_somebody_new_gets_an_account_with_name_address_and_school(): void {
		$user = $this->admit();
		self::assertMatchesRegularExpression( '/^sso-[0-9a-f]{20}$/', $user->user_login );
		self::assertSame(
			[ 'Anja Lehmann', 'Anja', 'Lehmann', 'anja.lehmann@schule.example.org' ],
			[ $user->display_name, $user->first_name, $user->last_name, $user->user_email ]
		);
		self::assertSame( '0471188', get_user_meta( $user->ID, Profile::SCHOOL_NUMBER, true ) );
		self::assertSame( 'Sekundarschule „Am Mühlteich“ & Hort', get_user_meta( $user->ID, Profile::SCHOOL_NAME, true ) );
		self::assertDoesNotMatchRegularExpression( '/anja|lehmann/i', $user->user_nicename, 'no name in addresses' );
		self::assertNotSame( $user->user_login, $user->user_nicename );
	}

	public function test_the_same_identity_comes_back_to_its_account_whatever_its_address(): void {
		$first = $this->admit();
		$again = $this->admit( [ 'email' => 'neu@schule.example.org', 'name' => 'Anja Müller & Söhne', 'schulname' => null ] );
		self::assertSame( $first->ID, $again->ID );
		self::assertSame( [ 'neu@schule.example.org', 'Anja Müller &amp; Söhne' ], [ $again->user_email, $again->display_name ] );
		self::assertSame( '', get_user_meta( $first->ID, Profile::SCHOOL_NAME, true ) );

		$third = $this->admit( [ 'email' => 'geraten@schule.example.org', 'email_verified' => false ] );
		self::assertSame( 'neu@schule.example.org', $third->user_email, 'an address nobody checked changes nothing' );
	}

	public function test_two_identities_are_two_accounts(): void {
		self::assertNotSame( $this->admit()->ID, $this->admit( [ 'email' => 'b@example.org' ], 'berta' )->ID );
	}

	/**
	 * @param array<string, mixed> $claims Claims.
	 */
	#[TestWith( [ [ 'email' => null ] ] )]
	#[TestWith( [ [ 'email_verified' => false ] ] )]
	#[TestWith( [ [ 'email_verified' => 'true' ] ] )]
	#[TestWith( [ [ 'email' => 'no address' ] ] )]
	public function test_without_a_verified_address_no_mail_can_reach_the_account( array $claims ): void {
		$user = $this->admit( $claims );
		self::assertSame( $user->user_login . '@ohne-adresse.invalid', $user->user_email );
	}

	public function test_roles_are_written_on_all_portals_that_the_table_names(): void {
		$user = $this->admit( self::realm( [ 'lehrkraft', 'veranstaltungen', 'geraete' ] ) )->ID;
		self::assertSame( [ 'lernwelt_teacher' ], $this->held( $user, 'lernorte' ) );
		self::assertSame( [ 'lernwelt_teacher', 'lernwelt_event_organiser' ], $this->held( $user, 'startchancen' ) );
		self::assertSame( [ 'lernwelt_teacher', 'lernwelt_device_manager' ], $this->held( $user, 'eure-lernwelt' ) );
		self::assertCount( 5, get_blogs_of_user( $user ) );
		self::assertSame( (string) $this->blog_id( 'lernwelt-lsa' ), (string) get_user_meta( $user, 'primary_blog', true ) );
	}

	public function test_roles_that_are_lost_go_and_others_stay(): void {
		$user = $this->admit( self::realm( [ 'redaktion', 'portal-admin' ] ) )->ID;
		$this->admit( self::realm( [ 'redaktion' ] ) );
		self::assertSame( [ 'editor' ], $this->held( $user, 'lernorte' ) );
	}

	public function test_roles_that_people_gave_are_never_taken_nor_adopted(): void {
		$user = $this->admit( self::realm( [ 'lehrkraft' ] ) )->ID;
		( new \WP_User( $user, '', $this->blog_id( 'lernorte' ) ) )->add_role( 'editor' );
		$this->admit( self::realm( [ 'lehrkraft', 'redaktion' ] ) );
		$this->admit( self::realm( [ 'lehrkraft' ] ) );
		self::assertEqualsCanonicalizing( [ 'lernwelt_teacher', 'editor' ], $this->held( $user, 'lernorte' ) );
		self::assertSame( [ 'lernwelt_teacher' ], $this->held( $user, 'startchancen' ) );
	}

	public function test_a_super_admin_is_never_touched(): void {
		$user = $this->admit()->ID;
		try {
			// Past the guard that keeps people from the provider out of there.
			$GLOBALS['super_admins'] = [ get_userdata( $user )->user_login ?? '' ];
			$this->admit( self::realm( [] ) );
			self::assertSame( [ 'lernwelt_teacher' ], $this->held( $user, 'lernorte' ) );
		} finally {
			unset( $GLOBALS['super_admins'] );
		}
	}

	public function test_who_lost_every_role_loses_membership_and_keeps_content(): void {
		$user = $this->admit( self::realm( [ 'redaktion' ] ) )->ID;
		$post = wp_insert_post( [ 'post_title' => 'Ein Beitrag', 'post_author' => $user, 'post_status' => 'publish' ] );

		$this->assert_refused( 'no_role_here', self::realm( [] ) );
		self::assertSame( [], get_blogs_of_user( $user ) );
		self::assertFalse( is_user_member_of_blog( $user, $this->blog_id( 'lernorte' ) ) );
		self::assertSame( (string) $user, (string) get_post( $post )?->post_author );
		self::assertNotFalse( get_userdata( $user ) );

		self::assertSame( $user, $this->admit( self::realm( [ 'redaktion' ] ) )->ID, 'and comes back to the same account' );
	}

	public function test_nobody_new_without_a_role_here_leaves_anything_behind(): void {
		$this->go_to_portal( 'lernorte' );
		$before = self::rows();
		foreach ( [ [], [ 'offline_access' ], [ 'geraete' ], [ 'veranstaltungen' ] ] as $roles ) {
			$this->assert_refused( 'no_role_here', self::realm( $roles ), 'neu' );
		}
		$this->assert_refused( 'role_claim_missing', [ 'realm_access' => null ], 'neu' );
		self::assertSame( $before, self::rows() );
	}

	public function test_a_role_of_another_portal_opens_only_that_one(): void {
		$this->go_to_portal( 'eure-lernwelt' );
		$user = $this->admit( self::realm( [ 'geraete' ] ) )->ID;
		restore_current_blog();
		$this->go_to_portal( 'lernorte' );
		$this->assert_refused( 'no_role_here', self::realm( [ 'geraete' ] ) );
		self::assertSame( [ 'lernwelt_device_manager' ], $this->held( $user, 'eure-lernwelt' ) );
		self::assertSame( [], $this->held( $user, 'lernorte' ) );
	}

	public function test_an_absent_claim_keeps_what_is_stored_lets_nobody_in_and_raises_an_alarm(): void {
		$user = $this->admit()->ID;
		foreach ( [ null, [], [ 'roles' => null ] ] as $access ) {
			$this->assert_refused( 'role_claim_missing', [ 'realm_access' => $access ] );
		}
		self::assertSame( [ 'lernwelt_teacher' ], $this->held( $user, 'lernorte' ) );
		self::assertSame( 3, get_site_option( ClaimAlarm::OPTION )['count'] );
		self::assertSame( $user, $this->admit()->ID );
	}

	public function test_what_hangs_on_an_absent_claim_is_not_used_while_another_claim_speaks(): void {
		update_site_option(
			RoleTables::OPTION,
			[
				'version' => 1,
				'rows'    => [
					[ 'claim' => 'realm_access.roles', 'value' => 'lehrkraft', 'role' => 'lernwelt_teacher', 'portals' => [ '*' ] ],
					[ 'claim' => 'resource_access.lernwelt.roles', 'value' => 'redaktion', 'role' => 'editor', 'portals' => [ 'lernorte' ] ],
				],
			]
		);
		$both = [ ...self::realm( [ 'lehrkraft' ] ), 'resource_access' => [ 'lernwelt' => [ 'roles' => [ 'redaktion' ] ] ] ];
		$this->go_to_portal( 'lernorte' );
		$user = $this->admit( $both )->ID;
		$this->assert_refused( 'role_claim_missing', [] );
		self::assertSame( [ 'lernwelt_teacher', 'editor' ], $this->held( $user, 'lernorte' ) );

		restore_current_blog();
		self::assertSame( $user, $this->admit( [] )->ID, 'nothing of it is stored here' );
		self::assertSame( [ 'lernwelt_teacher', 'editor' ], $this->held( $user, 'lernorte' ) );
	}

	public function test_a_row_whose_role_or_portal_is_gone_grants_nothing(): void {
		$row = [ 'claim' => 'realm_access.roles', 'value' => 'lehrkraft', 'role' => 'editor', 'portals' => [ '*' ] ];
		update_site_option( RoleTables::OPTION, [ 'version' => 1, 'rows' => [ [ ...$row, 'role' => 'gone' ], [ ...$row, 'portals' => [ 'mars' ] ], [ ...$row, 'role' => 'super_admin' ], 'x' ] ] );
		$this->assert_refused( 'no_role_here', [] );
	}

	public function test_a_pupil_leaves_nothing_behind(): void {
		$before = self::rows();
		$this->receiver()->admit( self::login( self::realm( [ 'schueler', 'offline_access' ] ), 'kind' ) );
		self::assertSame( [ 'pupil' ], $this->sessions->opened );
		self::assertSame( $before, self::rows() );
	}

	public function test_an_adult_who_is_a_pupil_too_is_an_adult(): void {
		self::assertSame( [ 'lernwelt_teacher' ], $this->held( $this->admit( self::realm( [ 'schueler', 'lehrkraft' ] ) )->ID, 'lernorte' ) );
	}

	public function test_a_partner_s_account_with_the_same_address_becomes_theirs(): void {
		$local = $this->local_account( 'Anja.Lehmann@schule.example.org', 'subscriber' );
		self::assertSame( $local, $this->admit()->ID );
		self::assertContains( 'subscriber', $this->held( $local, 'lernorte' ) );
	}

	#[TestWith( [ 'editor' ] )]
	#[TestWith( [ 'administrator' ] )]
	public function test_a_privileged_account_never_becomes_anybody_s( string $role ): void {
		$this->local_account( 'anja.lehmann@schule.example.org', $role, 'kreativpotentiale' );
		$before = self::rows();
		$this->assert_refused( 'account_conflict', [] );
		self::assertSame( $before, self::rows() );
	}

	public function test_neither_does_one_of_a_super_admin_with_a_second_factor_or_with_an_owner(): void {
		$local = $this->local_account( 'anja.lehmann@schule.example.org', null );
		grant_super_admin( $local );
		$this->assert_refused( 'account_conflict', [] );
		revoke_super_admin( $local );

		$factor = static fn ( bool $has, int $user_id ): bool => $has || $local === $user_id;
		add_filter( AccountFacts::SECOND_FACTOR, $factor, 10, 2 );
		$this->assert_refused( 'account_conflict', [] );
		remove_filter( AccountFacts::SECOND_FACTOR, $factor );

		self::assertSame( $local, $this->admit()->ID );
		$this->assert_refused( 'account_conflict', [], 'somebody else with the same address' );
	}

	#[TestWith( [ false ] )]
	#[TestWith( [ 'true' ] )]
	#[TestWith( [ 1 ] )]
	#[TestWith( [ null ] )]
	public function test_an_address_that_is_not_verified_opens_no_account( mixed $verified ): void {
		$this->local_account( 'anja.lehmann@schule.example.org', null );
		$this->assert_refused( 'account_conflict', [ 'email_verified' => $verified ] );
	}

	public function test_an_address_of_somebody_else_is_not_taken_over_later(): void {
		$this->admit();
		$this->local_account( 'besetzt@example.org', 'administrator' );
		self::assertSame( 'anja.lehmann@schule.example.org', $this->admit( [ 'email' => 'besetzt@example.org' ] )->user_email );
	}

	public function test_a_renewal_brings_roles_up_to_date(): void {
		$user = $this->admit( self::realm( [ 'lehrkraft', 'redaktion' ] ) )->ID;
		$this->receiver()->renew( $user, self::login( self::realm( [ 'lehrkraft' ] ) ) );
		self::assertSame( [ 'lernwelt_teacher' ], $this->held( $user, 'lernorte' ) );

		$this->assert_not_renewed( 'no_role_here', $user, self::realm( [] ) );
		self::assertSame( [], $this->held( $user, 'lernorte' ) );
	}

	public function test_a_renewal_ends_for_somebody_else_for_pupils_and_without_claim(): void {
		$user  = $this->admit()->ID;
		$other = $this->admit( [ 'email' => 'b@example.org' ], 'berta' )->ID;
		$this->assert_not_renewed( 'identity_changed', $other, [] );
		$this->assert_not_renewed( 'identity_changed', $user, self::realm( [ 'schueler' ] ) );
		$this->assert_not_renewed( 'role_claim_missing', $user, [ 'realm_access' => null ] );
		self::assertSame( [ 'lernwelt_teacher' ], $this->held( $user, 'lernorte' ) );
	}

	public function test_the_audit_log_hears_of_everything_and_of_nobody(): void {
		$this->work_without_rollback();
		/** @var list<AuditEvent> $events */
		$events = [];
		add_action(
			AuditLog::ACTION,
			static function ( AuditEvent $event ) use ( &$events ): void {
				$events[] = $event;
			}
		);
		$user = $this->admit( self::realm( [ 'geraete', 'redaktion' ] ) )->ID;
		$this->admit( [ ...self::realm( [ 'redaktion' ] ), 'name' => 'Anja Kanarienvogel', 'schulnummer' => '9999999' ] );
		$this->receiver()->admit( self::login( self::realm( [ 'schueler' ] ), 'kind' ) );
		$this->assert_refused( 'role_claim_missing', [ 'realm_access' => null ] );

		$heard = array_count_values( array_map( static fn ( AuditEvent $event ): string => "$event->area/$event->action", $events ) );
		foreach ( [ 'account/created' => 1, 'role/granted' => 6, 'login/accepted' => 3, 'account/changed' => 2, 'role/revoked' => 1, 'role/alarm' => 1, 'setting/changed' => 0 ] as $event => $times ) {
			self::assertSame( $times, $heard[ $event ] ?? 0, $event );
		}
		$portals = array_column( array_filter( $events, static fn ( AuditEvent $event ): bool => [ 'role' => 'lernwelt_device_manager' ] === $event->details ), 'portal' );
		self::assertSame( [ $this->blog_id( 'eure-lernwelt' ), $this->blog_id( 'eure-lernwelt' ) ], $portals );

		$pupil = array_values( array_filter( $events, static fn ( AuditEvent $event ): bool => 0 === $event->user_id && 'login' === $event->area ) );
		self::assertSame( [ [ 'via' => 'sso', 'role' => PupilPresence::ROLE ] ], array_column( $pupil, 'details' ) );
		$written = (string) wp_json_encode( $events );
		foreach ( [ 'Anja', 'Lehmann', 'Kanarienvogel', 'example.org', '0471188', '9999999', 'Mühlteich', 'kind' ] as $value ) {
			self::assertStringNotContainsString( $value, $written );
		}
		self::assertStringContainsString( "user:$user", $written );
	}

	/**
	 * Roles as they are stored, known to WordPress or not.
	 *
	 * @return list<string>
	 */
	private function held( int $user_id, string $portal ): array {
		global $wpdb;
		wp_cache_delete( $user_id, 'user_meta' );
		$rights = get_user_meta( $user_id, $wpdb->get_blog_prefix( $this->blog_id( $portal ) ) . 'capabilities', true );
		return is_array( $rights ) ? array_map( strval( ... ), array_keys( $rights ) ) : [];
	}

	/**
	 * @param array<string, mixed> $claims Claims.
	 */
	private function assert_not_renewed( string $reason, int $user_id, array $claims ): void {
		try {
			$this->receiver()->renew( $user_id, self::login( $claims ) );
			self::fail( 'The session was renewed.' );
		} catch ( LoginRefused $refused ) {
			self::assertSame( $reason, $refused->reason );
		}
	}
}
