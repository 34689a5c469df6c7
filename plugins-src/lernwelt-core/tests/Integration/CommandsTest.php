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
		$GLOBALS['wpdb']->query( "DELETE FROM {$GLOBALS['wpdb']->base_prefix}lw_migrations WHERE blog_id IN (0, {$this->blog_id( 'startchancen' )})" );

		[ $code, $out ] = WpCli::run( 'lernwelt', 'migrate', '--dry-run' );
		self::assertSame( 0, $code );
		self::assertStringContainsString( 'Success: lernorte: 1 missing.', $out );
		self::assertStringContainsString( 'Success: startchancen: 2 missing.', $out );

		[ $code, $out ] = WpCli::run( 'lernwelt', 'migrate' );
		self::assertSame( 0, $code );
		self::assertStringContainsString( 'lernwelt-core M0001_create_rate_limit (network)', $out );
		self::assertStringContainsString( 'Success: startchancen: 1 done.', $out );
		self::assertStringContainsString( 'Success: kreativpotentiale: 0 done.', $out );
	}

	public function test_mail_list_shows_no_personal_data(): void {
		$this->work_without_rollback();
		Core::services()->mailer->enqueue( new Mail( array( new Address( 'geheim@example.org' ) ), 'Geheim', 'Geheim' ) );

		[ $code, $out ] = WpCli::run( 'lernwelt', 'mail', 'list', '--format=json' );
		self::assertSame( 0, $code );
		self::assertCount( 1, json_decode( $out, true, 8, JSON_THROW_ON_ERROR ) );
		self::assertStringNotContainsStringIgnoringCase( 'geheim', $out );
	}
}
