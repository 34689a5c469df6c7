<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit\Throttle;

use InvalidArgumentException;
use Lernwelt\Security\Domain\SecondFactor\AdministrativeRights;
use Lernwelt\Security\Domain\Throttle\AccountClass;
use Lernwelt\Security\Domain\Throttle\Limits;
use Lernwelt\Security\Domain\Throttle\Refusal;
use Lernwelt\Security\Domain\Throttle\Slowdown;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** How many wrong tries whom, and how slow it gets. */
final class PoliciesTest extends TestCase {

	public function test_the_strictest_example_of_the_agreement_is_the_default(): void {
		$limits = new Limits();

		self::assertSame( [ 2, 3, 5 ], array_map( $limits->of( ... ), AccountClass::cases() ) );
	}

	public function test_nobody_can_be_left_without_a_try(): void {
		$this->expectException( InvalidArgumentException::class );
		new Limits( users: 0 );
	}

	/** @param list<string> $roles */
	#[DataProvider( 'accounts' )]
	public function test_the_class_follows_from_rights_and_roles( AccountClass $expected, bool $administrative, array $roles ): void {
		self::assertSame( $expected, AccountClass::of( $administrative, $roles ) );
	}

	/** @return array<string, array{AccountClass, bool, list<string>}> */
	public static function accounts(): array {
		return [
			'administrator who also writes' => [ AccountClass::Administrators, true, [ 'editor' ] ],
			'editor'                        => [ AccountClass::BackOffice, false, [ 'subscriber', 'editor' ] ],
			'event organiser'               => [ AccountClass::BackOffice, false, [ 'lernwelt_event_organiser' ] ],
			'device manager'                => [ AccountClass::BackOffice, false, [ 'lernwelt_device_manager' ] ],
			'school administrator'          => [ AccountClass::BackOffice, false, [ 'lernwelt_school_admin' ] ],
			'statistics reader'             => [ AccountClass::BackOffice, false, [ 'lernwelt_statistics_reader' ] ],
			'partner'                       => [ AccountClass::BackOffice, false, [ 'lernwelt_partner' ] ],
			'teacher'                       => [ AccountClass::Users, false, [ 'lernwelt_teacher' ] ],
			'nobody'                        => [ AccountClass::Users, false, [] ],
		];
	}

	public function test_it_gets_slower_up_to_fifteen_minutes_and_never_slower(): void {
		self::assertSame( [ 0, 0, 10, 20, 40, 80, 160, 320, 640, 900, 900 ], array_map( Slowdown::delay( ... ), [ 0, ...range( 9, 18 ) ] ) );
		self::assertSame( 900, Slowdown::delay( 1_000_000 ) );
	}

	public function test_only_what_says_nothing_about_an_account_is_told(): void {
		self::assertFalse( ( new Refusal( Refusal::NETWORK ) )->may_be_told() );
		self::assertTrue( ( new Refusal( Refusal::ACCOUNT, 10 ) )->may_be_told() );
		self::assertTrue( ( new Refusal( Refusal::SPRAYING, 10 ) )->may_be_told() );
	}

	public function test_content_is_no_administrative_right_but_settings_and_accounts_are(): void {
		$any = static fn ( string ...$held ): bool => AdministrativeRights::any( static fn ( string $right ): bool => in_array( $right, $held, true ) );
		self::assertFalse( $any( 'read', 'edit_posts', 'edit_others_pages', 'upload_files', 'lernwelt_edit_portal' ) );
		self::assertTrue( $any( 'read', 'list_users' ) );
		self::assertTrue( $any( 'manage_options' ) );
		self::assertTrue( $any( 'lernwelt_manage_roles' ) );
	}
}
