<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Unit\Accounts;

use Lernwelt\Sso\Domain\Accounts\Arrival;
use Lernwelt\Sso\Domain\Accounts\Identity;
use Lernwelt\Sso\Domain\Accounts\KnownAccount;
use Lernwelt\Sso\Domain\Accounts\LinkPolicy;
use Lernwelt\Sso\Domain\Accounts\Person;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** Whose account becomes whose, and what is read about a person. */
final class LinkPolicyTest extends TestCase {

	private const EMAIL = [ 'email' => 'a@example.org', 'email_verified' => true ];

	public function test_somebody_new_gets_an_account(): void {
		self::assertSame( Arrival::Create, self::decide( self::EMAIL, null ) );
	}

	/**
	 * @param array<string, mixed> $claims Claims.
	 */
	#[DataProvider( 'without_verified_address' )]
	public function test_without_a_verified_address_the_account_gets_none_and_no_other_one( array $claims ): void {
		self::assertSame( Arrival::CreateWithoutAddress, self::decide( $claims, null ) );
		self::assertSame( Arrival::Conflict, self::decide( $claims, new KnownAccount( 1, false, false, false, [ 'read' ] ) ) );
	}

	/**
	 * @return iterable<string, array{array<string, mixed>}>
	 */
	public static function without_verified_address(): iterable {
		yield 'not said' => [ [ 'email' => 'a@example.org' ] ];
		yield 'no' => [ [ 'email' => 'a@example.org', 'email_verified' => false ] ];
		yield 'the text true' => [ [ 'email' => 'a@example.org', 'email_verified' => 'true' ] ];
		yield 'the number 1' => [ [ 'email' => 'a@example.org', 'email_verified' => 1 ] ];
		yield 'no address' => [ [] ];
	}

	public function test_an_account_without_rights_becomes_the_person_s(): void {
		self::assertSame( Arrival::Link, self::decide( self::EMAIL, new KnownAccount( 1, false, false, false, [ 'read', 'edit_posts', 'lernwelt_partner' ] ) ) );
	}

	/**
	 * @param list<string> $capabilities Rights.
	 */
	#[TestWith( [ true, false, false, [] ] )]
	#[TestWith( [ false, true, false, [] ] )]
	#[TestWith( [ false, false, true, [] ] )]
	#[TestWith( [ false, false, false, [ 'read', 'manage_options' ] ] )]
	#[TestWith( [ false, false, false, [ 'promote_users' ] ] )]
	#[TestWith( [ false, false, false, [ 'edit_users' ] ] )]
	#[TestWith( [ false, false, false, [ 'list_users' ] ] )]
	#[TestWith( [ false, false, false, [ 'edit_others_posts' ] ] )]
	#[TestWith( [ false, false, false, [ 'edit_theme_options' ] ] )]
	#[TestWith( [ false, false, false, [ 'export' ] ] )]
	#[TestWith( [ false, false, false, [ 'editor' ] ] )]
	#[TestWith( [ false, false, false, [ 'administrator' ] ] )]
	public function test_an_account_with_rights_or_an_owner_never_does( bool $identity, bool $super, bool $factor, array $capabilities ): void {
		self::assertSame( Arrival::Conflict, self::decide( self::EMAIL, new KnownAccount( 1, $identity, $super, $factor, $capabilities ) ) );
	}

	public function test_reads_a_person_and_cuts_what_no_account_holds(): void {
		$person = Person::of( [ 'given_name' => " Anja\n", 'family_name' => '<b>Lehmann', 'schulnummer' => 471188, 'schulname' => str_repeat( 'ä', 300 ), 'email' => str_repeat( 'a', 90 ) . '@example.org', 'email_verified' => true ] );
		self::assertSame( [ 'Anja b Lehmann', 'Anja', '', '471188', 150 ], [ $person->name, $person->given_name, $person->verified_email(), $person->school_number, mb_strlen( $person->school_name ) ] );
		foreach ( [ [ 'x' ], null, "\xFF", 1.5 ] as $odd ) {
			self::assertSame( '', Person::of( [ 'name' => $odd, 'email' => $odd ] )->name );
		}
	}

	public function test_an_address_that_wordpress_would_store_as_another_one_is_none(): void {
		$read = static fn ( string $address ): string => Person::of( [ 'email' => $address, 'email_verified' => true ] )->verified_email();
		foreach ( [ 'a@example.org', "o'neill+x_y.z@mail.example.org", 'A.B@Example.ORG' ] as $good ) {
			self::assertSame( $good, $read( $good ) );
		}
		// sanitize_email() would make another address of each, mostly anna@example.org: somebody else's.
		foreach ( [ '"anna"@example.org', '"an<>na"@example.org', '"an\\"na"@example.org', '"anna "@example.org', 'anna@[127.0.0.1]', 'änna@example.org', 'anna@exämple.org' ] as $bad ) {
			self::assertSame( '', $read( $bad ), $bad );
		}
	}

	public function test_an_identity_is_issuer_and_subject_together(): void {
		$hashes = array_map( static fn ( array $pair ): string => ( new Identity( ...$pair ) )->hash(), [ [ 'https://a', 'b' ], [ 'https://ab', '' ], [ 'https://', 'ab' ], [ 'https://a', 'B' ] ] );
		self::assertCount( 4, array_unique( $hashes ) );
	}

	/**
	 * @param array<string, mixed> $claims Claims.
	 */
	private static function decide( array $claims, ?KnownAccount $existing ): Arrival {
		return ( new LinkPolicy() )->decide( Person::of( $claims ), $existing );
	}
}
