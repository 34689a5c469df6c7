<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Roles;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Core;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Security\Application\Roles\Decisions;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\RestRequests;
use PHPUnit\Framework\Attributes\TestWith;
use WP_REST_Response;
use WP_User;

/** The matrix over REST, and what it does to people. */
final class RoleMatrixTest extends IntegrationTestCase {
	use RestRequests;

	private const ROUTE   = '/lernwelt/v1/role-matrix';
	private const SCHEMAS = __DIR__ . '/../../../schemas';

	public function test_the_matrix_shows_every_role_and_right_with_words(): void {
		$this->log_in_as( 'administrator' );
		$answer = $this->rest( 'GET', self::ROUTE );
		$this->assert_answer( $answer, self::SCHEMAS . '/role-matrix.json' );
		$matrix = $answer->get_data();

		self::assertContains( 'lernwelt_teacher', array_column( $matrix['roles'], 'role' ) );
		$rights = array_column( $matrix['rights'], null, 'capability' );
		foreach ( [ 'edit_posts', 'edit_theme_options', 'lernwelt_edit_portal', 'lernwelt_edit_map', 'lernwelt_manage_roles' ] as $known ) {
			self::assertArrayHasKey( $known, $rights );
		}
		foreach ( $rights as $name => $right ) {
			if ( str_starts_with( (string) $name, 'lernwelt_test_' ) ) {
				continue; // Another test's.
			}
			self::assertNotSame( $name, $right['label'] );
			self::assertNotSame( 'Weitere Rechte', $right['group'], "$name has no group" );
			self::assertCount( count( $matrix['roles'] ), $right['cells'] );
		}
		foreach ( [ 'manage_options', 'promote_users', 'unfiltered_html', 'install_plugins', 'manage_network' ] as $never ) {
			self::assertArrayNotHasKey( $never, $rights );
		}
	}

	public function test_a_decision_of_the_portal_counts_there_at_once_and_nowhere_else(): void {
		$teacher = $this->person( 'lernwelt_teacher' );
		$this->log_in_as( 'administrator' );
		$this->save( [ [ 'lernwelt_teacher', 'edit_posts', 'yes' ], [ 'lernwelt_teacher', 'lernwelt_edit_portal', 'yes' ] ] );

		self::assertTrue( user_can( $teacher, 'edit_posts' ) );
		self::assertTrue( user_can( $teacher, 'lernwelt_edit_portal' ) );
		self::assertTrue( get_role( 'lernwelt_teacher' )?->has_cap( 'edit_posts' ) );
		$other = $this->person( 'lernwelt_teacher', 'lernorte' );
		self::assertFalse( user_can_for_site( $other, $this->blog_id( 'lernorte' ), 'edit_posts' ) );

		$this->save( [ [ 'lernwelt_teacher', 'edit_posts', 'inherited' ], [ 'editor', 'edit_posts', 'no' ] ], 1 );
		self::assertFalse( user_can( $teacher, 'edit_posts' ) );
		self::assertFalse( user_can( $this->person( 'editor' ), 'edit_posts' ) );
		self::assertTrue( user_can( $this->person( 'author' ), 'edit_posts' ) );
	}

	public function test_the_network_decides_for_all_portals_and_a_portal_over_it(): void {
		$this->become_super_admin();
		$this->save( [ [ 'lernwelt_teacher', 'upload_files', 'yes' ] ], portal: 0 );
		$lernorte = $this->blog_id( 'lernorte' );
		$here     = $this->person( 'lernwelt_teacher' );
		$there    = $this->person( 'lernwelt_teacher', 'lernorte' );
		self::assertTrue( user_can( $here, 'upload_files' ) );
		self::assertTrue( user_can_for_site( $there, $lernorte, 'upload_files' ) );

		$this->save( [ [ 'lernwelt_teacher', 'upload_files', 'no' ] ], portal: $lernorte );
		self::assertTrue( user_can( $here, 'upload_files' ) );
		self::assertFalse( user_can_for_site( $there, $lernorte, 'upload_files' ) );
	}

	public function test_several_roles_add_up(): void {
		$person = $this->person( 'lernwelt_teacher' );
		$person->add_role( 'author' );
		$this->log_in_as( 'administrator' );
		$this->save( [ [ 'author', 'edit_posts', 'no' ] ] );
		self::assertFalse( user_can( $person->ID, 'edit_posts' ) );
		$person->add_role( 'editor' );
		self::assertTrue( user_can( $person->ID, 'edit_posts' ) );
	}

