<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\Address;
use Lernwelt\Core\Core;
use Lernwelt\Core\Mail;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\WpCli;

final class CommandsTest extends IntegrationTestCase {

	public function test_migrate_visits_every_portal_in_a_process_of_its_own(): void {
		$this->work_without_rollback();
		$GLOBALS['wpdb']->query( "DELETE FROM {$GLOBALS['wpdb']->base_prefix}lw_migrations WHERE component = 'lernwelt-core' AND blog_id IN (0, {$this->blog_id( 'startchancen' )})" );

		[ $code, $out ] = WpCli::run( 'lernwelt', 'migrate', '--dry-run' );
		self::assertSame( 0, $code );
		self::assertStringContainsString( 'Success: lernorte: 2 missing.', $out );
		self::assertStringContainsString( 'Success: startchancen: 6 missing.', $out );

		[ $code, $out ] = WpCli::run( 'lernwelt', 'migrate' );
		self::assertSame( 0, $code );
		self::assertStringContainsString( 'lernwelt-core M0001_create_rate_limit (network)', $out );
		self::assertStringContainsString( 'Success: startchancen: 4 done.', $out );
		self::assertStringContainsString( 'Success: kreativpotentiale: 0 done.', $out );
	}

	public function test_migrate_builds_the_index_that_is_missing(): void {
		global $wpdb;
		$this->work_without_rollback();
		switch_to_blog( $this->blog_id( 'lernorte' ) );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}lw_index_sources" );

		[ $code, , $errors ] = WpCli::run( 'lernwelt', 'migrate', '--dry-run' );
		self::assertSame( 0, $code, $errors );
		self::assertSame( '0', $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}lw_index_sources" ) );
		[ $code, , $errors ] = WpCli::run( 'lernwelt', 'migrate' );
		self::assertSame( 0, $code, $errors );
		self::assertSame( [ 'articles', 'downloads', 'places' ], $wpdb->get_col( "SELECT source FROM {$wpdb->prefix}lw_index_sources WHERE built_for <> '' ORDER BY source" ) );
	}

	public function test_mail_list_shows_no_personal_data(): void {
		$this->work_without_rollback();
		Core::services()->mailer->enqueue( new Mail( [ new Address( 'geheim@example.org' ) ], 'Geheim', 'Geheim' ) );

		[ $code, $out ] = WpCli::run( 'lernwelt', 'mail', 'list', '--format=json' );
		self::assertSame( 0, $code );
		self::assertCount( 1, json_decode( $out, true, 8, JSON_THROW_ON_ERROR ) );
		self::assertStringNotContainsStringIgnoringCase( 'geheim', $out );
	}

	public function test_network_setup_deletes_samples_and_nothing_that_people_wrote(): void {
		$this->work_without_rollback();
		$site = wp_insert_site( [ 'domain' => 'neu.localhost:8300', 'path' => '/', 'title' => 'Neu', 'user_id' => 1 ] );
		self::assertIsInt( $site );
		switch_to_blog( $site );
		// Otherwise within the second in which WordPress wrote it.
		$GLOBALS['wpdb']->update( $GLOBALS['wpdb']->posts, [ 'post_title' => 'Über uns', 'post_modified_gmt' => '2030-01-01 00:00:00' ], [ 'ID' => 2 ] );
		$own = wp_insert_post( [ 'post_title' => 'Von Menschen', 'post_content' => 'Text', 'post_status' => 'publish' ] );
		restore_current_blog();
		$list = (string) tempnam( sys_get_temp_dir(), 'portals' );
		file_put_contents( $list, '{"portals":[{"id":"neu","domain":"neu.example","name":"Neu","theme":"lernwelt-lsa","plugins":[]}],"networkPlugins":[]}' );

		[ $code, , $errors ] = WpCli::run( 'lernwelt', 'network', 'setup', $list, '--host={id}.localhost:8300' );
		unlink( $list );
		self::assertSame( 0, $code, $errors );
		wp_cache_flush();
		switch_to_blog( $site );
		self::assertSame( [ 2, $own ], get_posts( [ 'post_type' => [ 'post', 'page' ], 'post_status' => 'any', 'numberposts' => -1, 'fields' => 'ids', 'orderby' => 'ID', 'order' => 'ASC' ] ) );
	}

	public function test_rehost_moves_addresses_and_leaves_longer_names_and_mail_alone(): void {
		$this->work_without_rollback();
		$before = [ 'https://alt.example/x', 'Besuchen Sie alt.example.', 'https:\/\/alt.example\/y', 'www.alt.example', 'alt.example.org', 'alt.example:8080', 'post@alt.example' ];
		update_option( 'lernwelt_test', [ 'nested' => $before ] );

		[ $code, , $errors ] = WpCli::run( 'lernwelt', 'rehost', 'alt.example=neu.example' );
		self::assertSame( 0, $code, $errors );
		wp_cache_flush();
		$after = [ 'https://neu.example/x', 'Besuchen Sie neu.example.', 'https:\/\/neu.example\/y', 'www.alt.example', 'alt.example.org', 'alt.example:8080', 'post@alt.example' ];
		self::assertSame( [ 'nested' => $after ], get_option( 'lernwelt_test' ) );
	}
}
