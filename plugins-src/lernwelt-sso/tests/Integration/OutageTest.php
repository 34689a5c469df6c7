<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration;

use Lernwelt\Sso\Web\LoginPageView;
use PHPUnit\Framework\Attributes\TestWith;

/** What goes on while the provider is silent; RenewalTest shows that sessions live. */
final class OutageTest extends AccountsTestCase {

	#[TestWith( [ true, true, '' ] )]
	#[TestWith( [ true, false, 'Der Bildungsserver antwortet gerade nicht. Wer schon angemeldet ist, kann weiterarbeiten.' ] )]
	#[TestWith( [ false, false, 'auf diesem Portal noch nicht eingerichtet' ] )]
	public function test_the_login_page_says_so_and_leads_to_the_local_login( bool $configured, bool $reachable, string $expected ): void {
		switch_to_locale( 'de_DE' );
		$view = new LoginPageView( $configured, $reachable, 'https://portal.example/sso/start', 'https://portal.example/wp-login.php' );
		ob_start();
		require dirname( __DIR__, 2 ) . '/templates/login.php';
		$html    = (string) ob_get_clean();
		$trouble = $view->trouble();
		restore_previous_locale();

		self::assertSame( '' !== $expected, str_contains( $html, 'role="alert"' ) );
		self::assertStringContainsString( $expected, $trouble );
		self::assertStringContainsString( esc_html( $trouble ), $html );
		self::assertStringContainsString( 'href="https://portal.example/wp-login.php"', $html );
	}
}
