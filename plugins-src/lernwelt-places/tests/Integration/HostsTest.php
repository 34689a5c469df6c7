<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Places\Reading\Hosts;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\Processes;

final class HostsTest extends IntegrationTestCase {

	public function test_this_machine_is_closed_without_the_constant(): void {
		self::assertFalse( defined( Hosts::LOOPBACK ) );
		self::assertFalse( Hosts::policy( [ '127.0.0.1' ] )->allows( '127.0.0.1' ) );
	}

	/** In processes of their own, because a constant stays. */
	public function test_the_constant_opens_this_machine_for_tests(): void {
		$answers = Processes::run( 2, 'define( "LERNWELT_IMPORT_ALLOW_LOOPBACK", 1 === (int) $number ); echo \Lernwelt\Places\Reading\Hosts::policy( [] )->allows( "127.0.0.1" ) ? "open" : "closed", " ", wp_get_environment_type();' );
		self::assertSame( [ 'closed local', 'open local' ], $answers );
	}
}
