<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\PageScripts;
use Lernwelt\Tests\IntegrationTestCase;

/** WordPress's list of scripts is made when somebody needs it, and then it is WordPress's. */
final class PageScriptsTest extends IntegrationTestCase {

	private const OWN = 'https://lernorte.example/own.js';

	public function test_scripts_of_ours_need_no_list(): void {
		$scripts = new PageScripts();
		$scripts->add( 'own', self::OWN, [], '1' );
		$scripts->enqueue( 'own' );
		$scripts->add_data( 'own', 'strategy', 'defer' );
		self::assertTrue( $scripts->query( 'own', 'enqueued' ) );
		ob_start();
		$scripts->do_items();
		self::assertStringContainsString( 'src="' . self::OWN . '?ver=1"', (string) ob_get_clean() );
		self::assertSame( [ 'own' ], array_keys( $scripts->registered ) );
	}

	public function test_whoever_asks_for_one_of_wordpress_gets_it(): void {
		$asked = [
			'enqueued'     => static fn ( PageScripts $scripts ) => $scripts->enqueue( 'jquery' ),
			'looked up'    => static fn ( PageScripts $scripts ) => $scripts->query( 'jquery' ),
			'added to'     => static fn ( PageScripts $scripts ) => $scripts->add_data( 'jquery', 'x', 1 ),
			'read'         => static fn ( PageScripts $scripts ) => $scripts->get_data( 'jquery', 'x' ),
			'translated'   => static fn ( PageScripts $scripts ) => $scripts->set_translations( 'wp-a11y' ),
			'taken away'   => static fn ( PageScripts $scripts ) => $scripts->remove( 'jquery-migrate' ),
			'relative'     => static fn ( PageScripts $scripts ) => $scripts->add( 'other', '/wp-includes/js/other.js', [], '1' ),
			'unversioned'  => static fn ( PageScripts $scripts ) => $scripts->add( 'other', self::OWN ),
		];
		foreach ( $asked as $how => $ask ) {
			$scripts = new PageScripts();
			self::assertSame( [], $scripts->registered );
			$ask( $scripts );
			self::assertArrayHasKey( 'jquery', $scripts->registered, $how );
			self::assertArrayHasKey( 'wp-hooks', $scripts->registered, $how );
			self::assertNotSame( '', $scripts->base_url, $how );
		}
	}

	public function test_what_comes_before_a_script_comes_before_it(): void {
		$scripts = new PageScripts();
		$scripts->add( 'own', self::OWN, [ 'wp-a11y' ], '1' );
		$scripts->enqueue( 'own' );
		$scripts->all_deps( $scripts->queue );
		self::assertContains( 'wp-a11y', $scripts->to_do );
		self::assertGreaterThan( array_search( 'wp-a11y', $scripts->to_do, true ), array_search( 'own', $scripts->to_do, true ) );
	}
}
