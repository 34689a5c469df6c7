<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit\Password;

use Lernwelt\Security\Domain\Password\PasswordPolicy;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What is a good password, with the list that is shipped. */
final class PasswordPolicyTest extends TestCase {

	private const PERSON = [ 'padler', 'petra.adler@example.org', 'Petra Adler-Münch' ];

	/** @param list<string> $reasons */
	#[DataProvider( 'passwords' )]
	public function test_each_reason( string $password, array $reasons ): void {
		self::assertSame( $reasons, self::policy()->problems( $password, self::PERSON ) );
	}

	/** @return array<string, array{string, list<string>}> */
	public static function passwords(): array {
		$good = [ 'Kranich-Treppe-19-Wolle', 'zwölf grüne Gießkannen', 'x7%kQ2!vLm9&', 'ein rotes Sofa im Regen', 'Tisch.Nebel.Uhr', 'Dreizehn Möwen 7', '日本語のパスワードです長い' ];
		return array_merge(
			array_combine( $good, array_map( static fn ( string $password ): array => [ $password, [] ], $good ) ),
			[
				'eleven characters'        => [ 'Nebeltisch4', [ 'too_short' ] ],
				'the demo password'        => [ 'lernwelt', [ 'too_short', 'common', 'name' ] ],
				'common with a year'       => [ 'Passwort2026!', [ 'common' ] ],
				'common in costume'        => [ 'P@$$w0rt12345', [ 'common' ] ],
				'common with stars around' => [ '***Schatz***1999', [ 'common' ] ],
				'common twice'             => [ 'sommersommer26', [ 'common' ] ],
				'two common words'         => [ 'HalloSchatz!!99', [ 'common' ] ],
				'keyboard'                 => [ 'qwertzuiop123', [ 'common' ] ],
				'a sentence of everybody'  => [ 'IchLiebeDich!!1', [ 'common' ] ],
				'the same again and again' => [ 'abababababab', [ 'simple', 'common' ] ],
				'a sequence'               => [ 'abcdefghijkl1', [ 'simple' ] ],
				'digits only'              => [ '198705121964', [ 'simple' ] ],
				'a date'                   => [ '12.05.1987 / 3', [ 'simple' ] ],
				'the name'                 => [ 'Wolke-Petra-Zaun', [ 'name' ] ],
				'the name in costume'      => [ 'Wolke-P3tra-Zaun', [ 'name' ] ],
				'an umlaut written out'    => [ 'Wolke-Muench-Zaun', [ 'name' ] ],
				'the login'                => [ 'zaun7padler7wolke', [ 'name' ] ],
				'a portal'                 => [ 'Zaun Lernorte Wolke', [ 'name' ] ],
			]
		);
	}

	public function test_short_parts_of_a_name_dont_count(): void {
		self::assertSame( [], self::policy()->problems( 'Wolke-Bo-Treppe-Zaun', [ 'Bo Li' ] ) );
	}

	public function test_the_list_is_sorted_folded_and_free_of_doubles(): void {
		$list   = self::common();
		$sorted = $list;
		sort( $sorted );
		self::assertSame( $sorted, $list );
		self::assertCount( count( $list ), array_unique( $list ) );
		self::assertSame( [], preg_grep( '/^[a-z]+$/D', $list, PREG_GREP_INVERT ) );
		self::assertGreaterThan( 3000, count( $list ) );
	}

	private static function policy(): PasswordPolicy {
		return new PasswordPolicy( static fn (): array => array_flip( self::common() ) );
	}

	/** @return list<string> */
	private static function common(): array {
		$list = file( dirname( __DIR__, 3 ) . '/data/common-passwords.txt', FILE_IGNORE_NEW_LINES );
		return false === $list ? [] : $list;
	}
}
