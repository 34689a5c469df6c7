<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Unit\Roles;

use Lernwelt\Sso\Domain\Roles\InvalidTable;
use Lernwelt\Sso\Domain\Roles\TableReader;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Which tables are taken. */
final class TableReaderTest extends TestCase {

	private const GOOD = [ 'claim' => 'realm_access.roles', 'value' => 'lehrkraft', 'role' => 'editor', 'portals' => [ 'lernorte' ] ];

	/**
	 * @param array<string, mixed>  $row     What differs from a good row.
	 * @param array<string, string> $reasons Expected.
	 */
	#[DataProvider( 'refused' )]
	public function test_refuses_with_a_reason_at_each_entry( array $row, array $reasons ): void {
		try {
			self::reader()->read( [ self::GOOD, [ ...self::GOOD, 'value' => 'x', ...$row ] ] );
			self::fail( 'The table was taken.' );
		} catch ( InvalidTable $refused ) {
			self::assertSame( $reasons, $refused->reasons );
		}
	}

	/**
	 * @return iterable<string, array{array<string, mixed>, array<string, string>}>
	 */
	public static function refused(): iterable {
		yield 'no claim' => [ [ 'claim' => '' ], [ 'rows.1.claim' => 'required' ] ];
		yield 'claim with an empty name' => [ [ 'claim' => 'a..b' ], [ 'rows.1.claim' => 'pattern' ] ];
		yield 'claim ends with a dot' => [ [ 'claim' => 'a.' ], [ 'rows.1.claim' => 'pattern' ] ];
		yield 'claim with a lonely backslash' => [ [ 'claim' => 'a\\b' ], [ 'rows.1.claim' => 'pattern' ] ];
		yield 'claim with a line break' => [ [ 'claim' => "a\n" ], [ 'rows.1.claim' => 'pattern' ] ];
		yield 'claim in broken UTF-8' => [ [ 'claim' => "a\xFF" ], [ 'rows.1.claim' => 'pattern' ] ];
		yield 'long claim' => [ [ 'claim' => str_repeat( 'a', 201 ) ], [ 'rows.1.claim' => 'too_long' ] ];
		yield 'claim is a list' => [ [ 'claim' => [] ], [ 'rows.1.claim' => 'type' ] ];
		yield 'no value' => [ [ 'value' => '' ], [ 'rows.1.value' => 'required' ] ];
		yield 'white space around the value' => [ [ 'value' => ' x' ], [ 'rows.1.value' => 'pattern' ] ];
		yield 'long value' => [ [ 'value' => str_repeat( 'ä', 101 ) ], [ 'rows.1.value' => 'too_long' ] ];
		yield 'role that may not be granted' => [ [ 'role' => 'super_admin' ], [ 'rows.1.role' => 'role_unknown' ] ];
		yield 'role is null' => [ [ 'role' => null ], [ 'rows.1.role' => 'role_unknown' ] ];
		yield 'no portal' => [ [ 'portals' => [] ], [ 'rows.1.portals' => 'required' ] ];
		yield 'portals are a text' => [ [ 'portals' => '*' ], [ 'rows.1.portals' => 'type' ] ];
		yield 'portal that is not there' => [ [ 'portals' => [ 'lernorte', 'mars' ] ], [ 'rows.1.portals' => 'portal_unknown' ] ];
		yield 'the same again' => [ [ 'value' => 'lehrkraft' ], [ 'rows.1.value' => 'duplicate' ] ];
		yield 'several at once' => [ [ 'claim' => '', 'role' => 'x' ], [ 'rows.1.claim' => 'required', 'rows.1.role' => 'role_unknown' ] ];
	}

	public function test_refuses_what_is_no_row_and_too_many(): void {
		$rows = array_map( static fn ( int $number ): array => [ ...self::GOOD, 'value' => "v$number" ], range( 1, 201 ) );
		foreach ( [ 'rows.0' => [ 'x' ], 'rows' => $rows ] as $path => $sent ) {
			try {
				self::reader()->read( $sent );
				self::fail( 'The table was taken.' );
			} catch ( InvalidTable $refused ) {
				self::assertSame( [ $path ], array_keys( $refused->reasons ) );
			}
		}
	}

	public function test_all_portals_stand_alone_and_none_twice(): void {
		$rows = self::reader()->read( [ [ ...self::GOOD, 'portals' => [ 'lernorte', '*' ] ], [ ...self::GOOD, 'value' => 'x', 'portals' => [ 'lernorte', 'lernorte' ] ] ] )->to_array();
		self::assertSame( [ [ '*' ], [ 'lernorte' ] ], array_column( $rows, 'portals' ) );
	}

	private static function reader(): TableReader {
		return new TableReader( [ 'editor', 'lernwelt_pupil' ], [ 'lernorte', 'startchancen' ] );
	}
}
