<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Unit;

use Lernwelt\Booking\Application\ParticipantInput;
use Lernwelt\Booking\Domain\InvalidInput;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Names that organisers type. */
final class ParticipantInputTest extends TestCase {

	/**
	 * @param string $typed What was typed.
	 * @param string $kept  The name; '' for refused.
	 */
	#[DataProvider( 'names' )]
	public function test_names_are_what_people_see( string $typed, string $kept ): void {
		try {
			self::assertSame( $kept, ParticipantInput::registration( [ 'name' => $typed ] )['name'] );
		} catch ( InvalidInput $refused ) {
			self::assertSame( [ '', [ 'name' => 'required' ] ], [ $kept, $refused->errors ] );
		}
	}

	/** @return iterable<string, array{string, string}> */
	public static function names(): iterable {
		yield 'as it is' => [ ' Ștefan  Łukasz-Yıldız ', 'Ștefan Łukasz-Yıldız' ];
		yield 'nothing but blanks' => [ "\u{00A0}\u{2003}", '' ];
		yield 'nothing to be seen' => [ "\u{200B}\u{2060}", '' ];
		yield 'signs that turn the line around' => [ "\u{202E}amirA\u{2066} Weiß", 'amirA Weiß' ];
	}
}
