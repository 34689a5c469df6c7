<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\Persistence\Anonymiser;
use Lernwelt\Core\Persistence\Bulk;
use Lernwelt\Tests\IntegrationTestCase;

final class AnonymiserTest extends IntegrationTestCase {

	public function test_nobody_is_left_and_the_portals_still_are(): void {
		global $wpdb;
		$user = wp_insert_user( [ 'user_login' => 'erika.muster', 'user_pass' => 'geheim', 'user_email' => 'erika.muster@schule.example.org', 'display_name' => 'Erika Müster', 'first_name' => 'Erika', 'last_name' => 'Müster', 'description' => 'Mag Käse' ] );
		self::assertIsInt( $user );
		update_user_meta( $user, 'session_tokens', [ 'x' => [ 'ip' => '192.0.2.7' ] ] );
		grant_super_admin( $user );
		$page = (int) wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Kontakt', 'post_content' => 'Fragen an Erika Müster, erika.muster@schule.example.org', 'post_author' => $user ] );
		add_post_meta( $page, 'contact', [ 'name' => 'Erika Müster', 'list' => [ 'erika.muster@schule.example.org' ] ] );
		add_post_meta( $page, 'json', wp_slash( (string) wp_json_encode( [ 'who' => 'Erika Müster' ] ) ) );
		$draft = (int) wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'draft', 'post_title' => 'Entwurf über Erika' ] );
		update_option( 'admin_email', 'erika.muster@schule.example.org' );
		set_transient( 'about', 'Erika' );
		wp_insert_comment( [ 'comment_post_ID' => $page, 'comment_author' => 'Erika', 'comment_author_email' => 'erika@example.org', 'comment_content' => 'Hallo' ] );
		Bulk::insert( $wpdb, $wpdb->base_prefix . 'lw_erasure_journal', [ 'at', 'run', 'source', 'action', 'object' ], [ [ '2026-01-01 00:00:00', 'a', 'bookings', 'erased', 'booking:1' ] ] );

		$done = ( new Anonymiser( $wpdb ) )->run();
		wp_cache_flush();

		self::assertGreaterThan( 0, $done['accounts'] );
		self::assertGreaterThanOrEqual( 3, $done['replaced'] );
		self::assertSame( [], $this->where( [ 'Erika', 'erika', 'M\u00fcster', 'Käse', '192.0.2.7', 'netzwerk@example.org' ] ) );
		self::assertSame( "Fragen an Person $user, person-$user@example.invalid", get_post( $page )->post_content ?? '' );
		self::assertSame( [ 'name' => "Person $user", 'list' => [ "person-$user@example.invalid" ] ], get_post_meta( $page, 'contact', true ) );
		self::assertSame( [ 'who' => "Person $user" ], json_decode( (string) get_post_meta( $page, 'json', true ), true ) );
		self::assertNull( get_post( $draft ) );
		self::assertTrue( is_super_admin( $user ), 'rights stay where they were' );
		self::assertFalse( wp_check_password( 'geheim', get_userdata( $user )->user_pass ?? '' ) );
		self::assertGreaterThan( 4, count( get_sites() ) );
	}

	/**
	 * Where something is found in any text of any table.
	 *
	 * @param list<string> $words Words.
	 * @return list<string>
	 */
	private function where( array $words ): array {
		global $wpdb;
		$found = [];
		foreach ( Bulk::rows( $wpdb, "SHOW TABLES LIKE '{$wpdb->base_prefix}%'" ) as $row ) {
			$table = (string) array_values( $row )[0];
			foreach ( Bulk::rows( $wpdb, "SELECT * FROM `$table`" ) as $line ) {
				foreach ( $words as $word ) {
					if ( str_contains( implode( "\n", array_map( strval( ... ), $line ) ), $word ) ) {
						$found[] = "$word in $table";
					}
				}
			}
		}
		return array_values( array_unique( $found ) );
	}
}
