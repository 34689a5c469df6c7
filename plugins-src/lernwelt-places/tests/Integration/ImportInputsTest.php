<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Places\Uploads\InputRefused;
use Lernwelt\Places\Uploads\InputStore;
use Lernwelt\Places\Uploads\PrivateFolder;
use Lernwelt\Tests\FrozenClock;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use WP_REST_Request;

/** Files and addresses, and the look at their first rows. */
final class ImportInputsTest extends ImportScreenTestCase {

	public function test_a_file_lies_where_nobody_reaches_it(): void {
		$input = $this->upload( "Nr;Name\n1;Zoo\n" );
		foreach ( [ ABSPATH, WP_CONTENT_DIR ] as $served ) {
			self::assertStringStartsNotWith( realpath( $served ) . '/', (string) realpath( $input->path ) );
		}
		self::assertSame( '0600', substr( sprintf( '%o', fileperms( $input->path ) ), -4 ) );
		self::assertStringEndsWith( "$input->id.data", $input->path );
	}

	#[TestWith( [ '../../../wp-config.csv', 'wp-config.csv' ] )]
	#[TestWith( [ '..\\..\\orte.csv', 'orte.csv' ] )]
	#[TestWith( [ "orte\0.csv", 'orte.csv' ] )]
	#[TestWith( [ "<img src=x onerror=alert(1)>.csv", 'img src=x onerror=alert(1).csv' ] )]
	public function test_a_name_is_never_a_path( string $name, string $shown ): void {
		$input = $this->upload( "Nr;Name\n1;Zoo\n", $name );
		self::assertSame( $shown, $input->name );
		self::assertSame( realpath( PrivateFolder::of_portal() ), realpath( dirname( $input->path ) ) );
	}

	#[DataProvider( 'refused' )]
	public function test_refuses_what_is_no_data( string $content, string $name, string $reason ): void {
		$before = glob( PrivateFolder::of_portal() . '/*' );
		try {
			$this->upload( $content, $name );
			self::fail( 'It was taken.' );
		} catch ( InputRefused $refused ) {
			self::assertSame( $reason, $refused->reason );
		}
		self::assertSame( $before, glob( PrivateFolder::of_portal() . '/*' ) );
	}

	/** @return iterable<string, array{string, string, string}> */
	public static function refused(): iterable {
		yield 'program' => [ '<?php echo 1;', 'orte.php', InputRefused::EXTENSION ];
		yield 'two endings' => [ "Nr;Name\n1;Zoo", 'orte.csv.php', InputRefused::EXTENSION ];
		yield 'spreadsheet' => [ "PK\x03\x04...", 'orte.xlsx', InputRefused::EXTENSION ];
		yield 'spreadsheet with another name' => [ "PK\x03\x04...", 'orte.csv', InputRefused::BINARY ];
		yield 'archive that unfolds' => [ (string) gzencode( str_repeat( '0', 1_000_000 ) ), 'orte.csv', InputRefused::BINARY ];
		yield 'bytes' => [ "Nr;Name\n1;\x00\x01", 'orte.csv', InputRefused::BINARY ];
		yield 'utf-16' => [ "\xFF\xFEN\x00r\x00", 'orte.csv', InputRefused::ENCODING ];
		yield 'web page' => [ "\n<!DOCTYPE html><title>Login</title>", 'orte.csv', InputRefused::HTML ];
		yield 'nothing' => [ '', 'orte.csv', InputRefused::EMPTY_FILE ];
		yield 'only a byte order mark' => [ "\xEF\xBB\xBF \n", 'orte.csv', InputRefused::EMPTY_FILE ];
	}

	public function test_a_huge_file_is_refused_before_it_is_read(): void {
		$file   = (string) tempnam( get_temp_dir(), 'up' );
		$handle = fopen( $file, 'r+b' );
		self::assertIsResource( $handle );
		ftruncate( $handle, InputStore::LIMIT + 1 );
		fclose( $handle );
		$this->expectExceptionObject( new InputRefused( InputRefused::TOO_LARGE ) );
		try {
			$this->store()->upload( [ 'name' => 'orte.csv', 'tmp_name' => $file, 'error' => UPLOAD_ERR_OK ] );
		} finally {
			unlink( $file );
		}
	}

