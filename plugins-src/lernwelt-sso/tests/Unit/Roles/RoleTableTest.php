<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Unit\Roles;

use Lernwelt\Sso\Domain\Roles\Entitlement;
use Lernwelt\Sso\Domain\Roles\RoleTable;
use Lernwelt\Sso\Domain\Roles\TableReader;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What becomes of claims. */
final class RoleTableTest extends TestCase {

	private const PORTALS = [ 'lernwelt-lsa', 'eure-lernwelt', 'lernorte', 'startchancen', 'kreativpotentiale' ];

	private const ROLES = [ 'lernwelt_teacher', 'lernwelt_head_teacher', 'lernwelt_pupil', 'lernwelt_school_admin', 'editor', 'administrator', 'lernwelt_event_organiser', 'lernwelt_device_manager', 'lernwelt_statistics_reader' ];

	/**
	 * @param list<string>                $values   Values in realm_access.roles.
	 * @param array<string, list<string>> $expected Portal → roles; '*' for those that aren't named.
	 */
	#[DataProvider( 'delivered' )]
	public function test_the_table_that_is_delivered( array $values, array $expected ): void {
		$result = self::delivered_table()->resolve( [ 'realm_access' => [ 'roles' => $values ] ], self::PORTALS, 'lernwelt_pupil' );
		foreach ( self::PORTALS as $portal ) {
			self::assertSame( $expected[ $portal ] ?? $expected['*'], $result->roles( $portal ), $portal );
		}
		self::assertSame( [], $result->missing );
		self::assertFalse( $result->is_pupil() );
	}

	/**
	 * @return iterable<string, array{list<string>, array<string, list<string>>}>
	 */
	public static function delivered(): iterable {
		yield 'teacher' => [ [ 'lehrkraft' ], [ '*' => [ 'lernwelt_teacher' ] ] ];
		yield 'head teacher who teaches' => [ [ 'lehrkraft', 'schulleitung' ], [ '*' => [ 'lernwelt_teacher', 'lernwelt_head_teacher' ] ] ];
		yield 'school admin' => [ [ 'schul-admin' ], [ '*' => [ 'lernwelt_school_admin' ] ] ];
		yield 'editor' => [ [ 'redaktion' ], [ '*' => [ 'editor' ] ] ];
		yield 'portal admin' => [ [ 'portal-admin' ], [ '*' => [ 'administrator' ] ] ];
		yield 'event organiser' => [ [ 'veranstaltungen' ], [ '*' => [], 'startchancen' => [ 'lernwelt_event_organiser' ] ] ];
		yield 'device manager' => [ [ 'geraete' ], [ '*' => [], 'eure-lernwelt' => [ 'lernwelt_device_manager' ] ] ];
		yield 'statistics reader' => [ [ 'auswertung' ], [ '*' => [ 'lernwelt_statistics_reader' ] ] ];
		yield 'nothing' => [ [], [ '*' => [] ] ];
		yield 'only what nobody knows' => [ [ 'offline_access', 'uma_authorization' ], [ '*' => [] ] ];
		yield 'written otherwise' => [ [ 'Lehrkraft', 'lehrkraft ', 'lehrkräft', 'lehr' ], [ '*' => [] ] ];
		yield 'twice' => [ [ 'lehrkraft', 'lehrkraft' ], [ '*' => [ 'lernwelt_teacher' ] ] ];
		yield 'a role of WordPress as value' => [ [ 'administrator', 'super_admin', 'editor' ], [ '*' => [] ] ];
	}

	public function test_a_pupil_is_one_only_without_any_adult_role(): void {
		$table = self::delivered_table();
		$pupil = self::of( $table, [ 'schueler', 'offline_access' ] );
		self::assertTrue( $pupil->is_pupil_on( 'lernorte' ) );
		self::assertFalse( $pupil->has_account() );
		self::assertSame( [], $pupil->roles( 'lernorte' ) );

		$adult = self::of( $table, [ 'schueler', 'lehrkraft' ] );
		self::assertFalse( $adult->is_pupil_on( 'lernorte' ) );
		self::assertSame( [ 'lernwelt_teacher' ], $adult->roles( 'lernorte' ) );

		$elsewhere = self::of( $table, [ 'schueler', 'geraete' ] );
		self::assertFalse( $elsewhere->is_pupil_on( 'lernorte' ), 'a role on another portal makes an adult' );
		self::assertSame( [], $elsewhere->roles( 'lernorte' ) );
	}

	public function test_pupils_can_be_kept_to_some_portals(): void {
		$table  = self::table( [ [ 'claim' => 'r', 'value' => 's', 'role' => 'lernwelt_pupil', 'portals' => [ 'eure-lernwelt' ] ] ] );
		$result = $table->resolve( [ 'r' => [ 's' ] ], self::PORTALS, 'lernwelt_pupil' );
		self::assertSame( [ true, false, true ], [ $result->is_pupil(), $result->is_pupil_on( 'lernorte' ), $result->is_pupil_on( 'eure-lernwelt' ) ] );
	}

