<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Audit;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Core;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Security\AuditHooks;
use Lernwelt\Security\Domain\Audit\ActorKind;
use Lernwelt\Security\Domain\Audit\Facts;
use Lernwelt\Tests\RestRequests;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_User;

/** Who may read which lines, by which conditions, and that nobody can write or delete one. */
final class AuditRestTest extends AuditTestCase {

	use RestRequests;

	private const EVENTS = '/lernwelt/v1/audit-events';

	private const SCHEMAS = __DIR__ . '/../../../schemas/';

	/** @var list<AuditEvent> */
	private array $recorded = [];

	public function test_guests_and_wrong_roles_are_refused(): void {
		foreach ( [ self::EVENTS, '/lernwelt/v1/audit-overview' ] as $route ) {
			$this->log_out();
			$this->assert_problem( $this->rest( 'GET', $route, [ 'portal' => 1 ] ), Problems::UNAUTHENTICATED, 401 );
			$this->log_in_as( 'editor' );
			$this->assert_problem( $this->rest( 'GET', $route, [ 'portal' => 1 ] ), Problems::FORBIDDEN, 403 );
			$this->assert_problem( $this->rest( 'GET', $route, [ 'portal' => 'x' ] ), Problems::FORBIDDEN, 403 );
		}
		$this->assert_problem( $this->rest( 'POST', '/lernwelt/v1/audit-person', [ 'account' => 'x', 'portal' => 1 ] ), Problems::FORBIDDEN, 403 );
		$this->assert_problem( $this->rest( 'PUT', '/lernwelt/v1/audit-settings', [ 'days' => 90 ] ), Problems::FORBIDDEN, 403 );
		$this->log_out();
		$this->assert_problem( $this->rest( 'PUT', '/lernwelt/v1/audit-settings', [ 'days' => 90 ] ), Problems::UNAUTHENTICATED, 401 );
	}

	public function test_a_portals_administrator_sees_this_portals_lines_only(): void {
		$here = $this->write( 'role', 'granted', '', 1 );
		$this->write( 'role', 'revoked', '', $this->blog_id( 'lernorte' ) );
		$this->write( 'setting', 'changed', '', 0 );
		$this->log_in_as( 'administrator' );
		$data = $this->events( [ 'portal' => 1, 'area' => 'role' ] );
		self::assertSame( [ $here->id ], array_column( $data['items'], 'id' ) );
		foreach ( [ [], [ 'portal' => 0 ], [ 'portal' => $this->blog_id( 'lernorte' ) ] ] as $wish ) {
			$this->assert_problem( $this->rest( 'GET', self::EVENTS, $wish ), Problems::FORBIDDEN, 403 );
			$this->assert_problem( $this->rest( 'GET', '/lernwelt/v1/audit-overview', $wish ), Problems::FORBIDDEN, 403 );
			$this->assert_problem( $this->rest( 'POST', '/lernwelt/v1/audit-person', [ 'account' => 'x', ...$wish ] ), Problems::FORBIDDEN, 403 );
		}
		// The same person on a portal where they are nobody.
		$this->go_to_portal( 'lernorte' );
		$this->assert_problem( $this->rest( 'GET', self::EVENTS, [ 'portal' => $this->blog_id( 'lernorte' ) ] ), Problems::FORBIDDEN, 403 );
	}

	public function test_nobody_writes_or_deletes_a_line(): void {
		$line = $this->write();
		$this->log_in_as_network_administrator();
		foreach ( [ 'POST', 'PUT', 'PATCH', 'DELETE' ] as $verb ) {
			self::assertSame( 404, $this->rest( $verb, self::EVENTS )->get_status(), $verb );
			self::assertSame( 404, $this->rest( $verb, self::EVENTS . "/$line->id" )->get_status(), $verb );
		}
		$verbs = [];
		foreach ( rest_get_server()->get_routes() as $path => $routes ) {
			foreach ( str_starts_with( $path, self::EVENTS ) ? $routes : [] as $route ) {
				$verbs = [ ...$verbs, ...array_keys( $route['methods'] ) ];
			}
		}
		self::assertSame( [ 'GET' ], $verbs );
	}

