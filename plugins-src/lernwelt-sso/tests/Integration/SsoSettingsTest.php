<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\InvalidSettings;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Sso\Application\Accounts\ClaimAlarm;
use Lernwelt\Sso\Application\Accounts\ConnectionSettings;
use Lernwelt\Sso\Application\Accounts\RoleTables;
use Lernwelt\Sso\Application\Accounts\SsoSettings;
use Lernwelt\Sso\Application\Protocol\ConfiguredClients;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\Processes;
use Lernwelt\Tests\RestRequests;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use WP_REST_Response;

/** The network's screen of the single sign-on, over REST. */
final class SsoSettingsTest extends IntegrationTestCase {

	use RestRequests;

	private const ROUTE = '/lernwelt/v1/sso/settings';

	private const SCHEMAS = __DIR__ . '/../../schemas/';

	private const CONNECTION = [ 'issuer' => 'https://id.example.org/realms/bildung', 'client_id' => 'lernwelt', 'scopes' => '', 'auth_method' => 'client_secret_basic', 'algorithms' => '' ];

	private const ROWS = [ [ 'claim' => 'resource_access.lernwelt.roles', 'value' => 'redakteurin', 'role' => 'editor', 'portals' => [ 'lernorte' ] ] ];

	/** @return iterable<string, array{string, string, array<string, mixed>}> */
	public static function requests(): iterable {
		yield 'reading' => [ 'GET', self::ROUTE, [] ];
		yield 'writing' => [ 'PUT', self::ROUTE, [ 'revision' => 0, 'connection' => self::CONNECTION, 'rows' => self::ROWS ] ];
		yield 'preview' => [ 'POST', '/lernwelt/v1/sso/preview', [ 'claims' => '{}', 'rows' => self::ROWS ] ];
		yield 'check' => [ 'POST', '/lernwelt/v1/sso/check', [] ];
	}

	/**
	 * @param array<string, mixed> $values Body.
	 */
	#[DataProvider( 'requests' )]
	public function test_only_administrators_of_the_network( string $method, string $route, array $values ): void {
		$this->assert_problem( $this->rest( $method, $route, $values ), Problems::UNAUTHENTICATED, 401 );
		$this->log_in_as( 'administrator' );
		$this->assert_problem( $this->rest( $method, $route, $values ), Problems::FORBIDDEN, 403 );
		$this->log_in_as( 'administrator', 'startchancen' );
		$this->assert_problem( $this->rest( $method, $route, $values ), Problems::FORBIDDEN, 403 );
		self::assertFalse( get_site_option( RoleTables::OPTION ) );
	}

	public function test_a_fresh_network_has_the_table_that_is_delivered_and_shows_no_secret(): void {
		$this->log_in_as_super_admin();
		$answer = $this->rest( 'GET', self::ROUTE );
		$this->assert_answer( $answer, self::SCHEMAS . 'sso-settings.json' );
		$data = $answer->get_data();
		self::assertSame( $data['delivered'], $data['rows'] );
		self::assertCount( 5, $data['addresses'] );
		self::assertContains( 'lernwelt_pupil', array_column( $data['roles'], 'slug' ) );
		self::assertIsBool( $data['client_secret'] );
	}

	public function test_stores_and_counts_changes_and_a_later_one_that_is_based_on_an_old_one_is_refused(): void {
		$this->log_in_as_super_admin();
		$stored = $this->write( 0 );
		$this->assert_answer( $stored, self::SCHEMAS . 'sso-settings.json' );
		self::assertSame( [ 1, self::ROWS ], [ $stored->get_data()['revision'], $stored->get_data()['rows'] ] );

		$this->assert_problem( $this->write( 0, [ [ ...self::ROWS[0], 'value' => 'verloren' ] ] ), Problems::CONFLICT, 409 );
		self::assertSame( self::ROWS, $this->rest( 'GET', self::ROUTE )->get_data()['rows'] );
	}

	public function test_the_delivered_table_is_not_stored_and_the_portals_own_clients_stay(): void {
		$this->log_in_as_super_admin();
		update_site_option( 'lernwelt_sso', [ 'portals' => [ 'lernorte' => [ 'client_id' => 'eigener' ] ], 'issuer' => 'https://alt.example.org' ] );
		$this->write( 0 );
		self::assertSame( [ 'lernorte' => [ 'client_id' => 'eigener' ] ], get_site_option( 'lernwelt_sso' )['portals'] );
		$this->write( 1, $this->rest( 'GET', self::ROUTE )->get_data()['delivered'] );
		self::assertFalse( get_site_option( RoleTables::OPTION ) );
	}

