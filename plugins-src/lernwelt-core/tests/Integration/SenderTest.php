<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\Address;
use Lernwelt\Tests\IntegrationTestCase;
use PHPMailer\PHPMailer\PHPMailer;

/** Who WordPress's own mails come from. */
final class SenderTest extends IntegrationTestCase {

	public function test_wordpress_mails_come_from_the_portal(): void {
		update_option( 'blogname', 'Lernorte &amp; Labore' );
		self::assertSame( 'Lernorte & Labore', $this->sender()[1] );
		self::assertStringStartsWith( 'noreply@', $this->sender()[0] );
	}

	public function test_a_portal_may_choose_its_sender(): void {
		add_filter( 'lernwelt_mail_from', static fn (): Address => new Address( 'post@example.org', 'Poststelle' ) );
		self::assertSame( [ 'post@example.org', 'Poststelle' ], $this->sender() );
	}

	public function test_a_sender_that_a_plugin_named_stays(): void {
		self::assertSame( [ 'zoe@example.org', 'Zoë' ], $this->sender( [ 'From: Zoë <zoe@example.org>' ] ) );
	}

	/**
	 * @param list<string> $headers Headers of the mail.
	 * @return array{string, string} Address and name as the mail server would get them.
	 */
	private function sender( array $headers = [] ): array {
		$seen = [ '', '' ];
		add_action(
			'phpmailer_init',
			static function ( PHPMailer $mailer ) use ( &$seen ): void {
				// phpcs:ignore WordPress.NamingConventions.ValidVariableName -- PHPMailer's own names.
				$seen = [ $mailer->From, $mailer->FromName ];
			},
			99
		);
		remove_all_filters( 'pre_wp_mail' );
		wp_mail( 'somebody@example.org', 'Betreff', 'Text', $headers );
		return $seen;
	}
}
