<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Approvals;

use Lernwelt\Core\Core;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Security\Application\Approvals\ApprovalMails;
use Lernwelt\Security\Application\Approvals\Approvals;
use Lernwelt\Security\Application\Approvals\Confirmers;
use Lernwelt\Security\Application\Approvals\Deed;
use Lernwelt\Security\Application\Approvals\FourEyes;
use Lernwelt\Security\Application\Approvals\PortalName;
use Lernwelt\Security\Domain\Approvals\Approval;
use Lernwelt\Security\Domain\Approvals\ApprovalRefused;
use Lernwelt\Security\Persistence\Approvals\ApprovalTable;
use Lernwelt\Tests\FrozenClock;
use PHPUnit\Framework\Attributes\TestWith;
use WP_REST_Response;

/** Changes of the role matrix: asked for by one, confirmed by another. */
final class MatrixApprovalTest extends ApprovalTestCase {

	private const MATRIX = '/lernwelt/v1/role-matrix';

	public function test_a_change_waits_and_counts_once_another_has_confirmed_it(): void {
		$author = $this->person( 'author' );
		$first  = $this->administrator();
		$second = $this->administrator();
		$id     = $this->ask_as( $first->ID );
		self::assertTrue( user_can( $author, 'upload_files' ), 'nothing has changed yet' );
		self::assertContains( "$second->user_email: Bitte bestätigen: Rechte von Rollen ändern", $this->mails() );
		self::assertNotContains( "$first->user_email: Bitte bestätigen: Rechte von Rollen ändern", $this->mails() );

		[ $mine ] = $this->listed();
		self::assertSame( [ [ 'withdraw' ], 'Weil.', true ], [ $mine['actions'], $mine['reason'], $mine['pending'] ] );
		wp_set_current_user( $second->ID );
		[ $theirs ] = $this->listed();
		self::assertSame( [ 'confirm', 'deny' ], $theirs['actions'] );
		self::assertSame( [ 'Autorenschaft – Dateien in die Mediathek hochladen: von „geerbt“ zu „nein“' ], $theirs['what'] );

		$this->assert_answer( $this->decide( $id, 'confirm' ), self::SCHEMAS . '/approvals.json' );
		self::assertFalse( user_can( $author, 'upload_files' ) );
		self::assertSame( [ 'bestätigt und ausgeführt', $second->display_name, [] ], [ $this->listed()[0]['state'], $this->listed()[0]['decided_by'], $this->listed()[0]['actions'] ] );
		self::assertContains( "$first->user_email: Über Ihren Antrag wurde entschieden", $this->mails() );
		$history = $this->rest( 'GET', self::MATRIX . '/history' )->get_data()['items'];
		self::assertSame( $first->display_name, $history[0]['who'], 'the change is whose idea it was' );
		$this->refused( $this->decide( $id, 'confirm' ), 409, 'not_open' );
	}

	public function test_nobody_confirms_their_own_request(): void {
		$first = $this->administrator();
		$id    = $this->ask_as( $first->ID );
		$this->refused( $this->decide( $id, 'confirm' ), 403, 'own_request' );
		$this->refused( $this->decide( $id, 'deny', 'Nein.' ), 403, 'own_request' );
		wp_set_current_user( $this->super_admin()->ID );
		$own = $this->ask_as( get_current_user_id(), [ 'editor', 'upload_files', 'no' ] );
		$this->refused( $this->decide( $own, 'confirm' ), 403, 'own_request' );
	}

	public function test_guests_other_roles_and_other_portals_see_and_decide_nothing(): void {
		$author = $this->person( 'author' );
		$id     = $this->ask_as( $this->administrator()->ID );
		$this->log_out();
		$this->assert_problem( $this->rest( 'GET', self::ROUTE ), Problems::UNAUTHENTICATED, 401 );
		$this->assert_problem( $this->decide( $id, 'confirm' ), Problems::UNAUTHENTICATED, 401 );
		foreach ( [ $this->person( 'editor' ), $this->person( 'lernwelt_school_admin' ), $this->administrator( 'lernorte' ) ] as $other ) {
			wp_set_current_user( $other->ID );
			$this->assert_problem( $this->rest( 'GET', self::ROUTE ), Problems::FORBIDDEN, 403 );
			$this->assert_problem( $this->decide( $id, 'confirm' ), Problems::FORBIDDEN, 403 );
		}
		// Through the address of their own portal either.
		$this->go_to_portal( 'lernorte' );
		$this->refused( $this->decide( $id, 'confirm' ), 404, 'unknown' );
		self::assertSame( [], $this->listed() );
		restore_current_blog();
		self::assertTrue( user_can( $author, 'upload_files' ) );
	}

