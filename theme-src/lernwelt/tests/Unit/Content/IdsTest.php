<?php
/**
 * Numbers of posts.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Tests\Unit\Content;

use Lernwelt\Theme\Content\Card;
use Lernwelt\Theme\Content\Ids;
use PHPUnit\Framework\TestCase;

/** Attributes that hold numbers. */
final class IdsTest extends TestCase {

	public function test_keeps_positive_numbers_in_their_order(): void {
		self::assertSame( [ 7, 3, 9 ], Ids::of( [ 7, '3', 0, -1, 'x', null, 9 ] ) );
	}

	public function test_takes_anything(): void {
		self::assertSame( [], Ids::of( 'x' ) );
		self::assertSame( [], Ids::of( null ) );
	}

	public function test_a_card_says_kind_and_date_where_it_has_them(): void {
		$card = static fn( string $date, string $kind ): string => ( new Card( 'A', '/', '', '', $date, $kind, [], 0, 'a' ) )->meta();
		self::assertSame( 'Beitrag · 21. November 2026', $card( '21. November 2026', 'Beitrag' ) );
		self::assertSame( 'Seite', $card( '', 'Seite' ) );
		self::assertSame( '', $card( '', '' ) );
	}
}
