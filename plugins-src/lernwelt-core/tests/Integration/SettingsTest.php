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

	private const DEFAULTS = [ 'email' => 'kontakt@example.org', 'postcode' => '', 'accent' => null, 'count' => 3, 'days' => [] ];

	public function test_a_fresh_portal_has_the_defaults(): void {
		self::assertSame( self::DEFAULTS, self::registry()->get( 'lernwelt_demo' ) );
	}

	public function test_stores_what_is_given_and_keeps_the_rest(): void {
		$settings = self::registry();
		$settings->update( 'lernwelt_demo', [ 'postcode' => '39104', 'days' => [ 'mo' ] ] );
		$settings->update( 'lernwelt_demo', [ 'accent' => '#365069' ] );

		$expected = [ 'email' => 'kontakt@example.org', 'postcode' => '39104', 'accent' => '#365069', 'count' => 3, 'days' => [ 'mo' ] ];
		self::assertSame( $expected, $settings->get( 'lernwelt_demo' ) );
		self::assertSame( $expected, get_option( 'lernwelt_demo' ) );
	}

	public function test_a_number_from_a_form_becomes_a_number(): void {
		$settings = self::registry();
		$settings->update( 'lernwelt_demo', [ 'count' => '5' ] );
		self::assertSame( 5, $settings->get( 'lernwelt_demo' )['count'] );
	}

	public function test_portals_do_not_share_settings(): void {
		$settings = self::registry();
		$settings->update( 'lernwelt_demo', [ 'count' => 7 ] );
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
			$settings->update( 'lernwelt_demo', $values + [ 'count' => 5 ] );
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
		return [
			'email'      => [ [ 'email' => 'no address' ], [ 'email' => 'email' ] ],
			'long'       => [ [ 'email' => str_repeat( 'a', 40 ) . '@example.org' ], [ 'email' => 'too_long' ] ],
			'pattern'    => [ [ 'postcode' => '3910' ], [ 'postcode' => 'pattern' ] ],
			'line break' => [ [ 'postcode' => "39104\n" ], [ 'postcode' => 'line_break' ] ],
			'color'      => [ [ 'accent' => 'red' ], [ 'accent' => 'color' ] ],
			'range'      => [ [ 'count' => 10 ], [ 'count' => 'out_of_range' ] ],
			'type'       => [ [ 'count' => 'many' ], [ 'count' => 'type' ] ],
			'enum'       => [ [ 'days' => [ 'su' ] ], [ 'days' => 'not_allowed' ] ],
			'too many'   => [ [ 'days' => [ 'mo', 'tu', 'mo' ] ], [ 'days' => 'too_many' ] ],
			'unknown'    => [ [ 'admin' => true ], [ 'admin' => 'unknown' ] ],
			'two'        => [ [ 'email' => '', 'accent' => 'x' ], [ 'email' => 'email', 'accent' => 'color' ] ],
		];
	}

	public function test_a_check_of_its_own_has_the_last_word(): void {
		$settings = self::registry( static fn ( array $values ): array => '#ffffff' === $values['accent'] ? [ 'accent' => 'contrast' ] : [] );
		$settings->update( 'lernwelt_demo', [ 'accent' => '#000000' ] );

		$this->expectExceptionObject( new InvalidSettings( [ 'accent' => 'contrast' ] ) );
		$settings->update( 'lernwelt_demo', [ 'accent' => '#ffffff' ] );
	}

	public function test_broken_storage_and_forgotten_fields_do_no_harm(): void {
		update_option( 'lernwelt_demo', 'broken' );
		self::assertSame( self::DEFAULTS, self::registry()->get( 'lernwelt_demo' ) );

		update_option( 'lernwelt_demo', [ 'count' => 4, 'gone' => 1 ] );
		self::assertSame( array_replace( self::DEFAULTS, [ 'count' => 4 ] ), self::registry()->get( 'lernwelt_demo' ) );
	}

	public function test_the_same_values_again_are_no_failure_but_a_refused_write_is_one(): void {
		global $wpdb;
		$settings = self::registry();
		$settings->update( 'lernwelt_demo', [ 'count' => 4 ] );
		$settings->update( 'lernwelt_demo', [ 'count' => 4 ] );
		add_filter( 'query', static fn ( string $query ): string => str_starts_with( $query, "UPDATE `$wpdb->options`" ) ? 'SELECT nothing FROM nowhere' : $query );
		$silenced = $wpdb->suppress_errors();

		$this->expectException( RuntimeException::class );
		try {
			$settings->update( 'lernwelt_demo', [ 'count' => 5 ] );
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
