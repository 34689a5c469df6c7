<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Audit;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Core;
use Lernwelt\Core\Persistence\Savepoints;
use Lernwelt\Core\PupilPresence;
use Lernwelt\Core\Transaction;
use Lernwelt\Security\AuditEventHooks;
use Lernwelt\Security\Domain\Audit\Entry;
use Lernwelt\Security\Domain\Audit\EntryFilter;
use Lernwelt\Tests\RestRequests;
use WP_REST_Response;

/** What WordPress does comes into the log: who, what kind, which record – never a value. */
final class EventsTest extends AuditTestCase {

	use RestRequests;

	private AuditLog $audit;

	private int $start;

	protected function setUp(): void {
		parent::setUp();
		// Its own transaction: in the test's, events would wait for an end that never comes.
		$this->audit = new AuditLog( new Transaction( new Savepoints( $GLOBALS['wpdb'] ) ) );
		$this->start = $this->store->last_id();
	}

	public function test_accounts(): void {
		$admin = $this->log_in_as( 'administrator' );
		$this->listen();
		$id = wp_insert_user( [ 'user_login' => 'erika-canary', 'user_email' => 'erika@canary.example', 'user_pass' => 'canary', 'first_name' => 'Canary' ] );
		self::assertIsInt( $id );
		wp_update_user( [ 'ID' => $id, 'user_email' => 'other@canary.example', 'last_name' => 'Canary' ] );
		wp_update_user( [ 'ID' => $id, 'user_email' => 'other@canary.example' ] );
		wp_update_user( [ 'ID' => $id, 'user_pass' => 'canary-2' ] );
		add_user_to_blog( $this->blog_id( 'lernorte' ), $id, 'subscriber' );
		remove_user_from_blog( $id, $this->blog_id( 'lernorte' ) );
		require_once ABSPATH . 'wp-admin/includes/ms.php';
		require_once ABSPATH . 'wp-admin/includes/user.php';
		wpmu_delete_user( $id );
		$person = 'user:' . Core::services()->pseudonyms->of( 'user', (string) $id );
		self::assertSame(
			array_map( static fn ( string $action ): string => "account/$action//$person", [ 'created', 'changed', 'changed', 'joined', 'left', 'left', 'deleted' ] ),
			$this->said()
		);
		self::assertSame( [ '{"email":true,"name":true}', '{"password":true}' ], [ $this->line( 1 )->details, $this->line( 2 )->details ] );
		self::assertSame( [ 'user', Core::services()->pseudonyms->of( 'user', (string) $admin->ID ) ], [ $this->line( 0 )->kind, $this->line( 0 )->actor ] );
		self::assertSame( $this->blog_id( 'lernorte' ), $this->line( 3 )->portal );
		self::assertStringNotContainsStringIgnoringCase( 'canary', (string) json_encode( $this->store->find( new EntryFilter(), 0, 100 ) ) );
	}

	public function test_passwords(): void {
		$user = $this->log_in_as( 'editor' );
		$this->log_out();
		$this->listen();
		retrieve_password( $user->user_login );
		reset_password( $user, 'canary-canary' );
		self::assertContains( 'account/reset_requested//user:' . Core::services()->pseudonyms->of( 'user', (string) $user->ID ), $this->said() );
		self::assertContains( 'account/password_reset//user:' . Core::services()->pseudonyms->of( 'user', (string) $user->ID ), $this->said() );
	}

	public function test_settings_without_their_values(): void {
		$this->listen();
		update_option( 'blogname', 'Canary' );
		update_option( 'blogname', 'Canary' );
		update_option( 'lernwelt_portal', [ 'email' => 'canary@example.org' ] );
		update_option( 'cron', [ 'canary' ] );
		update_option( 'lernwelt_places_import_folder', 'canary' );
		update_option( 'lw_canary', 'canary' );
		update_site_option( 'lw_canary', 'canary' );
		set_transient( 'lernwelt_canary', 1 );
		update_site_option( 'registration', 'canary' );
		update_site_option( 'lernwelt_audit_days', 100 );
		delete_option( 'lernwelt_portal' );
		self::assertSame(
			[ 'setting/changed//option:blogname', 'setting/changed//option:lernwelt_portal', 'setting/changed//network-option:registration', 'setting/changed//network-option:lernwelt_audit_days', 'setting/changed//option:lernwelt_portal' ],
			$this->said()
		);
		self::assertSame( [ 1, 0 ], [ $this->line( 0 )->portal, $this->line( 2 )->portal ] );
		self::assertStringNotContainsString( 'anary', (string) json_encode( $this->store->find( new EntryFilter(), 0, 5 ) ) );
	}

	public function test_lists_of_people(): void {
		$other = $this->log_in_as( 'editor' );
		$this->log_in_as( 'administrator' );
		$this->listen();
		do_action( 'load-users.php' );
		$_GET['user_id'] = (string) $other->ID;
		do_action( 'load-user-edit.php' );
		$this->rest( 'GET', '/wp/v2/users', [ 'context' => 'edit' ] );
		$this->rest( 'GET', '/wp/v2/users', [] );
		$this->rest( 'GET', '/wp/v2/users', [ '_fields' => 'id,name' ] );
		$this->rest( 'GET', '/wp/v2/users/me', [ 'context' => 'edit' ] );
		$person = 'user:' . Core::services()->pseudonyms->of( 'user', (string) $other->ID );
		self::assertSame( [ 'people/read//list:users', "people/read//$person", 'people/read//list:users', 'people/read//list:users' ], $this->said() );
	}