	public function test_lines_are_said_in_words_and_keep_to_the_schema(): void {
		$this->write( 'login', 'refused', 'wrong_password' );
		$this->write( 'thing', 'moved', 'for_no_reason', 1, 'parcel:12' );
		$this->log_in_as_network_administrator();
		$items = $this->events( [] )['items'];
		self::assertSame( [ 'thing/moved: for_no_reason', 'parcel 12' ], [ $items[0]['sentence'], $items[0]['about'] ], 'unknown codes as they are' );
		self::assertSame( [ 'Anmeldung abgelehnt: Passwort falsch', '2030-03-02T08:00:00Z', '192.0.2.0' ], [ $items[1]['sentence'], $items[1]['at'], $items[1]['address'] ] );
	}

	/**
	 * @param array<string, mixed> $filter  Filter.
	 * @param list<string>         $actions Expected actions, newest first.
	 */
	#[DataProvider( 'filters' )]
	public function test_filters( array $filter, array $actions ): void {
		$this->clock->advance( '-2 days' );
		$this->write( 'login', 'refused', 'wrong_password' );
		$this->clock->advance( '+1 day' );
		$this->write( 'login', 'accepted', '' );
		// 23:30 of this day in Germany, but 22:30 UTC.
		$this->clock->advance( '+14 hours 30 minutes' );
		$this->write( 'setting', 'changed', '', $this->blog_id( 'lernorte' ), 'option:blogname' );
		$this->clock->advance( '+1 hour' );
		$this->write( 'role', 'granted', '', 0 );
		$this->log_in_as_network_administrator();
		$found = $this->events( [ 'from' => '2030-01-01', ...$filter ] );
		self::assertSame( [ $actions, count( $actions ) ], [ array_column( $found['items'], 'action' ), $found['total'] ] );
	}

	/** @return iterable<string, array{array<string, mixed>, list<string>}> */
	public static function filters(): iterable {
		yield 'all' => [ [], [ 'granted', 'changed', 'accepted', 'refused' ] ];
		yield 'area' => [ [ 'area' => 'login' ], [ 'accepted', 'refused' ] ];
		yield 'area and action' => [ [ 'area' => 'login', 'action' => 'refused' ], [ 'refused' ] ];
		yield 'reason' => [ [ 'reason' => 'wrong_password' ], [ 'refused' ] ];
		yield 'the network' => [ [ 'portal' => 0 ], [ 'granted' ] ];
		yield 'from' => [ [ 'from' => '2030-03-01' ], [ 'granted', 'changed', 'accepted' ] ];
		yield 'a day in the time of the portal' => [ [ 'from' => '2030-03-01', 'to' => '2030-03-01' ], [ 'changed', 'accepted' ] ];
		yield 'words' => [ [ 'search' => 'passwort' ], [ 'refused' ] ];
		yield 'words of an event' => [ [ 'search' => 'anmeldung ab' ], [ 'refused' ] ];
		yield 'codes' => [ [ 'search' => 'BLOGNAME' ], [ 'changed' ] ];
		yield 'signs of patterns' => [ [ 'search' => '%' ], [] ];
		yield 'hostile' => [ [ 'search' => "' OR 1=1 -- " ], [] ];
		yield 'unknown area' => [ [ 'area' => 'nothing' ], [] ];
	}

	public function test_hostile_and_impossible_values_are_refused(): void {
		$this->log_in_as_network_administrator();
		foreach ( [ 'from' => '2030-13-40', 'to' => '01.03.2030', 'area' => "x' OR '1", 'person' => 'erika', 'page' => 0, 'per_page' => 101, 'search' => str_repeat( 'x', 101 ) ] as $name => $value ) {
			$this->assert_problem( $this->rest( 'GET', self::EVENTS, [ $name => $value ] ), Problems::INVALID, 422 );
		}
	}

	public function test_pages_do_not_move_while_others_write(): void {
		for ( $i = 1; $i <= 5; ++$i ) {
			$this->write( 'page', "line-$i" );
		}
		$this->log_in_as_network_administrator();
		$first = $this->events( [ 'area' => 'page', 'per_page' => 2 ] );
		$this->write( 'page', 'line-6' );
		$next = $this->events( [ 'area' => 'page', 'per_page' => 2, 'page' => 2, 'up_to' => $first['up_to'] ] );
		self::assertSame( [ 'line-5', 'line-4', 'line-3', 'line-2' ], [ ...array_column( $first['items'], 'action' ), ...array_column( $next['items'], 'action' ) ] );
		self::assertSame( 5, $next['total'] );
	}