	public function test_pupils_lose_what_the_matrix_takes_and_get_nothing_else(): void {
		$this->become_super_admin();
		$answer = $this->put( [ [ 'lernwelt_pupil', 'edit_posts', 'yes' ], [ 'lernwelt_pupil', 'lernwelt_edit_portal', 'yes' ] ], portal: 0 );
		$this->assert_problem( $answer, Problems::INVALID, 422, [ 'lernwelt_pupil/edit_posts' => 'not_for_pupils', 'lernwelt_pupil/lernwelt_edit_portal' => 'not_for_pupils' ] );

		$this->log_out();
		// Even if somebody wrote it into the portal's options.
		update_option( Decisions::OPTION, [ 'lernwelt_pupil' => [ 'lernwelt_edit_portal' => true, 'edit_posts' => true ], 'editor' => [ 'lernwelt_manage_roles' => true ] ] );
		Core::services()->pupil->enter();
		self::assertFalse( current_user_can( 'lernwelt_edit_portal' ) );
		self::assertFalse( current_user_can( 'edit_posts' ) );
		Core::services()->pupil->leave();
		self::assertFalse( user_can( $this->person( 'editor' ), 'lernwelt_manage_roles' ) );
	}

	public function test_guests_and_others_see_and_change_nothing(): void {
		$change = [ 'revision' => 0, 'changes' => [ [ 'role' => 'editor', 'capability' => 'edit_posts', 'granted' => 'no' ] ] ];
		foreach ( [ [ 'GET', '' ], [ 'PUT', '' ], [ 'GET', '/history' ], [ 'GET', '/people?search=te' ], [ 'GET', '/why' ], [ 'GET', '/export' ] ] as [ $method, $path ] ) {
			$values = 'PUT' === $method ? $change : [ 'search' => 'te', 'user' => 1, 'capability' => 'edit_posts' ];
			$route  = self::ROUTE . strtok( $path, '?' );
			$this->log_out();
			$this->assert_problem( $this->rest( $method, $route, $values ), Problems::UNAUTHENTICATED, 401 );
			foreach ( [ 'editor', 'lernwelt_teacher', 'lernwelt_school_admin' ] as $role ) {
				$this->log_in_as( $role );
				$this->assert_problem( $this->rest( $method, $route, $values ), Problems::FORBIDDEN, 403 );
			}
			$this->log_in_as( 'administrator', 'lernorte' );
			$this->assert_problem( $this->rest( $method, $route, $values ), Problems::FORBIDDEN, 403 );
			// A portal's administrator is nobody at the network and at other portals.
			$this->log_in_as( 'administrator' );
			foreach ( [ 0, $this->blog_id( 'lernorte' ), 999 ] as $portal ) {
				$this->assert_problem( $this->rest( $method, $route, [ 'portal' => $portal ] + $values ), Problems::FORBIDDEN, 403 );
			}
		}
		self::assertSame( [], get_option( Decisions::OPTION ) );
	}

	#[TestWith( [ 'administrator', 'edit_posts', 'no', 'administrators_keep' ] )]
	#[TestWith( [ 'administrator', 'upload_files', 'no', 'own_role' ] )]
	#[TestWith( [ 'editor', 'lernwelt_manage_roles', 'yes', 'administrators_only' ] )]
	#[TestWith( [ 'editor', 'manage_options', 'yes', 'unknown' ] )]
	#[TestWith( [ 'editor', 'unfiltered_html', 'yes', 'unknown' ] )]
	#[TestWith( [ 'editor', 'manage_network_users', 'yes', 'unknown' ] )]
	#[TestWith( [ 'editor', 'lernwelt_no_such_thing', 'yes', 'unknown' ] )]
	#[TestWith( [ 'no_such_role', 'edit_posts', 'yes', 'unknown' ] )]
	public function test_a_portal_s_administrator_is_refused_with_a_reason( string $role, string $capability, string $granted, string $reason ): void {
		$this->log_in_as( 'administrator' );
		$answer = $this->put( [ [ 'editor', 'upload_files', 'no' ], [ $role, $capability, $granted ] ] );
		$this->assert_problem( $answer, Problems::INVALID, 422, [ "$role/$capability" => $reason ] );
		self::assertTrue( user_can( $this->person( 'editor' ), 'upload_files' ), 'none of the changes was made' );
	}

	public function test_nobody_gives_what_they_don_t_have(): void {
		$this->become_super_admin();
		$this->save( [ [ 'administrator', 'upload_files', 'no' ] ], portal: 0 );
		$this->log_in_as( 'administrator' );
		self::assertFalse( current_user_can( 'upload_files' ) );
		$this->assert_problem( $this->put( [ [ 'author', 'upload_files', 'yes' ] ] ), Problems::INVALID, 422, [ 'author/upload_files' => 'not_yours' ] );
	}