	/**
	 * @param array<string, mixed> $claims Claims without the roles.
	 */
	#[DataProvider( 'broken' )]
	public function test_an_absent_claim_says_nothing( array $claims ): void {
		$result = self::delivered_table()->resolve( $claims, self::PORTALS, 'lernwelt_pupil' );
		self::assertSame( [ 'realm_access.roles' ], $result->missing );
		self::assertFalse( $result->has_account() );
		self::assertFalse( $result->is_pupil() );
		self::assertContains( 'lernwelt_teacher', $result->unknown( 'lernorte' ) );
		self::assertNotContains( 'lernwelt_pupil', $result->unknown( 'lernorte' ), 'nobody has that one stored' );
		self::assertNotContains( 'lernwelt_device_manager', $result->unknown( 'lernorte' ) );
	}

	/**
	 * @return iterable<string, array{array<string, mixed>}>
	 */
	public static function broken(): iterable {
		yield 'no claim' => [ [] ];
		yield 'empty parent' => [ [ 'realm_access' => [] ] ];
		yield 'null' => [ [ 'realm_access' => [ 'roles' => null ] ] ];
		yield 'number' => [ [ 'realm_access' => [ 'roles' => 1 ] ] ];
		yield 'object' => [ [ 'realm_access' => [ 'roles' => [ 'lehrkraft' => true ] ] ] ];
		yield 'list with something else' => [ [ 'realm_access' => [ 'roles' => [ 'lehrkraft', [ 'schulleitung' ] ] ] ] ];
		yield 'dot instead of nesting' => [ [ 'realm_access.roles' => [ 'lehrkraft' ] ] ];
		yield 'text instead of parent' => [ [ 'realm_access' => 'roles' ] ];
	}

	public function test_a_claim_that_is_there_and_empty_revokes(): void {
		$result = self::of( self::delivered_table(), [] );
		self::assertSame( [ [], [] ], [ $result->missing, $result->unknown( 'lernorte' ) ] );
	}

	public function test_one_absent_claim_does_not_touch_what_others_say(): void {
		$table  = self::table(
			[
				[ 'claim' => 'realm_access.roles', 'value' => 'lehrkraft', 'role' => 'lernwelt_teacher', 'portals' => [ '*' ] ],
				[ 'claim' => 'resource_access.lernwelt.roles', 'value' => 'geraete', 'role' => 'lernwelt_device_manager', 'portals' => [ 'eure-lernwelt' ] ],
				[ 'claim' => 'resource_access.lernwelt.roles', 'value' => 'lehrkraft', 'role' => 'lernwelt_teacher', 'portals' => [ '*' ] ],
			]
		);
		$result = self::of( $table, [ 'lehrkraft' ] );
		self::assertSame( [ 'lernwelt_teacher' ], $result->roles( 'eure-lernwelt' ) );
		self::assertSame( [ 'lernwelt_device_manager' ], $result->unknown( 'eure-lernwelt' ) );
		self::assertSame( [], $result->unknown( 'lernorte' ) );
		self::assertSame( [ 'resource_access.lernwelt.roles' ], $result->missing );
	}

	public function test_claims_are_found_at_any_depth_and_with_dots_in_their_names(): void {
		$row    = [ 'value' => 'geraete', 'role' => 'lernwelt_device_manager', 'portals' => [ '*' ] ];
		$claims = [
			'resource_access'            => [ 'lernwelt.lsa' => [ 'roles' => [ 'geraete' ] ] ],
			'https://example.org/rollen' => 'geraete',
			'a\\b'                       => [ 'geraete' ],
		];
		foreach ( [ 'resource_access.lernwelt\\.lsa.roles', 'https://example\\.org/rollen', 'a\\\\b' ] as $path ) {
			$result = self::table( [ [ 'claim' => $path, ...$row ] ] )->resolve( $claims, self::PORTALS, 'lernwelt_pupil' );
			self::assertSame( [ 'lernwelt_device_manager' ], $result->roles( 'lernorte' ), $path );
		}
	}

	public function test_an_empty_table_gives_nothing(): void {
		$result = ( new RoleTable( [] ) )->resolve( [ 'realm_access' => [ 'roles' => [ 'lehrkraft' ] ] ], self::PORTALS, 'lernwelt_pupil' );
		self::assertFalse( $result->has_account() );
	}

	/**
	 * @param list<string> $values Roles of the realm.
	 */
	private static function of( RoleTable $table, array $values ): Entitlement {
		return $table->resolve( [ 'realm_access' => [ 'roles' => $values ] ], self::PORTALS, 'lernwelt_pupil' );
	}

	/**
	 * @param list<array<string, mixed>> $rows Rows.
	 */
	private static function table( array $rows ): RoleTable {
		return ( new TableReader( self::ROLES, self::PORTALS ) )->read( $rows );
	}

	private static function delivered_table(): RoleTable {
		$file = json_decode( (string) file_get_contents( dirname( __DIR__, 3 ) . '/roles.json' ), true );
		self::assertIsArray( $file );
		return self::table( $file['rows'] );
	}
}