	public function test_who_could_not_make_a_change_can_not_confirm_it(): void {
		$network = $this->super_admin();
		$portal  = $this->administrator();
		$id      = $this->ask_as( $network->ID, [ 'administrator', 'upload_files', 'no' ] );
		wp_set_current_user( $portal->ID );
		self::assertSame( [], $this->listed()[0]['actions'] );
		$this->refused( $this->decide( $id, 'confirm' ), 403, 'not_yours' );
		wp_set_current_user( $this->super_admin()->ID );
		self::assertSame( 200, $this->decide( $id, 'confirm' )->get_status() );
		self::assertFalse( user_can( $portal, 'upload_files' ) );
	}

	public function test_the_matrix_of_the_network_needs_two_of_its_administrators(): void {
		$network = $this->super_admin();
		$portal  = $this->administrator();
		$id      = $this->ask_as( $network->ID, portal: 0 );
		wp_set_current_user( $portal->ID );
		self::assertSame( [], $this->listed() );
		$this->refused( $this->decide( $id, 'confirm' ), 404, 'unknown' );
		$this->assert_problem( $this->decide( $id, 'confirm', values: [ 'portal' => 0 ] ), Problems::FORBIDDEN, 403 );
		wp_set_current_user( $this->super_admin()->ID );
		self::assertSame( 200, $this->decide( $id, 'confirm', values: [ 'portal' => 0 ] )->get_status() );
		self::assertFalse( user_can( $this->person( 'author' ), 'upload_files' ) );
	}

	/** @param array<string, string|int> $forged Column → value. */
	#[TestWith( [ [ 'parameters' => '{"changes":[{"role":"subscriber","capability":"edit_posts","before":"inherited","after":"yes"}]}' ] ] )]
	#[TestWith( [ [ 'requested_by' => 1 ] ] )]
	#[TestWith( [ [ 'reason' => 'Etwas anderes.' ] ] )]
	#[TestWith( [ [ 'kind' => 'super_admin' ] ] )]
	public function test_what_was_changed_in_the_table_is_not_confirmed( array $forged ): void {
		global $wpdb;
		$author = $this->person( 'author' );
		$id     = $this->ask_as( $this->administrator()->ID );
		wp_set_current_user( $this->super_admin()->ID );
		$wpdb->update( $wpdb->base_prefix . 'lw_approvals', $forged, [ 'id' => $id ] );
		$this->refused( $this->decide( $id, 'confirm' ), 409, 'tampered' );
		self::assertTrue( user_can( $author, 'upload_files' ) );
		self::assertFalse( user_can( $this->person( 'subscriber' ), 'edit_posts' ) );
	}

	public function test_a_request_expires_after_14_days(): void {
		$first = $this->administrator();
		$id    = $this->ask_as( $first->ID );
		$other = $this->administrator()->ID;
		try {
			$this->after( '+14 days' )->confirm( $id, $other );
			self::fail( 'It was confirmed.' );
		} catch ( ApprovalRefused $refused ) {
			self::assertSame( 'ended', $refused->reason );
		}
		$this->after( '+13 days' )->sweep();
		self::assertSame( 'wartet auf eine zweite Person', $this->listed()[0]['state'] );
		$this->after( '+14 days 1 hour' )->sweep();
		self::assertSame( 'nach 14 Tagen verfallen', $this->listed()[0]['state'] );
		self::assertNotSame( $id, $this->ask_as( $first->ID ), 'and may be asked for again' );
		$this->after( '+300 days' )->sweep();
		self::assertSame( [ 'nach 14 Tagen verfallen', 'nach 14 Tagen verfallen' ], array_column( $this->listed(), 'state' ) );
		$this->after( '+400 days' )->sweep();
		self::assertSame( [], $this->listed(), 'and a year later it is forgotten' );
	}

	public function test_an_emergency_on_the_server_is_told_to_everybody_concerned(): void {
		$first  = $this->administrator();
		$second = $this->administrator();
		$id     = $this->ask_as( $first->ID );
		$this->after( '+1 second' )->confirm_alone( $id );
		self::assertSame( [ 'bestätigt und ausgeführt', 'niemand, auf dem Server' ], [ $this->listed()[0]['state'], $this->listed()[0]['decided_by'] ] );
		foreach ( [ $first, $second ] as $person ) {
			self::assertContains( "$person->user_email: Ohne zweite Person bestätigt", $this->mails() );
		}
		$this->expectExceptionMessage( 'not_open' );
		$this->after( '+2 seconds' )->confirm_alone( $id );
	}

	public function test_denied_and_withdrawn_requests_do_nothing(): void {
		$author = $this->person( 'author' );
		$first  = $this->administrator();
		$id     = $this->ask_as( $first->ID );
		wp_set_current_user( $this->administrator()->ID );
		$this->refused( $this->decide( $id, 'withdraw' ), 404, 'unknown' );
		$this->refused( $this->decide( $id, 'deny', ' ' ), 422, 'reason' );
		self::assertSame( 200, $this->decide( $id, 'deny', 'Wird gebraucht.' )->get_status() );
		self::assertSame( [ 'abgelehnt', 'Wird gebraucht.' ], [ $this->listed()[0]['state'], $this->listed()[0]['answer'] ] );
		$this->refused( $this->decide( $id, 'confirm' ), 409, 'not_open' );

		$again = $this->ask_as( $first->ID );
		self::assertNotSame( $id, $again, 'what was denied may be asked for again' );
		self::assertSame( 200, $this->decide( $again, 'withdraw' )->get_status() );
		self::assertTrue( user_can( $author, 'upload_files' ) );
	}