	public function test_one_account_that_is_looked_at(): void {
		$other = $this->log_in_as( 'editor' );
		$look  = fn (): int => $this->rest( 'GET', "/wp/v2/users/$other->ID", [ 'context' => 'edit' ] )->get_status();
		$this->log_in_as( 'administrator' );
		$this->listen();
		// In a network only its administration may edit other people's accounts.
		self::assertSame( [ 403, [] ], [ $look(), $this->said() ] );

		grant_super_admin( $this->log_in_as( 'administrator' )->ID );
		$this->start = $this->store->last_id();
		self::assertSame( 200, $look() );
		self::assertSame( [ 'people/read//user:' . Core::services()->pseudonyms->of( 'user', (string) $other->ID ) ], $this->said() );
	}

	public function test_a_refused_look_is_none(): void {
		$this->log_out();
		$this->listen();
		$this->rest( 'GET', '/wp/v2/users', [ 'context' => 'edit' ] );
		self::assertSame( [], $this->said() );
	}

	public function test_downloads(): void {
		add_action(
			'rest_api_init',
			static fn () => register_rest_route( 'lernwelt/v1', '/canary/(?P<id>\d+)/list\.csv', [ 'methods' => 'GET', 'permission_callback' => static fn (): bool => current_user_can( 'list_users' ), 'callback' => static fn (): WP_REST_Response => new WP_REST_Response( null, 200, [ 'Content-Disposition' => 'attachment; filename="x.csv"' ] ) ] )
		);
		$this->log_in_as( 'editor' );
		$this->listen();
		self::assertSame( [ 403, [] ], [ $this->rest( 'GET', '/lernwelt/v1/canary/12/list.csv' )->get_status(), $this->said() ] );

		$this->log_in_as( 'administrator' );
		$this->start = $this->store->last_id();
		$this->rest( 'GET', '/lernwelt/v1/canary/12/list.csv' );
		self::assertSame( [ 'export/downloaded//file:canary.12.list.csv' ], $this->said() );
	}

	public function test_a_pupil_leaves_nothing_that_says_who(): void {
		$_SERVER['REMOTE_ADDR'] = '203.0.113.77';
		$this->listen();
		Core::services()->pupil->enter();
		try {
			$this->audit->record( new AuditEvent( 'login', 'accepted', object: 'session:abc123', details: [ 'role' => 'lernwelt_pupil', 'school' => 912345 ] ) );
		} finally {
			Core::services()->pupil->leave();
		}
		// Also before or after the session, by the role alone.
		$this->audit->record( new AuditEvent( 'login', 'refused', 'no_role_here', 0, 'session:abc123', null, [ 'role' => 'lernwelt_pupil' ] ) );
		foreach ( [ 0, 1 ] as $index ) {
			$line = $this->line( $index );
			self::assertSame( [ 'pupil', '', '', '', '{"role":"lernwelt_pupil"}' ], [ $line->kind, $line->actor, $line->object, $line->address, $line->details ] );
		}
		self::assertDoesNotMatchRegularExpression( '/203\.0\.113|912345|abc123/', (string) json_encode( $this->store->find( new EntryFilter(), 0, 5 ) ) );
	}

	public function test_a_pupil_who_is_refused_leaves_no_address_whatever_the_event(): void {
		$_SERVER['REMOTE_ADDR'] = '203.0.113.77';
		$this->listen();
		foreach ( [ [ 'login', 'accepted' ], [ 'login', 'refused' ], [ 'session', 'ended' ], [ 'logout', 'refused' ], [ 'role', 'alarm' ] ] as [ $area, $action ] ) {
			$this->audit->record( new AuditEvent( $area, $action, object: 'session:abc', details: [ 'role' => PupilPresence::ROLE, 'via' => 'sso' ] ) );
			$this->audit->record( new AuditEvent( $area, $action, '', 0, 'session:abc', $this->blog_id( 'lernorte' ), [ 'via' => 'sso', 'role' => PupilPresence::ROLE ] ) );
		}
		for ( $index = 0; $index < 10; ++$index ) {
			$line = $this->line( $index );
			self::assertSame( [ 'pupil', '', '', '', '{"role":"lernwelt_pupil","via":"sso"}' ], [ $line->kind, $line->actor, $line->object, $line->address, $line->details ] );
		}
	}

	public function test_addresses_are_shortened(): void {
		$_SERVER['REMOTE_ADDR'] = '203.0.113.77';
		$this->listen();
		$this->audit->record( new AuditEvent( 'login', 'refused', 'wrong_password' ) );
		self::assertSame( [ 'guest', '203.0.113.0' ], [ $this->line( 0 )->kind, $this->line( 0 )->address ] );
	}

	public function test_a_failure_is_told_without_data_and_breaks_nothing(): void {
		$this->work_without_rollback();
		$this->listen();
		$log = (string) tempnam( sys_get_temp_dir(), 'audit' );
		$old = ini_set( 'error_log', $log );
		self::meddle( 'DROP TABLE %i', self::lines() );
		$this->audit->record( new AuditEvent( 'login', 'refused', 'canary_reason', object: 'session:canary' ) );
		ini_set( 'error_log', (string) $old );
		$said = (string) file_get_contents( $log );
		unlink( $log );
		self::assertStringContainsString( 'could not be written to the audit log (login/refused)', $said );
		self::assertStringNotContainsString( 'canary', $said );
	}

	/** From now on what happens is written down. */
	private function listen(): void {
		$this->start = $this->store->last_id();
		( new AuditEventHooks( $this->audit ) )->register();
	}

	/** @return list<string> */
	private function said(): array {
		return $this->written_after( $this->start );
	}

	/** A line by its place after the start, from 0. */
	private function line( int $index ): Entry {
		return array_values( array_filter( array_reverse( $this->store->find( new EntryFilter(), 0, 100 ) ), fn ( Entry $line ): bool => $line->id > $this->start ) )[ $index ];
	}
}
