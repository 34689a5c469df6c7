<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit\Audit;

use Lernwelt\Security\Domain\Audit\ActorKind;
use Lernwelt\Security\Domain\Audit\Facts;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Nothing but codes and numbers comes into the log. */
final class FactsTest extends TestCase {

	#[DataProvider( 'values' )]
	public function test_only_codes_are_kept( string $value, bool $kept ): void {
		$facts = self::of( ActorKind::Guest, [ 'value' => $value ] );
		self::assertSame( json_encode( [ 'value' => $kept ? $value : Facts::WITHHELD ], JSON_UNESCAPED_SLASHES ), $facts->details );
	}

	/** @return iterable<string, array{string, bool}> */
	public static function values(): iterable {
		yield 'role' => [ 'lernwelt_teacher', true ];
		yield 'capability' => [ 'lernwelt_manage_import_hosts', true ];
		yield 'long capability' => [ 'lernwelt_edit_others_learning_places_of_portal', true ];
		yield 'date' => [ '2026-03-01', true ];
		yield 'route' => [ 'lernwelt/v1/audit-events', true ];
		yield 'nothing' => [ '', true ];
		yield 'name' => [ 'Erika Mustermann', false ];
		yield 'one word of a name' => [ 'Mustermann', false ];
		yield 'e-mail address' => [ 'erika@example.org', false ];
		yield 'sentence' => [ 'kennwort war geheim', false ];
		yield 'markup' => [ '<script>alert(1)</script>', false ];
		yield 'line break' => [ "a\nb", false ];
		yield 'trailing line break' => [ "a\n", false ];
		yield 'zero' => [ "a\0b", false ];
		yield 'token' => [ 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', false ];
		yield 'hex' => [ 'd41d8cd98f00b204e9800998ecf8427e', false ];
		yield 'short hex' => [ 'd41d8cd98f00b204', false ];
		yield 'uuid' => [ '5b0c2a1e-8a52-4f2b-9d3c-3f0f7a1f3a11', false ];
		yield 'broken UTF-8' => [ "\xff\xfe", false ];
		yield 'umlaut' => [ 'müller', false ];
		yield 'too long' => [ str_repeat( 'ab_', 30 ), false ];
		yield 'address' => [ '192.0.2.77 x', false ];
	}

	public function test_numbers_and_flags_stay_and_keys_are_in_order(): void {
		self::assertSame( '{"a":true,"b":12,"c":"x"}', self::of( ActorKind::User, [ 'c' => 'x', 'b' => 12, 'a' => true ] )->details );
		self::assertSame( '{}', self::of( ActorKind::User, [] )->details );
	}

	public function test_there_is_an_end_to_details(): void {
		$many = array_combine( array_map( static fn ( int $n ): string => "k$n", range( 1, 500 ) ), range( 1, 500 ) );
		self::assertCount( 20, (array) json_decode( self::of( ActorKind::User, $many )->details, true ) );
	}

	public function test_of_a_pupil_nothing_is_kept_that_says_who(): void {
		$facts = self::of( ActorKind::Pupil, [ 'role' => 'lernwelt_pupil', 'school' => 912345, 'session' => 'abc', 'status' => 'ok' ] );
		self::assertSame( [ '', '', '', '{"role":"lernwelt_pupil","status":"ok"}' ], [ $facts->actor, $facts->object, $facts->address, $facts->details ] );
	}

	#[DataProvider( 'kinds' )]
	public function test_who_and_where_from_belong_to_people_only( ActorKind $kind, string $actor, string $address ): void {
		$facts = self::of( $kind, [] );
		self::assertSame( [ $actor, $address ], [ $facts->actor, $facts->address ] );
	}

	/** @return iterable<array{ActorKind, string, string}> */
	public static function kinds(): iterable {
		yield [ ActorKind::User, 'pseudonym', '192.0.2.0' ];
		yield [ ActorKind::Guest, '', '192.0.2.0' ];
		yield [ ActorKind::Pupil, '', '' ];
		yield [ ActorKind::System, '', '' ];
		yield [ ActorKind::CommandLine, '', '' ];
	}

	/** @param array<string, string|int|bool> $details */
	private static function of( ActorKind $kind, array $details ): Facts {
		return Facts::of( 1, 'login', 'refused', '', $kind, 'pseudonym', 'session:abc', $details, '192.0.2.0' );
	}
}