	public function test_two_people_don_t_overwrite_each_other(): void {
		$this->log_in_as( 'administrator' );
		$this->save( [ [ 'editor', 'upload_files', 'no' ] ] );
		$this->assert_problem( $this->put( [ [ 'author', 'upload_files', 'no' ] ] ), Problems::CONFLICT, 409 );
		self::assertTrue( user_can( $this->person( 'author' ), 'upload_files' ) );
	}

	public function test_changes_are_in_the_history_and_in_the_audit_log(): void {
		$this->work_without_rollback();
		$events = [];
		add_action(
			AuditLog::ACTION,
			static function ( AuditEvent $event ) use ( &$events ): void {
				if ( 'role' === $event->area && 'changed' === $event->action ) {
					$events[] = [ $event->object, $event->portal, $event->details ];
				}
			}
		);
		$admin = $this->log_in_as( 'administrator' );
		$this->save( [ [ 'editor', 'upload_files', 'no' ], [ 'author', 'upload_files', 'inherited' ] ] );
		self::assertSame( [ [ 'role:editor', get_current_blog_id(), [ 'capability' => 'upload_files', 'before' => 'inherited', 'after' => 'no' ] ] ], $events );

		$answer = $this->rest( 'GET', self::ROUTE . '/history' );
		$this->assert_answer( $answer, self::SCHEMAS . '/role-history.json' );
		$lines = $answer->get_data()['items'];
		self::assertCount( 1, $lines, 'what stays as it is isn\'t written down' );
		self::assertSame( [ $admin->display_name, 'Redaktion', 'inherited', 'no' ], [ $lines[0]['who'], $lines[0]['role'], $lines[0]['before'], $lines[0]['after'] ] );
		self::assertFalse( $answer->get_data()['more'] );
	}

	public function test_a_portal_doesn_t_see_the_history_of_another(): void {
		$this->become_super_admin();
		$this->save( [ [ 'editor', 'upload_files', 'no' ] ], portal: $this->blog_id( 'lernorte' ) );
		$this->save( [ [ 'author', 'upload_files', 'no' ] ], portal: 0 );
		self::assertCount( 2, $this->rest( 'GET', self::ROUTE . '/history', [ 'portal' => 0 ] )->get_data()['items'] );
		$this->log_in_as( 'administrator' );
		self::assertCount( 1, $this->rest( 'GET', self::ROUTE . '/history' )->get_data()['items'] );
	}

	#[TestWith( [ 'lernwelt_teacher', 'edit_posts' ] )]
	#[TestWith( [ 'editor', 'edit_others_posts' ] )]
	#[TestWith( [ 'editor', 'lernwelt_edit_portal' ] )]
	#[TestWith( [ 'author', 'lernwelt_edit_portal' ] )]
	#[TestWith( [ 'administrator', 'lernwelt_manage_roles' ] )]
	public function test_the_explanation_agrees_with_what_counts( string $role, string $capability ): void {
		$person = $this->person( $role );
		$this->log_in_as( 'administrator' );
		$answer = $this->rest( 'GET', self::ROUTE . '/why', [ 'user' => $person->ID, 'capability' => $capability ] );
		$this->assert_answer( $answer, self::SCHEMAS . '/role-why.json' );
		self::assertSame( user_can( $person, $capability ), $answer->get_data()['allowed'] );
		self::assertGreaterThanOrEqual( 3, count( $answer->get_data()['steps'] ) );
	}

	public function test_the_explanation_names_origin_and_decision(): void {
		add_filter( 'lernwelt_role_origin', static fn (): string => 'sso' );
		$person = $this->person( 'lernwelt_teacher' );
		$this->log_in_as( 'administrator' );
		$this->save( [ [ 'lernwelt_teacher', 'edit_posts', 'yes' ] ] );
		$steps = implode( ' ', $this->rest( 'GET', self::ROUTE . '/why', [ 'user' => $person->ID, 'capability' => 'edit_posts' ] )->get_data()['steps'] );
		self::assertStringContainsString( 'Bildungsserver', $steps );
		self::assertStringContainsString( 'Lehrkraft', $steps );
		self::assertStringContainsString( 'das Portal', $steps );
	}