	public function test_a_person_is_found_by_what_they_did_and_what_is_about_them(): void {
		$person = $this->log_in_as( 'editor' );
		$name   = Core::services()->pseudonyms->of( 'user', (string) $person->ID );
		$this->store->append( Facts::of( 1, 'person', 'did', '', ActorKind::User, $name, '', [], '' ) );
		$this->write( 'person', 'about', '', 1, "user:$name" );
		$this->write( 'person', 'neither' );
		$this->log_in_as( 'administrator' );
		$this->listen();
		foreach ( [ $person->user_login, $person->user_email ] as $account ) {
			$answer = $this->rest( 'POST', '/lernwelt/v1/audit-person', [ 'account' => $account, 'portal' => 1 ] );
			$this->assert_answer( $answer, self::SCHEMAS . 'audit-person.json' );
			self::assertSame( [ 'person' => $name ], $answer->get_data() );
		}
		self::assertSame( [ 'about', 'did' ], array_column( $this->events( [ 'portal' => 1, 'person' => $name ] )['items'], 'action' ) );
		self::assertSame( [ 'audit/person_looked_up', "user:$person->ID" ], [ $this->recorded[0]->area . '/' . $this->recorded[0]->action, $this->recorded[0]->object ] );
	}

	public function test_people_of_other_portals_are_unknown(): void {
		$elsewhere = $this->log_in_as( 'editor', 'lernorte' );
		remove_user_from_blog( $elsewhere->ID, 1 );
		$this->log_in_as( 'administrator' );
		foreach ( [ $elsewhere->user_login, 'nobody-at-all' ] as $account ) {
			$this->assert_problem( $this->rest( 'POST', '/lernwelt/v1/audit-person', [ 'account' => $account, 'portal' => 1 ] ), Problems::INVALID, 422, [ 'account' => 'unknown' ] );
		}
	}

	public function test_reading_is_an_event(): void {
		$this->write();
		$this->log_in_as( 'administrator' );
		$this->listen();
		$this->events( [ 'portal' => 1, 'per_page' => 1 ] );
		self::assertCount( 1, $this->recorded );
		self::assertSame( [ 'audit', 'read', 1, [ 'page' => 1, 'rows' => 1, 'of_person' => false ] ], [ $this->recorded[0]->area, $this->recorded[0]->action, $this->recorded[0]->portal, $this->recorded[0]->details ] );
	}

	public function test_the_overview(): void {
		$this->verification->run();
		$this->log_in_as_network_administrator();
		$answer = $this->rest( 'GET', '/lernwelt/v1/audit-overview' );
		$this->assert_answer( $answer, self::SCHEMAS . 'audit-overview.json' );
		$data = $answer->get_data();
		self::assertSame( [ 90, true ], [ $data['days'], $data['manages'] ] );
		self::assertContains( [ 'value' => 'login/refused', 'label' => 'Anmeldung abgelehnt' ], $data['actions'], 'before it ever happened' );
		self::assertCount( 6, $data['portals'] );
		$this->log_in_as( 'administrator' );
		$data = $this->rest( 'GET', '/lernwelt/v1/audit-overview', [ 'portal' => 1 ] )->get_data();
		self::assertSame( [ [], false ], [ $data['portals'], $data['manages'] ] );
	}

	public function test_the_days_can_be_set_within_their_range(): void {
		$this->log_in_as_network_administrator();
		$this->assert_answer( $this->rest( 'PUT', '/lernwelt/v1/audit-settings', [ 'days' => 120 ] ), self::SCHEMAS . 'audit-settings.json' );
		self::assertSame( 120, AuditHooks::days() );
		foreach ( [ 29, 366, 'x' ] as $days ) {
			$this->assert_problem( $this->rest( 'PUT', '/lernwelt/v1/audit-settings', [ 'days' => $days ] ), Problems::INVALID, 422 );
		}
	}

	/**
	 * @param array<string, mixed> $filter Filter.
	 * @return array{total: int, up_to: int, items: list<array<string, mixed>>}
	 */
	private function events( array $filter ): array {
		$answer = $this->rest( 'GET', self::EVENTS, $filter );
		$this->assert_answer( $answer, self::SCHEMAS . 'audit-events.json' );
		return $answer->get_data();
	}

	private function log_in_as_network_administrator(): WP_User {
		$user = $this->log_in_as( 'administrator' );
		grant_super_admin( $user->ID );
		return $user;
	}

	/** Collects what would be recorded after the test's transaction. */
	private function listen(): void {
		remove_all_actions( AuditLog::ACTION );
		Core::services()->transaction->stand_inside_another( false );
		add_action(
			AuditLog::ACTION,
			function ( AuditEvent $event ): void {
				$this->recorded[] = $event;
			}
		);
	}
}
