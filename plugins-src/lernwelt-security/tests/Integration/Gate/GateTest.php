<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Gate;

use Lernwelt\Core\Core;
use Lernwelt\Core\Portals;
use Lernwelt\Security\Domain\Gate\Decision;
use Lernwelt\Security\Domain\Gate\Request;
use Lernwelt\Security\Domain\Gate\Visitor;
use Lernwelt\Security\Gate\Gate;
use Lernwelt\Security\Gate\PublicFace;
use Lernwelt\Security\Gate\Refusals;
use Lernwelt\Security\Gate\Uploads;
use Lernwelt\Tests\IntegrationTestCase;
use WP;
use WP_Error;
use WP_Query;

/** Who passes the gate of a closed portal, and to what. */
final class GateTest extends IntegrationTestCase {

	private const CLOSED = 'eure-lernwelt';

	protected function tearDown(): void {
		Core::services()->pupil->leave();
		parent::tearDown();
	}

	public function test_exactly_the_portal_of_the_list_is_closed(): void {
		$closed = [];
		foreach ( Core::services()->portals->all() as $portal ) {
			if ( Portals::CLOSED === get_blog_option( $portal->blog_id, Portals::OPTION_GUESTS ) ) {
				$closed[] = $portal->id;
			}
		}
		self::assertSame( [ self::CLOSED ], $closed );
	}

	public function test_guests_are_turned_away(): void {
		$this->go_to_portal( self::CLOSED );

		self::assertSame( Visitor::Guest, Gate::visitor() );
		$this->expect_decisions( Decision::SendToLogin, Decision::AskForLogin );
	}

	public function test_a_member_of_another_portal_is_told_so(): void {
		$this->log_in_as( 'editor', 'lernorte' );
		$this->go_to_portal( self::CLOSED );

		self::assertSame( Visitor::Stranger, Gate::visitor() );
		$this->expect_decisions( Decision::Refuse, Decision::Refuse );
	}

	public function test_an_account_that_lost_its_roles_is_a_stranger(): void {
		$this->go_to_portal( self::CLOSED );
		$this->log_in_as( 'editor' )->remove_role( 'editor' );

		self::assertSame( Visitor::Stranger, Gate::visitor() );
	}

	public function test_a_teacher_passes(): void {
		$this->go_to_portal( self::CLOSED );
		$this->log_in_as( 'lernwelt_teacher' );

		$this->expect_decisions( Decision::Pass, Decision::Pass );
	}

	public function test_a_pupil_passes(): void {
		$this->go_to_portal( self::CLOSED );
		Core::services()->pupil->enter();

		$this->expect_decisions( Decision::Pass, Decision::Pass );
	}

	public function test_an_administrator_of_the_network_passes(): void {
		$user = $this->log_in_as( 'subscriber', 'lernorte' );
		grant_super_admin( $user->ID );
		$this->go_to_portal( self::CLOSED );

		$this->expect_decisions( Decision::Pass, Decision::Pass );
	}

	public function test_rest_of_the_closed_portal_answers_members_only_and_stays_out_of_caches(): void {
		self::assertNull( Gate::refuse_rest( null ), 'the main portal is open' );
		self::assertFalse( Gate::keeps_rest_private( false ) );
		$this->go_to_portal( self::CLOSED );

		$refused = Gate::refuse_rest( true );
		self::assertInstanceOf( WP_Error::class, $refused );
		self::assertSame( 401, $refused->get_error_data()['status'] ?? 0 );
		self::assertTrue( Gate::keeps_rest_private( false ) );
		$this->log_in_as( 'editor', 'lernorte' );
		$stranger = Gate::refuse_rest( null );
		self::assertInstanceOf( WP_Error::class, $stranger );
		self::assertSame( 403, $stranger->get_error_data()['status'] ?? 0 );
		$this->log_in_as( 'lernwelt_teacher' );
		self::assertNull( Gate::refuse_rest( null ) );
	}

	public function test_what_somebody_logged_in_asked_for_stays_out_of_caches_also_without_a_nonce(): void {
		$_COOKIE[ (string) constant( 'LOGGED_IN_COOKIE' ) ] = 'anything';
		self::assertTrue( Gate::keeps_rest_private( false ) );
		unset( $_COOKIE[ (string) constant( 'LOGGED_IN_COOKIE' ) ] );
	}

	public function test_other_portals_are_open(): void {
		$this->go_to_portal( 'lernorte' );

		$this->expect_decisions( Decision::Pass, Decision::Pass );
	}

	public function test_an_exception_must_lead_to_the_page_it_means(): void {
		$this->go_to_portal( self::CLOSED );
		$imprint = self::page( 'impressum' );
		$secret  = self::page( 'geheim' );
		$hidden  = self::page( 'datenschutz', 'private' );
		$request = new Request( '/impressum/', '/index.php', 'GET' );

		self::assertSame( Decision::Pass, Gate::decide_found( $request, new WP(), new WP_Query( [ 'page_id' => $imprint ] ) ) );
		self::assertSame( Decision::SendToLogin, Gate::decide_found( $request, new WP(), new WP_Query( [ 'page_id' => $secret ] ) ) );
		self::assertSame( Decision::SendToLogin, Gate::decide_found( $request, new WP(), new WP_Query( [ 'page_id' => $imprint, 'preview' => true ] ) ) );
		self::assertSame( Decision::SendToLogin, Gate::decide_found( $request, new WP(), new WP_Query( [ 'pagename' => 'gibt-es-nicht' ] ) ) );
		self::assertSame( Decision::SendToLogin, Gate::decide_found( $request, new WP(), new WP_Query( [ 's' => 'impressum' ] ) ) );
		self::assertSame( Decision::SendToLogin, Gate::decide_found( new Request( '/datenschutz/', '/index.php', 'GET' ), new WP(), new WP_Query( [ 'page_id' => $hidden ] ) ) );
		self::assertSame( Decision::AskForLogin, Gate::decide_found( new Request( '/readyz', '/index.php', 'GET' ), new WP(), new WP_Query( [ 'page_id' => $imprint ] ) ) );
	}