	public function test_people_of_other_portals_are_strangers(): void {
		$stranger = $this->person( 'editor', 'lernorte' );
		remove_user_from_blog( $stranger->ID, get_current_blog_id() );
		$this->log_in_as( 'administrator' );
		$this->assert_problem( $this->rest( 'GET', self::ROUTE . '/why', [ 'user' => $stranger->ID, 'capability' => 'edit_posts' ] ), Problems::NOT_FOUND, 404 );
		$answer = $this->rest( 'GET', self::ROUTE . '/people', [ 'search' => $stranger->user_login ] );
		$this->assert_answer( $answer, self::SCHEMAS . '/role-people.json' );
		self::assertSame( [], $answer->get_data()['items'] );
		$this->become_super_admin();
		self::assertSame( [ $stranger->ID ], array_column( $this->rest( 'GET', self::ROUTE . '/people', [ 'search' => $stranger->user_login, 'portal' => 0 ] )->get_data()['items'], 'id' ) );
	}

	public function test_the_export_is_for_excel(): void {
		switch_to_locale( 'de_DE' );
		$this->log_in_as( 'administrator' );
		$this->save( [ [ 'lernwelt_teacher', 'edit_posts', 'yes' ] ] );
		$answer = $this->rest( 'GET', self::ROUTE . '/export' );
		$this->assert_answer( $answer, self::SCHEMAS . '/role-export.json' );
		$text = (string) $answer->get_data();
		self::assertStringStartsWith( "\xEF\xBB\xBF\"Bereich\";\"Recht\";\"Technischer Name\";", $text );
		self::assertStringContainsString( 'attachment', $answer->get_headers()['Content-Disposition'] );
		$lines  = array_map( static fn ( string $line ): array => str_getcsv( $line, ';', '"', '' ), explode( "\r\n", trim( $text ) ) );
		$column = array_search( 'Lehrkraft', $lines[0], true );
		self::assertIsInt( $column );
		$rows = array_column( $lines, null, 2 );
		self::assertSame( 'ja', $rows['edit_posts'][ $column ] );
		self::assertSame( 'nein', $rows['edit_others_posts'][ $column ] );
		restore_previous_locale();
	}

	public function test_rights_of_another_portal_s_plugins_are_known_to_the_network(): void {
		update_site_option( 'lw_rights_' . $this->blog_id( 'lernorte' ), [ [ 'name' => 'lernwelt_test_elsewhere', 'label' => 'Lernorte', 'group' => 'Lernorte', 'roles' => [ 'editor' ], 'administrators_only' => false ], 'broken' ] );
		$this->become_super_admin();
		self::assertContains( 'lernwelt_test_elsewhere', array_column( $this->rest( 'GET', self::ROUTE, [ 'portal' => 0 ] )->get_data()['rights'], 'capability' ) );
		self::assertNotContains( 'lernwelt_test_elsewhere', array_column( $this->rest( 'GET', self::ROUTE )->get_data()['rights'], 'capability' ) );
	}

	public function test_a_page_costs_no_query_more(): void {
		global $wpdb;
		$this->log_in_as( 'lernwelt_teacher' );
		wp_load_alloptions();
		$before = $wpdb->num_queries;
		foreach ( [ 'edit_posts', 'upload_files', 'lernwelt_edit_portal', 'lernwelt_manage_roles' ] as $capability ) {
			current_user_can( $capability );
		}
		$this->log_out();
		current_user_can( 'edit_posts' );
		self::assertSame( $before, $wpdb->num_queries );
	}

	/** Makes a person without logging them in. */
	private function person( string $role, ?string $portal = null ): WP_User {
		$before = get_current_user_id();
		$person = $this->log_in_as( $role, $portal );
		wp_set_current_user( $before );
		return $person;
	}

	private function become_super_admin(): void {
		grant_super_admin( $this->log_in_as( 'administrator' )->ID );
	}

	/** @param list<array{string, string, string}> $changes Role, capability, decision. */
	private function put( array $changes, int $revision = 0, ?int $portal = null ): WP_REST_Response {
		$changes = array_map( static fn ( array $change ): array => array_combine( [ 'role', 'capability', 'granted' ], $change ), $changes );
		return $this->rest( 'PUT', self::ROUTE, [ 'revision' => $revision, 'changes' => $changes ] + ( null === $portal ? [] : [ 'portal' => $portal ] ) );
	}

	/** @param list<array{string, string, string}> $changes Role, capability, decision. */
	private function save( array $changes, int $revision = 0, ?int $portal = null ): void {
		$this->assert_answer( $this->put( $changes, $revision, $portal ), self::SCHEMAS . '/role-matrix.json' );
	}
}
