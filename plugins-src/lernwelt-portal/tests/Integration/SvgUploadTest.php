<?php
/**
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Tests\Integration;

use Lernwelt\Tests\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use WP_REST_Request;
use WP_REST_Response;

final class SvgUploadTest extends IntegrationTestCase {
	private const FILES = __DIR__ . '/../files/svg';

	public function test_an_editor_uploads_a_logo_with_its_size(): void {
		$this->log_in_as( 'editor' );
		$response = $this->upload( self::bytes( 'friendly/logo-with-title' ), 'logo.svg' );

		self::assertSame( 201, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
		$id = (int) $response->get_data()['id'];
		self::assertSame( 'image/svg+xml', get_post_mime_type( $id ) );
		self::assertSame( [ 120, 48 ], array_slice( (array) wp_get_attachment_image_src( $id, 'full' ), 1, 2 ) );
		self::assertStringEqualsFile( (string) get_attached_file( $id ), self::bytes( 'friendly/logo-with-title' ), 'the file is as it was' );
		wp_delete_attachment( $id, true );
	}

	#[DataProvider( 'hostile' )]
	public function test_hostile_files_never_reach_the_media_library( string $name ): void {
		$this->log_in_as( 'administrator' );
		$response = $this->upload( self::bytes( "hostile/$name" ), 'logo.svg' );
		self::assertGreaterThanOrEqual( 400, $response->get_status() );
		self::assertMatchesRegularExpression( '/^(Diese SVG-Datei|Diese Datei ist kein|Keine Daten)/', $response->get_data()['message'] );
	}

	/**
	 * @return iterable<string, array{string}> One of each reason; the unit tests know all.
	 */
	public static function hostile(): iterable {
		$reasons = [];
		foreach ( (array) glob( self::FILES . '/hostile/*.svg' ) as $file ) {
			$reasons[ explode( '--', basename( (string) $file ) )[0] ] = basename( (string) $file, '.svg' );
		}
		unset( $reasons['empty'] );
		foreach ( $reasons as $reason => $name ) {
			yield $reason => [ $name ];
		}
	}

	#[TestWith( [ 'author' ] )]
	#[TestWith( [ 'contributor' ] )]
	public function test_who_may_not_edit_the_portal_uploads_no_svg( string $role ): void {
		$this->log_in_as( $role );
		self::assertArrayNotHasKey( 'svg', get_allowed_mime_types() );
		self::assertGreaterThanOrEqual( 400, $this->upload( self::bytes( 'friendly/minimal' ), 'logo.svg' )->get_status() );
	}

	public function test_guests_upload_nothing(): void {
		self::assertSame( 401, $this->upload( self::bytes( 'friendly/minimal' ), 'logo.svg' )->get_status() );
	}

	public function test_editors_of_another_portal_upload_no_svg_here(): void {
		$this->log_in_as( 'editor', 'startchancen' );
		self::assertArrayNotHasKey( 'svg', get_allowed_mime_types() );
		self::assertSame( 403, $this->upload( self::bytes( 'friendly/minimal' ), 'logo.svg' )->get_status() );
	}

	/**
	 * @param string $file What is inside.
	 * @param string $name What it is called.
	 */
	#[TestWith( [ 'hostile/script--onload', 'logo.png' ] )]
	#[TestWith( [ 'hostile/script--onload', 'logo.SVG' ] )]
	#[TestWith( [ 'hostile/script--onload', 'logo.svg.jpg' ] )]
	#[TestWith( [ 'hostile/script--onload', 'logo.html' ] )]
	#[TestWith( [ 'hostile/script--onload', 'logo.xml' ] )]
	#[TestWith( [ 'hostile/compressed--gzip', 'logo.svgz' ] )]
	#[TestWith( [ 'friendly/minimal', 'logo.svgz' ] )]
	#[TestWith( [ 'friendly/minimal', 'logo.png' ] )]
	public function test_a_wrong_name_helps_nobody( string $file, string $name ): void {
		$this->log_in_as( 'administrator' );
		self::assertGreaterThanOrEqual( 400, $this->upload( self::bytes( $file ), $name )->get_status() );
	}

	public function test_the_classic_upload_is_checked_too(): void {
		$this->log_in_as( 'administrator' );
		$path = (string) tempnam( get_temp_dir(), 'svg' );
		file_put_contents( $path, self::bytes( 'hostile/script--onload' ) );
		$checked = apply_filters( 'wp_handle_upload_prefilter', [ 'name' => 'logo.svg', 'tmp_name' => $path, 'error' => 0, 'size' => 10, 'type' => 'image/svg+xml' ] );
		unlink( $path );
		self::assertSame( 'Diese SVG-Datei enthält ein Skript. Solche Dateien werden nicht angenommen. (Gefunden: onload)', $checked['error'] );
	}

	public function test_importers_learn_that_a_hostile_file_has_no_type(): void {
		$this->log_in_as( 'administrator' );
		self::assertSame( [ 'svg', 'image/svg+xml' ], self::type( 'friendly/minimal' ) );
		self::assertSame( [ false, false ], self::type( 'hostile/script--onload' ) );
		$this->log_in_as( 'author' );
		self::assertSame( [ false, false ], self::type( 'friendly/minimal' ) );
	}

	public function test_the_way_in_without_checks_is_closed(): void {
		$this->log_in_as( 'administrator' );
		$result = wp_upload_bits( 'logo.svg', null, self::bytes( 'friendly/minimal' ) );
		self::assertNotFalse( $result['error'] );
	}

	public function test_other_pictures_are_left_to_wordpress(): void {
		$this->log_in_as( 'author' );
		$png      = (string) base64_decode( 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', true );
		$response = $this->upload( $png, 'punkt.png' );
		self::assertSame( 201, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
		wp_delete_attachment( (int) $response->get_data()['id'], true );
	}

	/**
	 * @return list<string|false> Extension and type.
	 */
	private static function type( string $name ): array {
		$type = wp_check_filetype_and_ext( self::FILES . "/$name.svg", 'logo.svg' );
		return [ $type['ext'], $type['type'] ];
	}

	private static function bytes( string $name ): string {
		return (string) file_get_contents( self::FILES . "/$name.svg" );
	}

	private function upload( string $bytes, string $name ): WP_REST_Response {
		$request = new WP_REST_Request( 'POST', '/wp/v2/media' );
		$request->set_header( 'Content-Type', 'image/svg+xml' );
		$request->set_header( 'Content-Disposition', "attachment; filename=$name" );
		$request->set_body( $bytes );
		return rest_do_request( $request );
	}
}