	public function test_what_was_not_uploaded_is_not_moved(): void {
		$this->log_in_as( 'editor' );
		$file = get_temp_dir() . 'up-' . bin2hex( random_bytes( 8 ) );
		file_put_contents( $file, "Nr;Name\n1;Zoo\n" );
		$request = new WP_REST_Request( 'POST', self::ROOT . '/inputs' );
		$request->set_file_params( [ 'file' => [ 'name' => 'orte.csv', 'type' => 'text/csv', 'tmp_name' => $file, 'error' => UPLOAD_ERR_OK, 'size' => 1 ] ] );
		$this->assert_problem( rest_do_request( $request ), Problems::INVALID, 422, [ 'file' => InputRefused::STORAGE ] );
		self::assertFileExists( $file );
		unlink( $file );
	}

	public function test_says_when_there_is_neither_file_nor_address(): void {
		$this->log_in_as( 'editor' );
		$this->assert_problem( $this->rest( 'POST', self::ROOT . '/inputs' ), Problems::INVALID, 422, [ 'file' => InputRefused::MISSING ] );
	}

	#[TestWith( [ '/etc/passwd', 'bad_address' ] )]
	#[TestWith( [ 'file:///etc/passwd', 'bad_address' ] )]
	#[TestWith( [ 'mysql://root:geheim@127.0.0.1/wordpress?table=wp_users', 'bad_address' ] )]
	#[TestWith( [ 'php://filter/resource=/etc/passwd', 'bad_address' ] )]
	#[TestWith( [ 'http://127.0.0.1/', 'host_not_allowed' ] )]
	#[TestWith( [ 'http://169.254.169.254/latest/meta-data/', 'host_not_allowed' ] )]
	#[TestWith( [ 'http://[::1]/', 'host_not_allowed' ] )]
	#[TestWith( [ 'https://example.org/orte.csv', 'host_not_allowed' ] )]
	#[TestWith( [ 'https://allowed.example.org:8443/orte.csv', 'port_not_allowed' ] )]
	#[TestWith( [ 'https://user:geheim@allowed.example.org/orte.csv', 'bad_address' ] )]
	public function test_fetches_only_from_allowed_hosts( string $url, string $reason ): void {
		Core::services()->settings->update( 'lernwelt_places_import', [ 'hosts' => [ 'allowed.example.org' ] ] );
		$this->log_in_as( 'editor' );
		$this->assert_problem( $this->rest( 'POST', self::ROOT . '/inputs', [ 'url' => $url ] ), Problems::INVALID, 422, [ 'url' => $reason ] );
	}

	public function test_proposes_a_mapping_and_shows_the_first_rows(): void {
		$this->log_in_as( 'editor' );
		$input   = $this->upload( "Nr;Name;PLZ;Ort;Breite;Länge\n7;Zoo;39124;Magdeburg;52,17;11,64\n8;;39104;Magdeburg;;\n" );
		$preview = $this->rest( 'POST', self::ROOT . "/inputs/$input->id/preview" );
		$this->assert_answer( $preview, self::SCHEMAS . 'import-preview.json' );
		$data = (array) json_decode( (string) wp_json_encode( $preview->get_data() ), true );
		self::assertSame( [ 'from' => 'Nr' ], $data['mapping']['id'] );
		self::assertSame( [ 'from' => 'Name' ], $data['mapping']['fields']['title'] );
		self::assertSame( 'Breite', $data['mapping']['coordinates']['north'] );
		self::assertSame( [], $data['problems'] );
		self::assertSame( [ 'Zoo', '' ], array_column( $data['places'], 'title' ) );
		self::assertSame( 'missing_title', $data['places'][1]['findings'][0]['code'] );
		self::assertSame( 'Magdeburg', array_column( $data['places'][0]['values'], 'value', 'field' )['city'] ?? '' );
		self::assertStringStartsWith( '52.17', array_column( $data['places'][0]['values'], 'value', 'field' )['coordinates'] ?? '' );
	}