	public function test_the_same_is_asked_for_once(): void {
		$first = $this->administrator();
		self::assertSame( $this->ask_as( $first->ID ), $this->ask_as( $first->ID ) );
		self::assertCount( 1, $this->listed() );
	}

	public function test_what_has_changed_meanwhile_is_not_overwritten(): void {
		$first = $this->administrator();
		$id    = $this->ask_as( $first->ID );
		$other = $this->ask_as( $first->ID, [ 'author', 'upload_files', 'yes' ] );
		$third = $this->ask_as( $first->ID, [ 'editor', 'upload_files', 'no' ] );
		wp_set_current_user( $this->super_admin()->ID );
		self::assertSame( 200, $this->decide( $other, 'confirm' )->get_status() );
		$this->refused( $this->decide( $id, 'confirm' ), 409, 'outdated' );
		self::assertTrue( user_can( $this->person( 'author' ), 'upload_files' ) );
		self::assertSame( 200, $this->decide( $third, 'confirm' )->get_status(), 'another cell is another matter' );
		self::assertFalse( user_can( $this->person( 'editor' ), 'upload_files' ) );
	}

	public function test_a_reason_is_needed_and_bad_changes_are_refused_at_once(): void {
		wp_set_current_user( $this->administrator()->ID );
		$this->assert_problem( $this->put( [ 'author', 'upload_files', 'no' ], '' ), Problems::INVALID, 422, [ 'reason' => 'required' ] );
		$this->assert_problem( $this->put( [ 'administrator', 'upload_files', 'no' ] ), Problems::INVALID, 422, [ 'administrator/upload_files' => 'own_role' ] );
		self::assertSame( [], $this->listed() );
	}

	public function test_who_lost_the_right_meanwhile_changes_nothing(): void {
		$author = $this->person( 'author' );
		$first  = $this->administrator();
		$id     = $this->ask_as( $first->ID );
		wp_set_current_user( $this->super_admin()->ID );
		$first->set_role( 'subscriber' );
		$this->refused( $this->decide( $id, 'confirm' ), 409, 'outdated' );
		self::assertTrue( user_can( $author, 'upload_files' ) );
	}

	/** The same requests at another time; what is confirmed does nothing. */
	private function after( string $time ): Approvals {
		global $wpdb;
		$core  = Core::services();
		$clock = new FrozenClock( gmdate( 'Y-m-d H:i:s' ) );
		$clock->advance( $time );
		$deed  = new class() implements Deed {
			public function allows( Approval $approval, int $user_id ): bool {
				return true;
			}
			public function perform( Approval $approval ): void {}
			public function words( Approval $approval ): array {
				return [];
			}
		};
		$deeds = [ 'role_matrix' => $deed ];
		$names = new PortalName( $core->portals );
		return new Approvals( new ApprovalTable( $wpdb ), $deeds, new Confirmers( $deeds ), new FourEyes(), new ApprovalMails( $core->mailer, $names ), $core->transaction, $core->audit, $clock, $core->pseudonyms );
	}

	/** @param array{string, string, string} $change */
	private function ask_as( int $user_id, array $change = [ 'author', 'upload_files', 'no' ], ?int $portal = null ): int {
		wp_set_current_user( $user_id );
		$this->assert_answer( $this->put( $change, 'Weil.', $portal ), self::SCHEMAS . '/role-matrix.json', 202 );
		$items = $this->listed( $portal );
		return (int) max( [ 0, ...array_column( array_filter( $items, static fn ( array $item ): bool => true === $item['pending'] ), 'id' ) ] );
	}

	/** @param array{string, string, string} $change */
	private function put( array $change, string $reason = 'Weil.', ?int $portal = null ): WP_REST_Response {
		$values = [ 'revision' => $this->rest( 'GET', self::MATRIX, null === $portal ? [] : [ 'portal' => $portal ] )->get_data()['revision'], 'changes' => [ array_combine( [ 'role', 'capability', 'granted' ], $change ) ], 'reason' => $reason ];
		return $this->rest( 'PUT', self::MATRIX, $values + ( null === $portal ? [] : [ 'portal' => $portal ] ) );
	}

	private function refused( WP_REST_Response $answer, int $status, string $reason ): void {
		self::assertSame( [ $status, $reason ], [ $answer->get_status(), $answer->get_data()['data']['reason'] ?? null ], (string) wp_json_encode( $answer->get_data() ) );
	}
}
