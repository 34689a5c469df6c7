<?php
/**
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Tests\Integration;

use Lernwelt\Portal\Domain\PortalSettings;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use WP_HTML_Tag_Processor;

final class FormTest extends FormTestCase {
	public function test_a_good_message_is_mailed_and_the_browser_sent_on(): void {
		$page = $this->form_page( 'contact' );
		self::assertSame( get_permalink( $page ) . '?gesendet=1#lw-form-status', $this->send( $page, self::GOOD ) );

		$mail = $this->mails()[0];
		self::assertSame( 'kontakt@example.org', $mail->to[0]->email );
		self::assertSame( [ 'zoe@example.org', 'Zoë Müller' ], [ $mail->reply_to?->email, $mail->reply_to?->name ] );
		self::assertStringContainsString( "Eine <b>Frage</b> 😀\nzweite Zeile", $mail->text );
		self::assertStringContainsString( '02.03.2026, 09:00 Uhr', $mail->subject, 'time of Berlin' );
		self::assertStringContainsString( wp_specialchars_decode( get_bloginfo( 'name' ) ), $mail->subject );
	}

	public function test_the_confirmation_takes_the_place_of_the_form(): void {
		$page = $this->form_page( 'contact' );
		$html = $this->open( $page, [ 'gesendet' => '1' ] );
		self::assertStringContainsString( 'Danke für Ihre Nachricht', $html );
		self::assertStringContainsString( 'id="lw-form-status"', $html );
		self::assertStringContainsString( 'tabindex="-1"', $html );
		self::assertStringNotContainsString( '<form', $html );
		self::assertSame( 'Gesendet: Kontakt', $this->title() );
	}

	public function test_a_barrier_goes_to_its_own_contact_and_may_be_anonymous(): void {
		$page = $this->form_page( 'barrier' );
		self::assertNotNull( $this->send( $page, [ 'lw_form' => 'barrier', 'lw_text' => 'Kein Fokus', 'lw_page' => '/orte/' ] ) );

		$mail = $this->mails()[0];
		self::assertSame( 'barriere@example.org', $mail->to[0]->email );
		self::assertNull( $mail->reply_to );
		self::assertStringContainsString( "Seite: /orte/\n\nKein Fokus", $mail->text );
	}

	public function test_messages_find_somebody_on_a_portal_without_settings(): void {
		delete_option( PortalSettings::KEY );
		foreach ( [ 'contact', 'barrier' ] as $kind ) {
			$this->send( $this->form_page( $kind ), [ ...self::GOOD, 'lw_form' => $kind ] );
		}
		$admin = (string) get_option( 'admin_email' );
		self::assertSame( [ $admin, $admin ], array_map( static fn ( $mail ): string => $mail->to[0]->email, $this->mails() ) );
	}

	public function test_a_second_click_sends_no_second_mail(): void {
		$page = $this->form_page( 'contact' );
		self::assertNotNull( $this->send( $page, self::GOOD ) );
		self::assertNotNull( $this->send( $page, self::GOOD ), 'the person sees the confirmation' );
		self::assertNotNull( $this->send( $page, [ ...self::GOOD, 'lw_text' => 'Etwas anderes' ] ) );
		self::assertCount( 2, $this->mails() );
	}

	/**
	 * @param array<string, mixed> $values   What differs from a good message, slashed as WordPress does it.
	 * @param string               $sentence Part of the expected sentence.
	 * @param string               $kept     Part of the page that shows that nothing is lost.
	 */
	#[DataProvider( 'invalid' )]
	public function test_wrong_fields_are_422_with_a_sentence_and_nothing_is_lost( array $values, string $sentence, string $kept ): void {
		$page = $this->form_page( 'contact' );
		self::assertNull( $this->send( $page, [ ...self::GOOD, ...$values ] ) );
		self::assertSame( 422, $this->status );
		self::assertSame( 'Fehler: Kontakt', $this->title() );

		$html = $this->print( $page );
		self::assertStringContainsString( $sentence, $html );
		self::assertStringContainsString( $kept, $html );
		self::assertSame( [], $this->mails() );
	}

	/**
	 * @return iterable<string, array{array<string, mixed>, string, string}>
	 */
	public static function invalid(): iterable {
		$text = 'Eine &lt;b&gt;Frage&lt;/b&gt; 😀';
		yield 'no name' => [ [ 'lw_name' => '' ], 'Bitte geben Sie Ihren Namen an.', $text ];
		yield 'no address' => [ [ 'lw_email' => 'zoe' ], 'Bitte prüfen Sie die E-Mail-Adresse.', 'value="zoe"' ];
		yield 'no text' => [ [ 'lw_text' => '' ], 'Bitte schreiben Sie eine Nachricht.', 'value="Zoë Müller"' ];
		yield 'long text' => [ [ 'lw_text' => str_repeat( 'x', 10000 ) ], 'Dieser Text hat 10.000 Zeichen, möglich sind höchstens 5.000.', ">\n" . str_repeat( 'x', 10000 ) . '</textarea>' ];
		yield 'header' => [ [ 'lw_name' => "Zoë\r\nBcc: all@example.org" ], 'Bitte schreiben Sie hier alles in eine Zeile.', 'Bcc: all@example.org' ];
		yield 'null byte' => [ [ 'lw_text' => "a\0b" ], 'unsichtbare Steuerzeichen', ">\nab</textarea>" ];
		yield 'script' => [ [ 'lw_email' => '"><script>alert(1)</script>' ], 'Bitte prüfen Sie die E-Mail-Adresse.', '&quot;&gt;&lt;script&gt;' ];
		yield 'lists' => [ [ 'lw_name' => [ 'x' ], 'lw_email' => [ [] ] ], 'Bitte prüfen Sie 2 Angaben', $text ];
		yield 'quotes' => [ [ 'lw_name' => '', 'lw_text' => 'O\\\'Neil \\\\ C:\\\\x' ], 'Bitte geben Sie Ihren Namen an.', 'O&#039;Neil \\ C:\\x' ];
	}

	public function test_errors_are_linked_to_their_fields(): void {
		$page = $this->form_page( 'contact' );
		$this->send( $page, [ 'lw_form' => 'contact' ] );
		$html = $this->print( $page );
		foreach ( [ 'name', 'email', 'text' ] as $field ) {
			self::assertStringContainsString( "href=\"#lw-form-$field\"", $html );
			self::assertStringContainsString( "id=\"lw-form-$field-error\"", $html );
			self::assertMatchesRegularExpression( "/aria-describedby=\"[^\"]*lw-form-$field-error\"/", $html );
		}
		self::assertSame( 3, substr_count( $html, 'aria-invalid="true"' ) );
		self::assertStringContainsString( 'Bitte prüfen Sie 3 Angaben', $html );
	}

	/**
	 * @param array<string, string> $headers Request headers as in $_SERVER.
	 */
	#[TestWith( [ [ 'HTTP_SEC_FETCH_SITE' => 'cross-site' ] ] )]
	#[TestWith( [ [ 'HTTP_SEC_FETCH_SITE' => '', 'HTTP_ORIGIN' => 'https://evil.example' ] ] )]
	#[TestWith( [ [ 'HTTP_SEC_FETCH_SITE' => '' ] ] )]
	public function test_what_comes_from_elsewhere_is_refused( array $headers ): void {
		$page = $this->form_page( 'contact' );
		self::assertNull( $this->send( $page, self::GOOD, $headers ) );
		self::assertSame( 403, $this->status );
		self::assertStringContainsString( 'Bitte senden Sie es noch einmal', $this->print( $page ) );
		self::assertStringContainsString( 'value="zoe@example.org"', $this->print( $page ) );
		self::assertSame( [], $this->mails() );
	}

	public function test_another_portal_is_elsewhere(): void {
		$page = $this->form_page( 'contact' );
		$this->send( $page, self::GOOD, [ 'HTTP_SEC_FETCH_SITE' => '', 'HTTP_ORIGIN' => untrailingslashit( get_home_url( $this->blog_id( 'startchancen' ) ) ) ] );
		self::assertSame( 403, $this->status );
	}

	public function test_the_hidden_field_catches_programs_and_a_person_can_go_on(): void {
		$page = $this->form_page( 'contact' );
		self::assertNull( $this->send( $page, [ ...self::GOOD, 'lw_website' => 'https://spam.example' ] ) );
		self::assertSame( 422, $this->status );
		$html = $this->print( $page );
		self::assertStringContainsString( 'Ihre Nachricht ist noch nicht gesendet', $html );
		self::assertStringNotContainsString( 'spam.example', $html );
		self::assertSame( [], $this->mails() );
		self::assertNotNull( $this->send( $page, self::GOOD ) );
	}

	public function test_a_body_that_php_dropped_is_told_not_taken_for_a_visit(): void {
		$page = $this->form_page( 'contact' );
		$over = (string) ( wp_convert_hr_to_bytes( (string) ini_get( 'post_max_size' ) ) + 1 );
		self::assertNull( $this->send( $page, [], [ 'CONTENT_LENGTH' => $over ] ) );
		self::assertSame( 413, $this->status );
		self::assertSame( 'Fehler: Kontakt', $this->title() );
		self::assertStringContainsString( 'Möglich sind höchstens 5.000 Zeichen.', $this->print( $page ) );
	}

	public function test_an_empty_post_of_another_kind_is_a_visit(): void {
		self::assertNull( $this->send( $this->form_page( 'contact' ), [], [ 'CONTENT_LENGTH' => '12' ] ) );
		self::assertSame( 0, $this->status );
	}

	public function test_a_flood_is_stopped_and_ends(): void {
		$page = $this->form_page( 'contact' );
		for ( $number = 0; $number < 10; ++$number ) {
			self::assertNotNull( $this->send( $page, [ ...self::GOOD, 'lw_text' => "Nachricht $number" ] ) );
		}
		self::assertNull( $this->send( $page, [ ...self::GOOD, 'lw_text' => 'Eine zu viel' ] ) );
		self::assertSame( 429, $this->status );
		self::assertStringContainsString( 'Eine zu viel', $this->print( $page ) );
		self::assertNull( $this->send( $page, [ ...self::GOOD, 'lw_text' => 'Eine zu viel' ] ), 'a refused message must not pass for sent when it comes again' );

		self::assertNotNull( $this->send( $page, [ ...self::GOOD, 'lw_text' => 'Von anderswo' ], [ 'REMOTE_ADDR' => '192.0.2.7' ] ) );
		$this->clock->advance( '+10 minutes' );
		self::assertNotNull( $this->send( $page, [ ...self::GOOD, 'lw_text' => 'Eine zu viel' ] ) );
		self::assertCount( 12, $this->mails() );
	}

	public function test_a_connection_with_many_ipv6_addresses_is_one_connection(): void {
		$page = $this->form_page( 'contact' );
		for ( $number = 0; $number < 10; ++$number ) {
			self::assertNotNull( $this->send( $page, [ ...self::GOOD, 'lw_text' => "Nachricht $number" ], [ 'REMOTE_ADDR' => "2001:db8:1:2::$number" ] ) );
		}
		self::assertNull( $this->send( $page, [ ...self::GOOD, 'lw_text' => 'Selbes Netz' ], [ 'REMOTE_ADDR' => '2001:db8:1:2:ffff::1' ] ) );
		self::assertNotNull( $this->send( $page, [ ...self::GOOD, 'lw_text' => 'Anderes Netz' ], [ 'REMOTE_ADDR' => '2001:db8:1:3::1' ] ) );
	}

	public function test_wrong_fields_do_not_count_towards_the_limit(): void {
		$page = $this->form_page( 'contact' );
		for ( $number = 0; $number < 15; ++$number ) {
			$this->send( $page, [ ...self::GOOD, 'lw_name' => '' ] );
		}
		self::assertNotNull( $this->send( $page, self::GOOD ) );
	}

	public function test_a_queue_that_is_down_loses_nothing(): void {
		global $wpdb;
		// The refused statement would take back the page with the test's transaction.
		$this->work_without_rollback();
		$page = $this->form_page( 'contact' );
		$down = static fn ( string $query ): string => str_contains( $query, "INSERT INTO `{$wpdb->prefix}lw_mail_queue`" ) ? 'SELECT nothing FROM nowhere' : $query;
		add_filter( 'query', $down );
		$wpdb->suppress_errors( true );
		set_error_handler( static fn (): bool => true, E_USER_WARNING );
		try {
			self::assertNull( $this->send( $page, self::GOOD ) );
		} finally {
			restore_error_handler();
			$wpdb->suppress_errors( false );
		}
		self::assertSame( 503, $this->status );
		self::assertStringContainsString( 'value="zoe@example.org"', $this->print( $page ) );

		remove_filter( 'query', $down );
		self::assertNotNull( $this->send( $page, self::GOOD ) );
		self::assertCount( 1, $this->mails(), 'the same message passes as soon as the queue is back' );
	}

	public function test_only_a_page_with_the_form_takes_it(): void {
		$page = wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Ohne', 'post_content' => 'Text' ] );
		self::assertIsInt( $page );
		self::assertNull( $this->send( $page, self::GOOD ) );
		self::assertSame( 0, $this->status );
		self::assertSame( [], $this->mails() );
	}

	public function test_a_page_with_a_password_takes_it_only_with_the_password(): void {
		$page = $this->form_page( 'contact' );
		wp_update_post( [ 'ID' => $page, 'post_password' => 'geheim' ] );
		self::assertNull( $this->send( $page, self::GOOD ) );
		self::assertSame( [], $this->mails() );
	}

	public function test_the_form_of_the_page_counts_not_the_one_that_was_named(): void {
		$page = $this->form_page( 'contact' );
		self::assertNull( $this->send( $page, [ 'lw_form' => 'barrier', 'lw_text' => 'Ohne Namen' ] ) );
		self::assertSame( 422, $this->status );
	}

	public function test_a_form_inside_groups_and_patterns_is_found(): void {
		$pattern = wp_insert_post( [ 'post_type' => 'wp_block', 'post_status' => 'publish', 'post_title' => 'Formular', 'post_content' => '<!-- wp:lernwelt/form {"kind":"barrier"} /-->' ] );
		$page    = wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Tief', 'post_content' => "<!-- wp:group --><div><!-- wp:block {\"ref\":$pattern} /--></div><!-- /wp:group -->" ] );
		self::assertIsInt( $page );
		self::assertNotNull( $this->send( $page, [ 'lw_form' => 'barrier', 'lw_text' => 'Gefunden' ] ) );
	}

	public function test_a_pattern_that_contains_itself_ends(): void {
		$pattern = wp_insert_post( [ 'post_type' => 'wp_block', 'post_status' => 'publish', 'post_title' => 'Kreis' ] );
		$content = "<!-- wp:block {\"ref\":$pattern} /-->";
		wp_update_post( [ 'ID' => $pattern, 'post_content' => $content ] );
		$page = wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Kreis', 'post_content' => $content ] );
		self::assertIsInt( $page );
		self::assertNull( $this->send( $page, self::GOOD ) );
		self::assertSame( 0, $this->status );
	}

	/**
	 * @param array<string, string> $query   Query.
	 * @param string                $referer Path of the page before, '' for none.
	 * @param string                $value   Expected value of the field.
	 */
	#[TestWith( [ [ 'seite' => '/orte/' ], '/aktuelles/', '/orte/' ] )]
	#[TestWith( [ [], '/aktuelles/?s=geheim', '/aktuelles/' ] )]
	#[TestWith( [ [ 'seite' => 'https://evil.example/' ], '', '' ] )]
	public function test_a_barrier_form_knows_the_page( array $query, string $referer, string $value ): void {
		$html = $this->open( $this->form_page( 'barrier' ), $query, '' === $referer ? '' : home_url( $referer ) );
		$field = new WP_HTML_Tag_Processor( $html );
		while ( $field->next_tag( [ 'tag_name' => 'input' ] ) && 'lw_page' !== $field->get_attribute( 'name' ) ) {
			continue;
		}
		self::assertSame( 'lw_page', $field->get_attribute( 'name' ) );
		self::assertSame( $value, (string) $field->get_attribute( 'value' ) );
		self::assertStringNotContainsString( 'evil', $html );
	}

	public function test_the_page_holds_no_nonce_and_sends_no_cookie(): void {
		$html = $this->open( $this->form_page( 'contact' ) );
		self::assertStringNotContainsString( 'nonce', $html );
		self::assertStringContainsString( 'autocomplete="email"', $html );
		self::assertStringContainsString( '(Pflichtangabe)', $html );
		self::assertStringContainsString( '/datenschutz/', $html );
	}
}
