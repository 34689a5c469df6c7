<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Closure;
use Lernwelt\Core\InvalidSettings;
use Lernwelt\Core\SchemaCheck;
use Lernwelt\Core\Setting;
use Lernwelt\Core\SettingsRegistry;
use Lernwelt\Tests\IntegrationTestCase;
use LogicException;
use PHPUnit\Framework\Attributes\DataProvider;
use RuntimeException;

final class SettingsTest extends IntegrationTestCase {

	private const DEFAULTS = array( 'email' => 'kontakt@example.org', 'postcode' => '', 'accent' => null, 'count' => 3, 'days' => array() );

	public function test_a_fresh_portal_has_the_defaults(): void {
		self::assertSame( self::DEFAULTS, self::registry()->get( 'lernwelt_demo' ) );
	}

	public function test_stores_what_is_given_and_keeps_the_rest(): void {
		$settings = self::registry();
		$settings->update( 'lernwelt_demo', array( 'postcode' => '39104', 'days' => array( 'mo' ) ) );
		$settings->update( 'lernwelt_demo', array( 'accent' => '#365069' ) );

		$expected = array( 'email' => 'kontakt@example.org', 'postcode' => '39104', 'accent' => '#365069', 'count' => 3, 'days' => array( 'mo' ) );
		self::assertSame( $expected, $settings->get( 'lernwelt_demo' ) );
		self::assertSame( $expected, get_option( 'lernwelt_demo' ) );
	}

	public function test_a_number_from_a_form_becomes_a_number(): void {
		$settings = self::registry();
		$settings->update( 'lernwelt_demo', array( 'count' => '5' ) );
		self::assertSame( 5, $settings->get( 'lernwelt_demo' )['count'] );
	}

	public function test_portals_do_not_share_settings(): void {
		$settings = self::registry();
		$settings->update( 'lernwelt_demo', array( 'count' => 7 ) );
		$this->go_to_portal( 'lernorte' );
		self::assertSame( 3, $settings->get( 'lernwelt_demo' )['count'] );
	}

	/**
	 * @param array<string, mixed>  $values Values.
	 * @param array<string, string> $errors Expected reason codes.
	 */
	#[DataProvider( 'refused' )]
	public function test_refuses_with_a_reason_per_field( array $values, array $errors ): void {
		$settings = self::registry();
		try {
			$settings->update( 'lernwelt_demo', $values + array( 'count' => 5 ) );
			self::fail( 'no exception' );
		} catch ( InvalidSettings $refused ) {
			self::assertSame( $errors, $refused->errors );
		}
		self::assertSame( self::DEFAULTS, $settings->get( 'lernwelt_demo' ), 'nothing is stored' );
	}

	/**
	 * @return array<string, array{array<string, mixed>, array<string, string>}>
	 */
	public static function refused(): array {
		return array(
			'email'      => array( array( 'email' => 'no address' ), array( 'email' => 'email' ) ),
			'long'       => array( array( 'email' => str_repeat( 'a', 40 ) . '@example.org' ), array( 'email' => 'too_long' ) ),
			'pattern'    => array( array( 'postcode' => '3910' ), array( 'postcode' => 'pattern' ) ),
			'line break' => array( array( 'postcode' => "39104\n" ), array( 'postcode' => 'line_break' ) ),
			'color'      => array( array( 'accent' => 'red' ), array( 'accent' => 'color' ) ),
			'range'      => array( array( 'count' => 10 ), array( 'count' => 'out_of_range' ) ),
			'type'       => array( array( 'count' => 'many' ), array( 'count' => 'type' ) ),
			'enum'       => array( array( 'days' => array( 'su' ) ), array( 'days' => 'not_allowed' ) ),
			'too many'   => array( array( 'days' => array( 'mo', 'tu', 'mo' ) ), array( 'days' => 'too_many' ) ),
			'unknown'    => array( array( 'admin' => true ), array( 'admin' => 'unknown' ) ),
			'two'        => array( array( 'email' => '', 'accent' => 'x' ), array( 'email' => 'email', 'accent' => 'color' ) ),
		);
	}

	public function test_a_check_of_its_own_has_the_last_word(): void {
		$settings = self::registry( static fn ( array $values ): array => '#ffffff' === $values['accent'] ? array( 'accent' => 'contrast' ) : array() );
		$settings->update( 'lernwelt_demo', array( 'accent' => '#000000' ) );

		$this->expectExceptionObject( new InvalidSettings( array( 'accent' => 'contrast' ) ) );
		$settings->update( 'lernwelt_demo', array( 'accent' => '#ffffff' ) );
	}

	public function test_broken_storage_and_forgotten_fields_do_no_harm(): void {
		update_option( 'lernwelt_demo', 'broken' );
		self::assertSame( self::DEFAULTS, self::registry()->get( 'lernwelt_demo' ) );

		update_option( 'lernwelt_demo', array( 'count' => 4, 'gone' => 1 ) );
		self::assertSame( array_replace( self::DEFAULTS, array( 'count' => 4 ) ), self::registry()->get( 'lernwelt_demo' ) );
	}

	public function test_the_same_values_again_are_no_failure_but_a_refused_write_is_one(): void {
		global $wpdb;
		$settings = self::registry();
		$settings->update( 'lernwelt_demo', array( 'count' => 4 ) );
		$settings->update( 'lernwelt_demo', array( 'count' => 4 ) );
		add_filter( 'query', static fn ( string $query ): string => str_starts_with( $query, "UPDATE `$wpdb->options`" ) ? 'SELECT nothing FROM nowhere' : $query );
		$silenced = $wpdb->suppress_errors();

		$this->expectException( RuntimeException::class );
		try {
			$settings->update( 'lernwelt_demo', array( 'count' => 5 ) );
		} finally {
			$wpdb->suppress_errors( $silenced );
		}
	}

	public function test_unknown_groups_are_a_programming_error(): void {
		$this->expectException( LogicException::class );
		self::registry()->get( 'lernwelt_else' );
	}

	/**
	 * @param (Closure(array<string, mixed>): array<string, string>)|null $check Check of the setting.
	 */
	private static function registry( ?Closure $check = null ): SettingsRegistry {
		$settings = new SettingsRegistry( new SchemaCheck() );
		$settings->register( new Setting( 'lernwelt_demo', dirname( __DIR__ ) . '/fixtures/settings.json', self::DEFAULTS, $check ) );
		return $settings;
	}
}
