<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration;

use Lernwelt\Security\Domain\ScriptHash;
use Lernwelt\Security\Headers\TrustedScripts;
use Lernwelt\Tests\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** The hash is that of the text which really reaches the page. */
final class TrustedScriptsTest extends IntegrationTestCase {

	#[DataProvider( 'scripts' )]
	public function test_what_wordpress_prints_is_named( string $script ): void {
		$scripts = new TrustedScripts();
		add_filter( 'wp_inline_script_attributes', $scripts->note( ... ), PHP_INT_MAX, 2 );
		$html = wp_get_inline_script_tag( $script );

		self::assertSame( 1, preg_match( '#^<script>(.*)</script>\s*$#s', $html, $printed ) );
		self::assertSame( [ ScriptHash::of( $printed[1] ) ], $scripts->sources() );
	}

	/** @return array<string, array{string}> */
	public static function scripts(): array {
		return [
			'plain'                  => [ 'let a = 1;' ],
			'several lines'          => [ "let a = 1;\r\nlet b = 2;\n" ],
			'umlauts'                => [ 'let a = "Grüße – „hier“";' ],
			'a script in a string'   => [ 'let a = "<!-- <script>";' ],
			'an end in a string'     => [ 'let a = "</script>";' ],
		];
	}

	public function test_data_that_no_browser_runs_is_not_named(): void {
		$scripts = new TrustedScripts();
		add_filter( 'wp_inline_script_attributes', $scripts->note( ... ), PHP_INT_MAX, 2 );
		wp_get_inline_script_tag( '{"a":1}', [ 'type' => 'application/json' ] );

		self::assertSame( [], $scripts->sources() );
	}
}
