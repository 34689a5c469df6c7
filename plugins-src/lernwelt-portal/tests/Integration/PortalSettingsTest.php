<?php
/**
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Portal\Domain\PortalSettings;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\RestRequests;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use WP_REST_Response;

final class PortalSettingsTest extends IntegrationTestCase {
	use RestRequests;

	private const SCHEMA = __DIR__ . '/../../schemas/portal-settings.json';
	private const VALUES = [
		'organisation'        => 'Landesinstitut „LISA“ & Söhne',
		'contact_name'        => 'Tobias Reinsdorf',
		'street'              => 'Musterallee 9',
		'postcode'            => '06110',
		'city'                => 'Halle (Saale)',
		'phone'               => '(0391) 5550 140',
		'email'               => 'lernorte@example.org',
		'accessibility_email' => 'barrierefrei@example.org',
		'accent'              => '#3F6B2A',
	];

	public function test_guests_may_neither_read_nor_write(): void {
		$this->assert_problem( $this->read(), Problems::UNAUTHENTICATED, 401 );
		$this->assert_problem( $this->write( self::VALUES ), Problems::UNAUTHENTICATED, 401 );
	}

	#[TestWith( [ 'author' ] )]
	#[TestWith( [ 'contributor' ] )]
	#[TestWith( [ 'subscriber' ] )]
	public function test_other_roles_may_neither_read_nor_write( string $role ): void {
		$this->log_in_as( $role );
		$this->assert_problem( $this->read(), Problems::FORBIDDEN, 403 );
		$this->assert_problem( $this->write( self::VALUES ), Problems::FORBIDDEN, 403 );
	}

	public function test_editors_of_another_portal_may_neither_read_nor_write(): void {
		$this->log_in_as( 'administrator', 'startchancen' );
		$this->assert_problem( $this->read(), Problems::FORBIDDEN, 403 );
		$this->assert_problem( $this->write( self::VALUES ), Problems::FORBIDDEN, 403 );
	}

	#[TestWith( [ 'administrator' ] )]
	#[TestWith( [ 'editor' ] )]
	public function test_administrators_and_editors_read_and_write( string $role ): void {
		$this->log_in_as( $role );
		$this->assert_answer( $this->write( self::VALUES ), self::SCHEMA );

		$read = $this->read();
		$this->assert_answer( $read, self::SCHEMA );
		self::assertSame( [ ...self::VALUES, 'logo' => 0 ], $read->get_data() );
	}

	public function test_a_fresh_portal_answers_with_empty_texts(): void {
		delete_option( PortalSettings::KEY );
		$this->log_in_as( 'editor' );
		self::assertSame( [ ...PortalSettings::DEFAULTS, 'logo' => 0 ], $this->read()->get_data() );
	}

	public function test_portals_do_not_share_settings(): void {
		$this->log_in_as( 'editor' );
		$this->write( self::VALUES );
		$this->go_to_portal( 'lernorte' );
		self::assertNotSame( self::VALUES['organisation'], Core::services()->settings->get( PortalSettings::KEY )['organisation'] );
	}

	public function test_white_space_around_a_text_goes(): void {
		$this->log_in_as( 'editor' );
		$stored = $this->write( [ ...self::VALUES, 'city' => ' Halle ', 'postcode' => "06110\n" ] )->get_data();
		self::assertSame( [ 'Halle', '06110' ], [ $stored['city'], $stored['postcode'] ] );
	}

	/**
	 * @param array<string, mixed>  $values Values that differ from good ones.
	 * @param array<string, string> $fields Expected field → reason code.
	 */
	#[DataProvider( 'refused' )]
	public function test_refuses_with_a_reason_per_field_and_stores_nothing( array $values, array $fields ): void {
		$this->log_in_as( 'editor' );
		$before = Core::services()->settings->get( PortalSettings::KEY );
		$this->assert_problem( $this->write( [ ...self::VALUES, ...$values ] ), Problems::INVALID, 422, $fields );
		self::assertSame( $before, Core::services()->settings->get( PortalSettings::KEY ) );
	}

	/**
	 * @return iterable<string, array{array<string, mixed>, array<string, string>}>
	 */
	public static function refused(): iterable {
		yield 'addresses' => [ [ 'email' => 'lernorte', 'accessibility_email' => 'a @example.org' ], [ 'email' => 'pattern', 'accessibility_email' => 'pattern' ] ];
		yield 'addresses that look like some' => [ [ 'email' => 'a@b..de', 'accessibility_email' => 'post@köthen.example' ], [ 'email' => 'email', 'accessibility_email' => 'email' ] ];
		yield 'header in the address' => [ [ 'accessibility_email' => "a@example.org\nBcc: b@example.org" ], [ 'accessibility_email' => 'pattern' ] ];
		yield 'postcode' => [ [ 'postcode' => '6110' ], [ 'postcode' => 'pattern' ] ];
		yield 'telephone' => [ [ 'phone' => '<script>' ], [ 'phone' => 'pattern' ] ];
		yield 'script as address' => [ [ 'accessibility_email' => 'javascript:alert(1)' ], [ 'accessibility_email' => 'pattern' ] ];
		yield 'control characters in a line' => [ [ 'organisation' => "LISA\x07", 'street' => "Musterallee\n9" ], [ 'organisation' => 'pattern', 'street' => 'pattern' ] ];
		yield 'long' => [ [ 'city' => str_repeat( 'x', 101 ) ], [ 'city' => 'too_long' ] ];
		yield 'colour name' => [ [ 'accent' => 'green' ], [ 'accent' => 'pattern' ] ];
		yield 'light colour' => [ [ 'accent' => '#FB9049' ], [ 'accent' => 'contrast' ] ];
		yield 'list for text' => [ [ 'city' => [ 'x' ] ], [ 'city' => 'type' ] ];
		yield 'logo that does not exist' => [ [ 'logo' => 999999 ], [ 'logo' => 'not_a_picture' ] ];
		yield 'negative logo' => [ [ 'logo' => -1 ], [ 'logo' => 'out_of_range' ] ];
	}

	public function test_a_missing_field_is_no_permission_to_guess(): void {
		$this->log_in_as( 'editor' );
		$this->assert_problem( $this->write( [ 'city' => 'Halle' ] ), Problems::INVALID, 422 );
	}

	public function test_a_light_accent_is_refused_with_what_was_measured(): void {
		$this->log_in_as( 'editor' );
		$data = $this->write( [ ...self::VALUES, 'accent' => '#FB9049' ] )->get_data();
		self::assertSame( [ 'foreground' => 'accent', 'background' => 'white', 'ratio' => 2.28, 'required' => 4.5 ], $data['data']['contrast'] );
	}

	public function test_the_logo_is_wordpress_s_own_and_can_be_taken_back(): void {
		$this->log_in_as( 'editor' );
		$picture = wp_insert_attachment( [ 'post_mime_type' => 'image/png', 'post_title' => 'Logo' ], 'logo.png' );

		self::assertSame( $picture, $this->write( [ ...self::VALUES, 'logo' => $picture ] )->get_data()['logo'] );
		self::assertSame( $picture, get_theme_mod( 'custom_logo' ) );

		self::assertSame( $picture, $this->write( self::VALUES )->get_data()['logo'], 'a request without logo keeps it' );
		self::assertSame( 0, $this->write( [ ...self::VALUES, 'logo' => 0 ] )->get_data()['logo'] );
		self::assertFalse( get_theme_mod( 'custom_logo' ) );
	}

	public function test_a_document_is_no_logo(): void {
		$this->log_in_as( 'editor' );
		$document = wp_insert_attachment( [ 'post_mime_type' => 'application/pdf', 'post_title' => 'Plan' ], 'plan.pdf' );
		$this->assert_problem( $this->write( [ ...self::VALUES, 'logo' => $document ] ), Problems::INVALID, 422, [ 'logo' => 'not_a_picture' ] );
	}

	public function test_the_accent_of_the_portal_wins_over_the_variant_s(): void {
		delete_option( PortalSettings::KEY );
		self::assertSame( '#123456', apply_filters( 'lernwelt_accent', '#123456' ) );
		self::assertNull( apply_filters( 'lernwelt_accent', null ) );

		Core::services()->settings->update( PortalSettings::KEY, [ 'accent' => '#3F6B2A' ] );
		self::assertSame( '#3F6B2A', apply_filters( 'lernwelt_accent', '#123456' ) );
	}

	private function read(): WP_REST_Response {
		return $this->rest( 'GET', '/lernwelt/v1/portal-settings' );
	}

	/**
	 * @param array<string, mixed> $values Body.
	 */
	private function write( array $values ): WP_REST_Response {
		return $this->rest( 'PUT', '/lernwelt/v1/portal-settings', $values );
	}
}
