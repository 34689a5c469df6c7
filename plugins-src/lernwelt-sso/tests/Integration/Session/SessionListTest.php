<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Session;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\Core;
use Lernwelt\Sso\Admin\SessionsScreen;
use Lernwelt\Sso\Admin\SessionWords;
use Lernwelt\Sso\Application\Session\ListedSession;
use Lernwelt\Sso\Application\Session\LiveLimits;
use Lernwelt\Sso\Application\Session\SessionList;
use Lernwelt\Sso\Domain\Session\EndTarget;
use PHPUnit\Framework\Attributes\TestWith;

/** What administrators see of sessions, and which they end. */
final class SessionListTest extends SessionsTestCase {

	private function list(): SessionList {
		$services = Core::services();
		return new SessionList( $this->store, new LiveLimits(), $services->portals, $services->pseudonyms, self::audit() );
	}

	/** Opens sessions of a teacher on two portals and of a pupil, and says who the teacher is. */
	private function three_sessions(): int {
		$teacher = $this->teacher();
		add_user_to_blog( $this->blog_id( 'lernorte' ), $teacher, 'editor' );
		$this->store->open_provider( 'token-a', $teacher, self::login() );
		$this->visit_portal( 'lernorte' );
		$this->store->open_local( hash( 'sha256', 'token-b' ), $teacher, $this->store->now() + 3600 );
		$this->store->open_pupil( 'token-c', self::login( 'sid-pupil', 'clara' ) );
		$this->home();
		$this->audited = [];
		return $teacher;
	}

	public function test_a_portal_shows_its_own_sessions_and_the_network_all(): void {
		$teacher         = $this->three_sessions();
		[ $total, $all ] = $this->list()->page( 0, 1, 'token-a' );
		self::assertSame( 3, $total );
		self::assertSame( [ 'pupil', 'local', 'sso' ], array_map( static fn ( ListedSession $session ): string => $session->kind->value, $all ), 'the newest first' );
		self::assertSame( [ false, false, true ], array_column( $all, 'is_own' ) );
		self::assertSame( [ 0, $teacher, $teacher ], array_column( $all, 'user_id' ) );
		self::assertSame( [ [ 'lernwelt_pupil' ], [ 'editor' ], [ 'lernwelt_teacher' ] ], array_column( $all, 'roles' ), 'roles of each portal' );

		[ $total, $here ] = $this->list()->page( $this->blog_id( 'lernorte' ), 1 );
		self::assertSame( [ 2, [ 'pupil', 'local' ] ], [ $total, array_map( static fn ( ListedSession $session ): string => $session->kind->value, $here ) ] );
		[ , $one ] = $this->list()->page( 0, 2, '', 1 );
		self::assertSame( [ $all[1]->id ], array_column( $one, 'id' ), 'page by page' );
	}

	public function test_nothing_of_a_pupil_is_shown_and_no_verifier_of_anybody(): void {
		$this->three_sessions();
		[ , $all ] = $this->list()->page( 0, 1 );
		self::assertSame( '', $all[0]->name );
		self::assertSame( __( 'Pupil', 'lernwelt-sso' ), ( new SessionWords() )->person( $all[0] ) );
		foreach ( self::rows() as $row ) {
			self::assertStringNotContainsString( substr( (string) $row['verifier'], 0, 8 ), (string) wp_json_encode( $all ) );
		}
		self::assertCount( 3, array_unique( array_column( $all, 'short' ) ) );
	}

	public function test_reading_is_noted(): void {
		$this->three_sessions();
		$this->list()->page( $this->blog_id( 'lernorte' ), 1 );
		self::assertSame( [ [ 'read', 'portal:' . $this->blog_id( 'lernorte' ), [ 'rows' => 2 ] ] ], array_map( static fn ( AuditEvent $event ): array => [ $event->action, $event->object, $event->details ], $this->audited ) );
	}

	public function test_what_is_over_is_not_shown(): void {
		$this->three_sessions();
		$this->clock->advance( '+121 minutes' );
		[ $total, $rows ] = $this->list()->page( 0, 1 );
		self::assertSame( [ 1, 'pupil' ], [ $total, $rows[0]->kind->value ], 'teachers are out after two hours, pupils after eight' );
		self::assertSame( [ 'local', 'pupil' ], array_column( self::rows(), 'kind' ), 'idle ones are ended by the look; what is past its end waits for the sweep' );
	}

	public function test_one_session_ends_only_where_it_is(): void {
		$teacher   = $this->three_sessions();
		[ , $all ] = $this->list()->page( 0, 1 );
		$target    = EndTarget::one( $all[1]->id );
		self::assertSame( 0, $this->list()->end( $target, get_current_blog_id() ), 'of another portal' );
		self::assertNull( $this->list()->find( $all[1]->id, get_current_blog_id() ) );
		self::assertCount( 3, self::rows() );
		$this->audited = [];
		self::assertSame( 1, $this->list()->end( $target, $this->blog_id( 'lernorte' ) ) );
		self::assertSame( [ 'sso', 'pupil' ], array_column( self::rows(), 'kind' ) );
		self::assertSame( [ [ 'ended', 'by_administrator', "user:$teacher" ] ], array_map( static fn ( AuditEvent $event ): array => [ $event->action, $event->reason, $event->object ], $this->audited ) );
		self::assertSame( 0, $this->list()->end( $target, 0 ), 'twice' );
	}

	public function test_a_persons_sessions_end_on_one_portal_or_all(): void {
		$teacher = $this->three_sessions();
		self::assertSame( [ 1, 2 ], [ $this->list()->count_of( $teacher, $this->blog_id( 'lernorte' ) ), $this->list()->count_of( $teacher, 0 ) ] );
		self::assertSame( 1, $this->list()->end( EndTarget::person( $teacher ), $this->blog_id( 'lernorte' ) ) );
		self::assertSame( 1, $this->list()->end( EndTarget::person( $teacher ), 0 ) );
		self::assertSame( [ 'pupil' ], array_column( self::rows(), 'kind' ) );
	}

	public function test_sessions_that_are_over_are_not_counted(): void {
		$teacher = $this->three_sessions();
		$this->clock->advance( '+3 hours' );
		self::assertCount( 3, self::rows(), 'nobody has cleared up' );
		self::assertSame( 0, $this->list()->count_of( $teacher, 0 ) );
	}

	public function test_all_end_but_the_one_that_asks(): void {
		$this->three_sessions();
		self::assertSame( 2, $this->list()->end( EndTarget::all(), $this->blog_id( 'lernorte' ) ) );
		self::assertSame( 0, $this->list()->end( EndTarget::all(), 0, 'token-a' ) );
		self::assertCount( 1, self::rows() );
		self::assertSame( 1, $this->list()->end( EndTarget::all(), 0 ) );
		self::assertSame( [], self::rows() );
	}

	#[TestWith( [ 'administrator', true ] )]
	#[TestWith( [ 'editor', false ] )]
	#[TestWith( [ 'lernwelt_school_admin', false ] )]
	public function test_administrators_may_on_their_portal_and_nowhere_else( string $role, bool $may ): void {
		$this->log_in_as( $role );
		self::assertSame( [ $may, false, false ], [ SessionsScreen::may( get_current_blog_id() ), SessionsScreen::may( $this->blog_id( 'lernorte' ) ), SessionsScreen::may( 0 ) ] );
	}
}
