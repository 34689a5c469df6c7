<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit\Roles;

use Lernwelt\Security\Domain\Roles\Change;
use Lernwelt\Security\Domain\Roles\Changer;
use Lernwelt\Security\Domain\Roles\Explanation;
use Lernwelt\Security\Domain\Roles\Giver;
use Lernwelt\Security\Domain\Roles\Grant;
use Lernwelt\Security\Domain\Roles\Matrix;
use Lernwelt\Security\Domain\Roles\Overrides;
use Lernwelt\Security\Domain\Roles\PortalRole;
use Lernwelt\Security\Domain\Roles\Right;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class MatrixTest extends TestCase {

	private const ROLES = [ 'administrator', 'editor', 'lernwelt_teacher', 'lernwelt_pupil' ];

	#[TestWith( [ true, null, null, true ] )]
	#[TestWith( [ false, null, null, false ] )]
	#[TestWith( [ false, true, null, true ] )]
	#[TestWith( [ true, false, null, false ] )]
	#[TestWith( [ false, null, true, true ] )]
	#[TestWith( [ true, true, false, false ] )]
	#[TestWith( [ false, false, true, true ] )]
	public function test_the_portal_decides_before_the_network_and_both_before_the_default( bool $default, ?bool $network, ?bool $portal, bool $expected ): void {
		$right  = new Right( 'lernwelt_lend', 'Lend', 'Devices', $default ? [ 'editor' ] : [] );
		$matrix = self::matrix( [ $right ], self::decided( $network ), self::decided( $portal ) );
		self::assertSame( $expected, $matrix->cell( 'editor', $right )->granted );
		self::assertSame( $network ?? $default, $matrix->cell( 'editor', $right )->inherited() );
	}

	/** @return iterable<string, array{string, Right, bool}> */
	public static function fixed(): iterable {
		$mighty = new Right( 'lernwelt_manage_roles', '', '', [ 'administrator' ], true );
		yield 'administrators keep the matrix' => [ 'administrator', $mighty, true ];
		yield 'nobody else gets it' => [ 'editor', $mighty, false ];
		yield 'administrators keep articles' => [ 'administrator', new Right( 'edit_posts', '', '', [] ), true ];
		yield 'pupils get nothing that isn\'t made for them' => [ 'lernwelt_pupil', new Right( 'edit_posts', '', '', [ 'editor' ] ), false ];
	}

	#[DataProvider( 'fixed' )]
	public function test_no_decision_changes_what_is_fixed( string $role, Right $right, bool $granted ): void {
		$against = new Overrides( [ $role => [ $right->name => ! $granted ] ] );
		$cell    = self::matrix( [ $right ], $against, $against )->cell( $role, $right );
		self::assertNotNull( $cell->fixed );
		self::assertSame( $granted, $cell->granted );
		self::assertSame( $granted, $cell->inherited() );
	}

	public function test_pupils_can_lose_and_regain_what_is_made_for_them(): void {
		$right = new Right( 'lernwelt_open_task', '', '', [ 'lernwelt_pupil' ] );
		self::assertTrue( self::matrix( [ $right ] )->cell( 'lernwelt_pupil', $right )->granted );
		self::assertFalse( self::matrix( [ $right ], new Overrides( [ 'lernwelt_pupil' => [ 'lernwelt_open_task' => false ] ] ) )->cell( 'lernwelt_pupil', $right )->granted );
	}

	#[TestWith( [ false, 5, 'editor', 'lernwelt_lend', true, '' ] )]
	#[TestWith( [ false, 5, 'editor', 'lernwelt_count', true, 'not_yours' ] )]
	#[TestWith( [ false, 5, 'editor', 'lernwelt_count', false, '' ] )]
	#[TestWith( [ false, 5, 'editor', 'lernwelt_count', null, '' ] )]
	#[TestWith( [ false, 5, 'administrator', 'lernwelt_lend', false, 'own_role' ] )]
	#[TestWith( [ false, 5, 'administrator', 'lernwelt_lend', null, 'own_role' ] )]
	#[TestWith( [ false, 0, 'editor', 'lernwelt_lend', true, 'network_only' ] )]
	#[TestWith( [ true, 0, 'editor', 'lernwelt_count', true, '' ] )]
	#[TestWith( [ true, 5, 'administrator', 'lernwelt_lend', false, '' ] )]
	#[TestWith( [ true, 0, 'administrator', 'lernwelt_manage_roles', false, 'administrators_keep' ] )]
	#[TestWith( [ true, 0, 'editor', 'lernwelt_manage_roles', true, 'administrators_only' ] )]
	#[TestWith( [ true, 0, 'editor', 'lernwelt_manage_roles', null, '' ] )]
	#[TestWith( [ true, 0, 'lernwelt_pupil', 'lernwelt_lend', true, 'not_for_pupils' ] )]
	#[TestWith( [ true, 0, 'editor', 'manage_network', true, 'unknown' ] )]
	#[TestWith( [ true, 0, 'super_admin', 'lernwelt_lend', true, 'unknown' ] )]
	public function test_who_may_change_what( bool $network, int $portal, string $role, string $capability, ?bool $granted, string $expected ): void {
		$rights  = [ new Right( 'lernwelt_lend', '', '', [] ), new Right( 'lernwelt_count', '', '', [] ), new Right( 'lernwelt_manage_roles', '', '', [ 'administrator' ], true ) ];
		$changer = new Changer( 1, $network, static fn ( string $name ): bool => 'lernwelt_lend' === $name );
		self::assertSame( $expected, $changer->refusal( self::matrix( $rights, portal: $portal ), new Change( $role, $capability, $granted ) ) );
	}

	public function test_what_was_stored_is_read_without_trust(): void {
		$read = Overrides::of( [ 'editor' => [ 'a' => true, 'b' => 'yes', 'c' => 1 ], 'author' => 'all', 7 => [ 'd' => false ] ] );
		self::assertSame( [ 'editor' => [ 'a' => true ], 7 => [ 'd' => false ] ], $read->cells() );
		self::assertSame( [], Overrides::of( 'broken' )->cells() );
	}

	public function test_decisions_of_a_portal_lie_over_those_of_the_network(): void {
		$both = ( new Overrides( [ 'editor' => [ 'a' => false ] ] ) )->over( new Overrides( [ 'editor' => [ 'a' => true, 'b' => true ], 'author' => [ 'c' => false ] ] ) );
		self::assertEquals( [ 'editor' => [ 'a' => false, 'b' => true ], 'author' => [ 'c' => false ] ], $both->cells() );
	}

	public function test_one_role_with_the_right_is_enough(): void {
		$right  = new Right( 'lernwelt_lend', '', '', [ 'editor' ] );
		$matrix = self::matrix( [ $right ] );
		$yes    = new Grant( 'editor', 'sso', $matrix->cell( 'editor', $right ) );
		$no     = new Grant( 'lernwelt_teacher', 'sso', $matrix->cell( 'lernwelt_teacher', $right ) );
		self::assertTrue( ( new Explanation( $right, false, [ $no, $yes ] ) )->allowed );
		self::assertFalse( ( new Explanation( $right, false, [ $no ] ) )->allowed );
		self::assertTrue( ( new Explanation( $right, true, [] ) )->allowed );
		self::assertFalse( ( new Explanation( $right, false, [ $yes ], false ) )->allowed );
		self::assertTrue( ( new Explanation( $right, false, [], true ) )->allowed );
	}

	public function test_the_role_of_pupils_is_nobody_s_to_give(): void {
		self::assertSame( Giver::Nobody, PortalRole::giver( 'lernwelt_pupil' ) );
		self::assertSame( Giver::Network, PortalRole::giver( 'administrator' ) );
		self::assertSame( Giver::Network, PortalRole::giver( 'lernwelt_teacher' ) );
		self::assertSame( Giver::Portal, PortalRole::giver( 'lernwelt_partner' ) );
		self::assertSame( Giver::Portal, PortalRole::giver( 'editor' ) );
	}

	/** @param list<Right> $rights */
	private static function matrix( array $rights, Overrides $network = new Overrides(), Overrides $own = new Overrides(), int $portal = 5 ): Matrix {
		return new Matrix( $portal, 1, self::ROLES, $rights, $network, $own );
	}

	private static function decided( ?bool $granted ): Overrides {
		return null === $granted ? new Overrides() : new Overrides( [ 'editor' => [ 'lernwelt_lend' => $granted ] ] );
	}
}