	/**
	 * @param array<string, string>      $connection What differs.
	 * @param list<array<string, mixed>> $rows       Rows.
	 * @param array<string, string>      $fields     Expected.
	 */
	#[TestWith( [ [ 'issuer' => 'http://id.example.org' ], self::ROWS, [ 'connection.issuer' => 'pattern' ] ] )]
	#[TestWith( [ [ 'issuer' => 'https://id.example.org/?x=1' ], self::ROWS, [ 'connection.issuer' => 'pattern' ] ] )]
	#[TestWith( [ [ 'client_id' => 'ä b' ], self::ROWS, [ 'connection.client_id' => 'pattern' ] ] )]
	#[TestWith( [ [ 'scopes' => 'profile email' ], self::ROWS, [ 'connection.scopes' => 'pattern' ] ] )]
	#[TestWith( [ [ 'auth_method' => 'none' ], self::ROWS, [ 'connection.auth_method' => 'pattern' ] ] )]
	#[TestWith( [ [ 'algorithms' => 'RS256,HS256' ], self::ROWS, [ 'connection.algorithms' => 'pattern' ] ] )]
	#[TestWith( [ [], [ [ 'claim' => 'a..b', 'value' => '', 'role' => 'super_admin', 'portals' => [ 'mars' ] ] ], [ 'rows.0.claim' => 'pattern', 'rows.0.value' => 'required', 'rows.0.role' => 'role_unknown', 'rows.0.portals' => 'portal_unknown' ] ] )]
	public function test_refuses_with_a_reason_at_each_entry_and_stores_nothing( array $connection, array $rows, array $fields ): void {
		$this->log_in_as_super_admin();
		try {
			$this->settings( [] )->store( 0, [ ...self::CONNECTION, ...$connection ], $rows );
			self::fail( 'stored' );
		} catch ( InvalidSettings $refused ) {
			self::assertSame( $fields, $refused->errors );
		}
		if ( [] === $connection ) {
			// What a constant decides on this network isn't looked at, but rows always are.
			$this->assert_problem( $this->write( 0, $rows ), Problems::INVALID, 422, $fields );
		}
		self::assertSame( [ false, false ], [ get_site_option( RoleTables::OPTION ), get_site_option( ConfiguredClients::OPTION ) ] );
		self::assertSame( 0, (int) get_site_option( SsoSettings::REVISION, 0 ) );
	}

	public function test_what_a_constant_or_the_environment_decides_is_neither_looked_at_nor_stored(): void {
		$settings = $this->settings( [ 'LERNWELT_OIDC_ISSUER' => [ 'value' => 'https://fest.example.org', 'source' => 'constant' ] ] );
		$settings->store( 0, [ ...self::CONNECTION, 'issuer' => 'no issuer' ], self::ROWS );
		self::assertSame( [ 'client_id' => 'lernwelt' ], get_site_option( ConfiguredClients::OPTION ) );
		self::assertSame( [ [ 'value' => 'https://fest.example.org', 'source' => 'constant' ], [ 'value' => 'lernwelt', 'source' => 'settings' ] ], array_values( array_intersect_key( $settings->connection->all(), [ 'issuer' => 1, 'client_id' => 1 ] ) ) );
	}

	public function test_the_preview_uses_the_table_that_is_being_edited(): void {
		$this->log_in_as_super_admin();
		$answer = $this->preview( '{"resource_access":{"lernwelt":{"roles":["redakteurin"]}},"email":"a@example.org"}' );
		$this->assert_answer( $answer, self::SCHEMAS . 'sso-preview.json' );
		$data  = $answer->get_data();
		$roles = array_column( $data['portals'], 'roles', 'id' );
		self::assertSame( [ 'account', 'unverified', [ 'editor' ], [] ], [ $data['outcome'], $data['address'], $roles['lernorte'], $roles['startchancen'] ] );

		self::assertSame( [ 'unknown', [ 'resource_access.lernwelt.roles' ] ], array_values( array_intersect_key( $this->preview( '{}' )->get_data(), [ 'outcome' => 1, 'missing' => 1 ] ) ) );
		self::assertSame( 'nothing', $this->preview( '{"resource_access":{"lernwelt":{"roles":[]}}}' )->get_data()['outcome'] );
		$pupil = [ [ ...self::ROWS[0], 'role' => 'lernwelt_pupil' ] ];
		self::assertSame( 'pupil', $this->rest( 'POST', '/lernwelt/v1/sso/preview', [ 'claims' => '{"resource_access":{"lernwelt":{"roles":["redakteurin"]}}}', 'rows' => $pupil ] )->get_data()['outcome'] );
	}

