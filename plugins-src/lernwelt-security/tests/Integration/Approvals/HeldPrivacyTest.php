<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Approvals;

use PHPUnit\Framework\Attributes\TestWith;

/** Erasures and exports of WordPress's tools wait for a second person. */
final class HeldPrivacyTest extends ApprovalTestCase {

	private const NONCES = [
		'remove_personal_data' => 'wp-privacy-erase-personal-data',
		'export_personal_data' => 'wp-privacy-export-personal-data',
	];

	#[TestWith( [ 'remove_personal_data', 'Daten einer Person löschen' ] )]
	#[TestWith( [ 'export_personal_data', 'Alle Daten einer Person exportieren' ] )]
	public function test_it_begins_once_another_has_confirmed_it( string $action, string $kind ): void {
		wp_set_current_user( $this->super_admin()->ID );
		$request = $this->request( $action );
		[ $open ] = $this->listed();
		self::assertSame( [ $kind, [ 'withdraw' ] ], [ $open['kind'], $open['actions'] ] );
		self::assertStringContainsString( "(Anfrage $request)", $open['reason'] );
		self::assertStringContainsString( 'erika@example.org', $open['what'][0] );
		self::assertStringContainsString( 'wartet unter', $this->stopped( fn () => $this->begin( $action, $request ) ) );

		$mine = get_current_user_id();
		wp_set_current_user( $this->administrator()->ID );
		self::assertSame( 200, $this->decide( $open['id'], 'confirm' )->get_status() );
		wp_set_current_user( $mine );
		$this->begin( $action, $request );
		$this->begin( $action, $request );
		do_action( 'remove_personal_data' === $action ? 'wp_privacy_personal_data_erased' : 'wp_privacy_personal_data_export_file_created', ...( 'remove_personal_data' === $action ? [ $request ] : [ '', '', '', $request, '' ] ) );
		self::assertSame( 'bestätigt und ausgeführt', $this->listed()[0]['state'] );
		self::assertStringContainsString( 'zweite Person', $this->stopped( fn () => $this->begin( $action, $request ) ), 'and not a second time' );
	}

	public function test_a_request_that_was_pointed_at_somebody_else_is_refused(): void {
		global $wpdb;
		wp_set_current_user( $this->super_admin()->ID );
		$request = $this->request( 'remove_personal_data' );
		$id      = $this->listed()[0]['id'];
		$mine    = get_current_user_id();
		wp_set_current_user( $this->administrator()->ID );
		$this->decide( $id, 'confirm' );
		wp_set_current_user( $mine );
		$wpdb->update( $wpdb->posts, [ 'post_title' => 'andere@example.org' ], [ 'ID' => $request ] );
		clean_post_cache( $request );
		self::assertStringContainsString( 'nachtr', $this->stopped( fn () => $this->begin( 'remove_personal_data', $request ) ) );
	}

	public function test_a_confirmation_written_into_the_table_counts_for_nothing(): void {
		global $wpdb;
		wp_set_current_user( $this->super_admin()->ID );
		$request = $this->request( 'remove_personal_data' );
		$wpdb->update( $wpdb->base_prefix . 'lw_approvals', [ 'state' => 'confirmed', 'decided_by' => 1, 'decided_at' => gmdate( 'Y-m-d H:i:s' ), 'pending' => null ], [ 'id' => $this->listed()[0]['id'] ] );
		self::assertStringContainsString( 'nachtr', $this->stopped( fn () => $this->begin( 'remove_personal_data', $request ) ) );
	}

	public function test_who_may_not_erase_asks_for_nothing(): void {
		wp_set_current_user( $this->super_admin()->ID );
		$this->off();
		$request = $this->request( 'remove_personal_data' );
		$this->two_people_are_needed();
		wp_set_current_user( $this->administrator()->ID );
		$this->begin( 'remove_personal_data', $request );
		self::assertSame( [], $this->listed(), 'WordPress refuses it by itself' );
	}

	public function test_without_the_nonce_nothing_is_asked_for(): void {
		wp_set_current_user( $this->super_admin()->ID );
		$this->off();
		$request = $this->request( 'remove_personal_data' );
		$this->two_people_are_needed();
		add_filter( 'wp_doing_ajax', '__return_true' );
		$_POST = [ 'id' => (string) $request ];
		self::assertStringNotContainsString( 'zweite', $this->stopped( static fn () => do_action( 'wp_ajax_wp-privacy-erase-personal-data' ) ) );
		self::assertSame( [], $this->listed() );
	}

	public function test_one_person_is_enough_where_it_is_switched_off(): void {
		wp_set_current_user( $this->super_admin()->ID );
		$this->off();
		$this->begin( 'remove_personal_data', $this->request( 'remove_personal_data' ) );
		self::assertSame( [], $this->listed() );
	}

	public function test_the_export_of_a_portal_waits_and_goes_once(): void {
		wp_set_current_user( $this->super_admin()->ID );
		do_action( 'load-export.php' );
		self::assertSame( [], $this->listed(), 'looking at the screen asks for nothing' );
		$_GET['download'] = 'true';
		self::assertStringContainsString( 'vorgemerkt', $this->stopped( static fn () => do_action( 'load-export.php' ) ) );
		$id = $this->listed()[0]['id'];
		$this->decide( $id, 'explain', 'Vertragsende.' );
		$mine = get_current_user_id();
		wp_set_current_user( $this->administrator()->ID );
		self::assertSame( 200, $this->decide( $id, 'confirm' )->get_status() );
		wp_set_current_user( $mine );
		do_action( 'load-export.php' );
		$this->stopped( static fn () => do_action( 'load-export.php' ) );
	}

	private function off(): void {
		update_site_option( 'lernwelt_four_eyes', [ 'erasure' => false, 'export' => false, 'rights' => false ] );
	}

	private function request( string $action ): int {
		$id = wp_create_user_request( 'erika@example.org', $action, [], 'confirmed' );
		self::assertIsInt( $id );
		return $id;
	}

	/** What the button of WordPress's tool sends; WordPress's own part is left out. */
	private function begin( string $action, int $request ): void {
		add_filter( 'wp_doing_ajax', '__return_true' );
		$nonce = self::NONCES[ $action ];
		remove_all_actions( "wp_ajax_$nonce", 1 );
		$_POST    = [ 'id' => (string) $request, 'security' => wp_create_nonce( "$nonce-$request" ) ];
		$_REQUEST = $_POST;
		do_action( "wp_ajax_$nonce" );
	}
}
