<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit\Import;

use Lernwelt\Places\Domain\Import\HostPolicy;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class HostPolicyTest extends TestCase {

	#[TestWith( [ 'daten.example.org', true ] )]
	#[TestWith( [ 'DATEN.example.org', true ] )]
	#[TestWith( [ 'a.b.example.com', true ] )]
	#[TestWith( [ 'example.com', false ] )]
	#[TestWith( [ 'evil-example.com', false ] )]
	#[TestWith( [ 'daten.example.org.evil.net', false ] )]
	#[TestWith( [ 'daten.example.org.', false ] )]
	#[TestWith( [ 'example.org', false ] )]
	#[TestWith( [ '93.184.216.34', false ] )]
	#[TestWith( [ '127.0.0.1', false ] )]
	#[TestWith( [ 'localhost', false ] )]
	#[TestWith( [ '2130706433', false ] )]
	#[TestWith( [ '0x7f.1', false ] )]
	#[TestWith( [ '[::1]', false ] )]
	#[TestWith( [ '', false ] )]
	public function test_only_names_on_the_list( string $host, bool $allowed ): void {
		self::assertSame( $allowed, ( new HostPolicy( [ 'daten.example.org', '*.example.com', '93.184.216.34', '127.0.0.1', 'localhost' ] ) )->allows( $host ) );
	}

	#[TestWith( [ '93.184.216.34', true ] )]
	#[TestWith( [ '8.8.8.8', true ] )]
	#[TestWith( [ '172.15.255.255', true ] )]
	#[TestWith( [ '172.32.0.1', true ] )]
	#[TestWith( [ '100.128.0.1', true ] )]
	#[TestWith( [ '2a00:1450:4001:812::200e', true ] )]
	#[TestWith( [ '127.0.0.1', false ] )]
	#[TestWith( [ '127.255.255.254', false ] )]
	#[TestWith( [ '10.1.2.3', false ] )]
	#[TestWith( [ '172.16.0.1', false ] )]
	#[TestWith( [ '172.31.255.255', false ] )]
	#[TestWith( [ '192.168.178.1', false ] )]
	#[TestWith( [ '169.254.169.254', false ] )]
	#[TestWith( [ '100.64.0.1', false ] )]
	#[TestWith( [ '0.0.0.0', false ] )]
	#[TestWith( [ '224.0.0.1', false ] )]
	#[TestWith( [ '255.255.255.255', false ] )]
	#[TestWith( [ '198.19.0.1', false ] )]
	#[TestWith( [ '::1', false ] )]
	#[TestWith( [ '::', false ] )]
	#[TestWith( [ 'fe80::1', false ] )]
	#[TestWith( [ 'fd00::1', false ] )]
	#[TestWith( [ 'ff02::1', false ] )]
	#[TestWith( [ '::ffff:127.0.0.1', false ] )]
	#[TestWith( [ '::ffff:8.8.8.8', false ] )]
	#[TestWith( [ '64:ff9b::7f00:1', false ] )]
	#[TestWith( [ '2002:7f00:1::', false ] )]
	#[TestWith( [ '2001::1', false ] )]
	#[TestWith( [ '2001:db8::1', false ] )]
	#[TestWith( [ 'nonsense', false ] )]
	#[TestWith( [ '0177.0.0.1', false ] )]
	public function test_only_the_public_internet( string $address, bool $allowed ): void {
		self::assertSame( $allowed, ( new HostPolicy( [ 'daten.example.org' ] ) )->allows_address( 'daten.example.org', $address ) );
	}

	public function test_only_the_ports_of_the_web(): void {
		$policy = new HostPolicy( [ 'daten.example.org' ] );
		self::assertSame( [ true, true, false, false ], array_map( static fn ( int $port ): bool => $policy->allows_port( 'daten.example.org', $port ), [ 80, 443, 8080, 22 ] ) );
	}

	public function test_tests_may_ask_this_machine_by_its_own_name_only(): void {
		$policy = new HostPolicy( [ 'daten.example.org' ], true );
		self::assertTrue( $policy->allows( '127.0.0.1' ) && $policy->allows_port( '127.0.0.1', 8123 ) && $policy->allows_address( '127.0.0.1', '127.0.0.1' ) );
		self::assertFalse( $policy->allows_address( 'daten.example.org', '127.0.0.1' ) );
		self::assertFalse( $policy->allows_address( 'localhost', '10.0.0.1' ) );
		self::assertFalse( $policy->allows_port( 'daten.example.org', 8123 ) );
	}
}
