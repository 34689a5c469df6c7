<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Unit\Domain;

use InvalidArgumentException;
use Lernwelt\Operations\Domain\Title;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class TitleTest extends TestCase {
	public function test_drops_blanks_around_the_text(): void {
		self::assertSame( 'Sommerfest', ( new Title( "  Sommerfest\n" ) )->text );
	}

	public function test_counts_characters_not_bytes(): void {
		self::assertSame( Title::MAX_LENGTH, mb_strlen( ( new Title( str_repeat( 'ü', Title::MAX_LENGTH ) ) )->text ) );
	}

	#[DataProvider( 'wrong' )]
	public function test_refuses( string $text ): void {
		$this->expectException( InvalidArgumentException::class );
		new Title( $text );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function wrong(): array {
		return [
			'nothing'     => [ '' ],
			'blanks'      => [ ' ' ],
			'two lines'   => [ "a\nb" ],
			'a long text' => [ str_repeat( 'a', Title::MAX_LENGTH + 1 ) ],
		];
	}
}
