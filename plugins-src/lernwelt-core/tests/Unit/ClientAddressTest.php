<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit;

use Lernwelt\Core\ClientAddress;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class ClientAddressTest extends TestCase {

	private const PROXIES = [ '10.0.0.0/8', 'fd00::/8', '192.0.2.1' ];

	#[TestWith( [ '203.0.113.9', '', '203.0.113.9' ] )]
	#[TestWith( [ '203.0.113.9', '198.51.100.7', '203.0.113.9' ], 'a stranger says what it likes' )]
	#[TestWith( [ '10.1.2.3', '198.51.100.7', '198.51.100.7' ] )]
	#[TestWith( [ '10.1.2.3', '1.1.1.1, 198.51.100.7', '198.51.100.7' ], 'only what our own proxy added' )]
	#[TestWith( [ '10.1.2.3', '198.51.100.7, 10.9.9.9', '198.51.100.7' ], 'two of our proxies' )]
	#[TestWith( [ '10.1.2.3', '198.51.100.7, nonsense', '10.1.2.3' ], 'what is no address ends the chain' )]
	#[TestWith( [ 'fd00::1', '2001:db8::5', '2001:db8::5' ] )]
	#[TestWith( [ '::ffff:192.0.2.1', '198.51.100.7', '198.51.100.7' ], 'IPv4 written as IPv6' )]
	#[TestWith( [ '', '198.51.100.7', '' ] )]
	#[TestWith( [ 'unix:', '198.51.100.7', '' ] )]
	public function test_trusts_proxies_only( string $remote, string $forwarded, string $expected ): void {
		self::assertSame( $expected, ClientAddress::of( $remote, $forwarded, self::PROXIES )->address );
	}

	#[TestWith( [ '203.0.113.9', '203.0.113.9', '203.0.113.0' ] )]
	#[TestWith( [ '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::' ] )]
	#[TestWith( [ '', '', '' ] )]
	public function test_counts_by_network_and_logs_shortened( string $address, string $network, string $shortened ): void {
		$client = ClientAddress::of( $address );
		self::assertSame( [ $network, $shortened ], [ $client->network(), $client->shortened() ] );
	}
}