	#[TestWith( [ '' ] )]
	#[TestWith( [ '{' ] )]
	#[TestWith( [ '[]' ] )]
	#[TestWith( [ '"x"' ] )]
	#[TestWith( [ 'null' ] )]
	public function test_claims_must_be_a_json_object( string $claims ): void {
		$this->log_in_as_super_admin();
		$this->assert_problem( $this->preview( $claims ), Problems::INVALID, 422, [ 'claims' => 'json' ] );
	}

	public function test_the_alarm_is_shown(): void {
		$this->log_in_as_super_admin();
		update_site_option( ClaimAlarm::OPTION, [ 'count' => 3, 'first' => time(), 'last' => time() ] );
		self::assertSame( 3, $this->rest( 'GET', self::ROUTE )->get_data()['alarm']['count'] );
		update_site_option( ClaimAlarm::OPTION, [ 'count' => 3, 'first' => 1, 'last' => time() - 8 * DAY_IN_SECONDS ] );
		self::assertNull( $this->rest( 'GET', self::ROUTE )->get_data()['alarm'] );
	}

	public function test_of_several_who_save_at_the_same_moment_one_wins_and_the_audit_log_hears_of_it(): void {
		$this->work_without_rollback();
		$answers = Processes::run(
			4,
			'wp_set_current_user( 1 );
			$heard = [];
			add_action( "lernwelt_audit", static function ( $event ) use ( &$heard ): void { $heard[] = "$event->area/$event->action $event->object"; } );
			$request = new WP_REST_Request( "PUT", "/lernwelt/v1/sso/settings" );
			$request->set_header( "Content-Type", "application/json" );
			$request->set_body( wp_json_encode( [ "revision" => 0, "connection" => json_decode( \'' . wp_json_encode( self::CONNECTION ) . '\' ), "rows" => [ [ "claim" => "r", "value" => "v$number", "role" => "editor", "portals" => [ "*" ] ] ] ] ) );
			echo implode( ", ", [ rest_do_request( $request )->get_status(), ...array_diff( $heard, [ "setting/changed network-option:lernwelt_sso" ] ) ] );'
		);
		sort( $answers );
		self::assertSame( [ '200, setting/changed network-option:lernwelt_sso_roles', '409', '409', '409' ], $answers, 'the connection is heard of as well where no constant decides it' );
		wp_cache_flush();
		self::assertSame( 1, (int) get_site_option( SsoSettings::REVISION ) );
	}

	private function log_in_as_super_admin(): void {
		wp_set_current_user( (int) ( get_user_by( 'login', get_super_admins()[0] )->ID ?? 0 ) );
	}

	/**
	 * Settings of a network where only these constants decide.
	 *
	 * @param array<string, array{value: string, source: string}> $fixed Name → value and source.
	 */
	private function settings( array $fixed ): SsoSettings {
		$services = Core::services();
		$tables   = new RoleTables( __DIR__ . '/../../roles.json', $services->portals );
		return new SsoSettings( new ConnectionSettings( false, static fn ( string $name ): ?array => $fixed[ $name ] ?? null ), $tables, $services->locks );
	}

	private function preview( string $claims ): WP_REST_Response {
		return $this->rest( 'POST', '/lernwelt/v1/sso/preview', [ 'claims' => $claims, 'rows' => self::ROWS ] );
	}

	/**
	 * @param list<array<string, mixed>> $rows       Rows.
	 * @param array<string, string>      $connection What differs.
	 */
	private function write( int $revision, array $rows = self::ROWS, array $connection = [] ): WP_REST_Response {
		return $this->rest( 'PUT', self::ROUTE, [ 'revision' => $revision, 'connection' => [ ...self::CONNECTION, ...$connection ], 'rows' => $rows ] );
	}
}