	public function test_a_proposal_without_id_says_what_is_missing(): void {
		$this->log_in_as( 'editor' );
		$input = $this->upload( "Bezeichner;Name\nx;Zoo\n" );
		$data  = (array) $this->rest( 'POST', self::ROOT . "/inputs/$input->id/preview" )->get_data();
		self::assertSame( [ 'id' => 'required' ], (array) $data['problems'] );
		self::assertSame( [], $data['places'] );
		self::assertCount( 2, $data['columns'] );
	}

	public function test_html_in_cells_does_not_get_through(): void {
		$this->log_in_as( 'editor' );
		$input = $this->upload( "Nr;Name;Ort\n1;Zoo <script>alert(1)</script>;<b>Halle</b>\n" );
		$data  = (array) $this->rest( 'POST', self::ROOT . "/inputs/$input->id/preview", [ 'mapping' => self::MAPPING ] )->get_data();
		self::assertStringNotContainsString( '<', $data['places'][0]['title'] );
		self::assertContains( 'html_removed', array_column( $data['places'][0]['findings'], 'code' ) );
	}

	public function test_a_mapping_with_unknown_keys_is_refused_with_its_path(): void {
		$this->log_in_as( 'editor' );
		$input = $this->upload( "Nr;Name\n1;Zoo\n" );
		$data  = (array) $this->rest( 'POST', self::ROOT . "/inputs/$input->id/preview", [ 'mapping' => [ ...self::MAPPING, 'run' => 'rm -rf', 'format' => 'table' ] ] )->get_data();
		self::assertArrayHasKey( 'run', (array) $data['problems'] );
		self::assertSame( [], $data['places'] );
	}

	public function test_finds_the_records_of_json(): void {
		$this->log_in_as( 'editor' );
		$input = $this->upload( '{"meta":{},"data":[{"id":1,"name":"Zoo"},{"id":2,"name":"Arche"}]}', 'orte.json' );
		$data  = (array) $this->rest( 'POST', self::ROOT . "/inputs/$input->id/preview" )->get_data();
		self::assertSame( 'data', $data['mapping']['path'] ?? '', (string) wp_json_encode( $data ) );
		self::assertSame( [ 'Zoo', 'Arche' ], array_column( $data['places'], 'title' ) );
	}

	public function test_an_input_can_be_thrown_away_and_belongs_to_one_portal(): void {
		$this->log_in_as( 'editor' );
		$input = $this->upload( "Nr;Name\n1;Zoo\n" );
		$this->assert_answer( $this->rest( 'GET', self::ROOT . "/inputs/$input->id" ), self::SCHEMAS . 'import-input.json' );

		$this->go_to_portal( 'startchancen' );
		self::assertNull( $this->store()->find( $input->id ) );
		restore_current_blog();

		$this->assert_answer( $this->rest( 'DELETE', self::ROOT . "/inputs/$input->id" ), self::SCHEMAS . 'import-input.json' );
		self::assertFileDoesNotExist( $input->path );
		$this->assert_problem( $this->rest( 'GET', self::ROOT . "/inputs/$input->id" ), Problems::NOT_FOUND, 404 );
	}

	public function test_files_are_gone_after_a_day(): void {
		$input = $this->upload( "Nr;Name\n1;Zoo\n" );
		$later = Core::services()->clock->now()->modify( '+24 hours +1 minute' );
		$this->store()->purge( static fn (): bool => false );
		self::assertFileExists( $input->path );
		( new InputStore( new FrozenClock( $later->format( 'c' ) ), PrivateFolder::of_portal( ... ), rename( ... ) ) )->purge( static fn (): bool => false );
		self::assertFileDoesNotExist( $input->path );
	}
}
