<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Protocol;

use Lernwelt\Core\Core;
use Lernwelt\Sso\Application\Protocol\ConfiguredClients;
use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Sso\Domain\Protocol\InvalidConfiguration;
use Lernwelt\Tests\IntegrationTestCase;

/** Where the configuration comes from. */
final class ConfiguredClientsTest extends IntegrationTestCase {

	/** @var array<string, string> */
	private array $given = [];

	/** @param array<string, string> $values */
	private function environment( array $values ): void {
		foreach ( $values as $name => $value ) {
			$this->given[ "LERNWELT_OIDC_$name" ] = $value;
		}
	}

	private function clients(): ConfiguredClients {
		return new ConfiguredClients( Core::services()->portals, false, fn (): array => $this->given );
	}

	public function test_constants_come_before_the_environment(): void {
		putenv( 'LERNWELT_OIDC_TEST_ONLY=environment' );
		putenv( 'UNRELATED_OIDC=x' );
		$given = ConfiguredClients::given();
		putenv( 'LERNWELT_OIDC_TEST_ONLY' );
		putenv( 'UNRELATED_OIDC' );
		self::assertSame( 'environment', $given['LERNWELT_OIDC_TEST_ONLY'] );
		self::assertArrayNotHasKey( 'UNRELATED_OIDC', $given );
		define( 'LERNWELT_OIDC_TEST_BOTH', 'constant' );
		putenv( 'LERNWELT_OIDC_TEST_BOTH=environment' );
		self::assertSame( 'constant', ConfiguredClients::given()['LERNWELT_OIDC_TEST_BOTH'] );
		putenv( 'LERNWELT_OIDC_TEST_BOTH' );
	}

	public function test_nothing_is_configured(): void {
		self::assertFalse( $this->clients()->is_configured() );
		self::assertSame( [], $this->clients()->all() );
		$this->expectExceptionObject( new InvalidConfiguration( 'not_configured' ) );
		$this->clients()->current();
	}

	public function test_the_network_is_one_client_on_every_portal(): void {
		$this->environment( [ 'ISSUER' => 'https://login.example.org', 'CLIENT_ID' => 'lernwelt', 'CLIENT_SECRET' => 'geheim', 'SCOPES' => 'openid lernwelt', 'ALGORITHMS' => 'ES256' ] );
		$this->go_to_portal( 'lernorte' );
		$client = $this->clients()->current();
		self::assertSame( [ 'lernwelt', 'geheim', 'openid lernwelt', [ 'ES256' ] ], [ $client->client_id, $client->secret, $client->scopes, $client->algorithms ] );
		self::assertCount( 1, $this->clients()->all() );
	}

	public function test_a_portal_may_be_a_client_of_its_own(): void {
		$this->environment( [ 'ISSUER' => 'https://login.example.org', 'CLIENT_ID' => 'lernwelt', 'CLIENT_SECRET' => 'geheim', 'CLIENT_ID_EURE_LERNWELT' => 'eure', 'CLIENT_SECRET_EURE_LERNWELT' => 'anderes' ] );
		self::assertSame( 'lernwelt', $this->clients()->current()->client_id );
		$this->go_to_portal( 'eure-lernwelt' );
		$client = $this->clients()->current();
		self::assertSame( [ 'eure', 'anderes', 'https://login.example.org' ], [ $client->client_id, $client->secret, $client->issuer->url ] );
		self::assertSame( [ 'lernwelt', 'eure' ], array_map( static fn ( Configuration $each ): string => $each->client_id, $this->clients()->all() ) );
	}

	public function test_a_portals_client_does_not_show_the_networks_secret(): void {
		$this->environment( [ 'ISSUER' => 'https://login.example.org', 'CLIENT_ID' => 'lernwelt', 'CLIENT_SECRET' => 'geheim', 'CLIENT_ID_LERNORTE' => 'orte' ] );
		$this->go_to_portal( 'lernorte' );
		$this->expectExceptionObject( new InvalidConfiguration( 'client_secret' ) );
		$this->clients()->current();
	}

	public function test_network_settings_come_last_and_hold_no_secret(): void {
		update_site_option( ConfiguredClients::OPTION, [ 'issuer' => 'https://settings.example.org', 'client_id' => 'settings', 'client_secret' => 'in the database' ] );
		self::assertFalse( $this->clients()->is_configured(), 'the secret is not taken from there' );
		$this->environment( [ 'CLIENT_SECRET' => 'geheim' ] );
		self::assertSame( [ 'settings', 'geheim' ], [ $this->clients()->current()->client_id, $this->clients()->current()->secret ] );
		$this->environment( [ 'CLIENT_ID' => 'environment' ] );
		self::assertSame( 'environment', $this->clients()->current()->client_id );
	}

	public function test_settings_may_name_a_client_for_a_portal(): void {
		update_site_option( ConfiguredClients::OPTION, [ 'issuer' => 'https://settings.example.org', 'client_id' => 'settings', 'portals' => [ 'lernorte' => [ 'client_id' => 'orte' ] ] ] );
		$this->environment( [ 'CLIENT_SECRET_LERNORTE' => 'geheim' ] );
		$this->go_to_portal( 'lernorte' );
		self::assertSame( 'orte', $this->clients()->current()->client_id );
	}

	public function test_a_private_key_is_read_from_its_file(): void {
		$file = (string) tempnam( get_temp_dir(), 'key' );
		file_put_contents( $file, "-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n" );
		$this->environment( [ 'ISSUER' => 'https://login.example.org', 'CLIENT_ID' => 'lernwelt', 'AUTH_METHOD' => 'private_key_jwt', 'PRIVATE_KEY' => $file ] );
		self::assertStringStartsWith( '-----BEGIN PRIVATE KEY-----', $this->clients()->current()->secret );
		unlink( $file );
		self::assertFalse( $this->clients()->is_configured() );
	}

	public function test_where_the_environment_names_the_provider_nobody_asks_the_database(): void {
		global $wpdb;
		$this->environment( [ 'ISSUER' => 'https://login.example.org', 'CLIENT_ID' => 'lernwelt', 'CLIENT_SECRET' => 'geheim' ] );
		$before = $wpdb->num_queries;
		self::assertTrue( $this->clients()->is_configured() );
		self::assertSame( $before, $wpdb->num_queries );
	}
}