	public function test_an_open_page_lists_nothing(): void {
		$this->go_to_portal( self::CLOSED );
		self::page( 'geheim' );
		$face = new PublicFace();
		add_filter( 'posts_pre_query', $face->no_lists( ... ), PHP_INT_MAX, 2 );

		self::assertSame( [], get_posts( [ 'post_type' => 'page' ] ) );
		self::assertTrue( get_object_vars( $face->menu_item( (object) [ 'url' => home_url( '/geheim/' ), 'title' => 'Geheim' ] ) )['_invalid'] ?? false );
		self::assertSame( 'Impressum', get_object_vars( $face->menu_item( (object) [ 'url' => home_url( '/impressum/' ), 'title' => 'Impressum' ] ) )['title'] ?? '' );
		self::assertSame( '', get_object_vars( $face->menu_item( (object) [ 'url' => 'https://intern.example.org/', 'title' => 'Intern' ] ) )['title'] ?? null );
	}

	public function test_the_way_back_stays_on_the_portal(): void {
		$this->go_to_portal( self::CLOSED );
		$back = static fn ( string $uri ): string => substr( Refusals::login( new Request( $uri, '/index.php', 'GET' ) ), strlen( home_url() ) );

		self::assertSame( '/anmelden/?weiter=%2Fausleihe%2F%3Fa%3D1%26b%3D2&still=1', $back( '/ausleihe/?a=1&b=2' ) );
		foreach ( [ '//example.org/', '/\\example.org/', 'https://example.org/', "/x\r\nSet-Cookie: a=b", '/' . str_repeat( 'x', 2000 ), '' ] as $uri ) {
			self::assertSame( '/anmelden/?weiter=%2F&still=1', $back( $uri ) );
		}
	}

	public function test_files_belong_to_the_portal_they_lie_with(): void {
		$root = get_temp_dir() . 'gate-' . bin2hex( random_bytes( 6 ) );
		wp_mkdir_p( "$root/sites/2" );
		wp_mkdir_p( "$root/sites/3" );
		$root = (string) realpath( $root );
		foreach ( [ 'a.jpg', 'sites/2/b.jpg', 'sites/3/c.jpg', 'sites/2/d.php', 'sites/2/e.log' ] as $file ) {
			file_put_contents( "$root/$file", 'x' );
		}
		symlink( "$root/sites/3/c.jpg", "$root/sites/2/link.jpg" );
		symlink( "$root/sites/3", "$root/sites/2/folder" );
		$main   = new Uploads( 1, 1, $root );
		$second = new Uploads( 2, 1, $root );

		self::assertSame( 'a.jpg', $main->find( '/wp-content/uploads/a.jpg' )?->below );
		self::assertSame( 'sites/2/b.jpg', $second->find( '/wp-content/uploads/sites/2/b.jpg' )?->below );
		foreach ( [ '/sites/2/b.jpg', '/sites/3/c.jpg', '/Sites/2/b.jpg', '/./sites/2/b.jpg' ] as $path ) {
			self::assertNull( $main->find( "/wp-content/uploads$path" ), $path );
		}
		foreach ( [ '/a.jpg', '/sites/3/c.jpg', '/sites/2/link.jpg', '/sites/2/folder/c.jpg', '/sites/2/d.php', '/sites/2/e.log', '/sites/2', '/sites/2/B.jpg', '/sites/2/../3/c.jpg' ] as $path ) {
			self::assertNull( $second->find( "/wp-content/uploads$path" ), $path );
		}
	}

	private function expect_decisions( Decision $page, Decision $data ): void {
		$decide = static fn ( string $uri ): Decision => Gate::decide( new Request( $uri, '/index.php', 'GET' ), new WP() );
		self::assertSame( [ $page, $page ], [ $decide( '/' ), $decide( '/ausleihe/' ) ] );
		self::assertSame( [ $data, $data, $data ], [ $decide( '/wp-json/wp/v2/posts' ), $decide( '/feed/' ), $decide( '/wp-content/uploads/sites/2/a.jpg' ) ] );
		self::assertSame( [ Decision::Pass, Decision::Pass ], [ $decide( '/impressum/' ), $decide( '/anmelden/' ) ] );
	}

	private static function page( string $slug, string $status = 'publish' ): int {
		$found = get_page_by_path( $slug );
		if ( null !== $found ) {
			wp_delete_post( $found->ID, true );
		}
		return wp_insert_post( [ 'post_type' => 'page', 'post_status' => $status, 'post_title' => ucfirst( $slug ), 'post_name' => $slug ] );
	}
}
