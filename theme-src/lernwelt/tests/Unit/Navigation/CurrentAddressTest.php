<?php
/**
 * Addresses in menus.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Tests\Unit\Navigation;

use Lernwelt\Theme\Navigation\AddressMatch;
use Lernwelt\Theme\Navigation\CurrentAddress;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Which entry of a menu is the way to the page shown. */
final class CurrentAddressTest extends TestCase {

	/**
	 * Link, request, relation.
	 *
	 * @return array<string, array{string, string, AddressMatch}>
	 */
	public static function paths(): array {
		return [
			'same'                  => [ '/orte/', '/orte/', AddressMatch::Same ],
			'slashes do not matter' => [ '/orte', '/orte/', AddressMatch::Same ],
			'below'                 => [ '/orte/', '/orte/arche-nebra/', AddressMatch::Below ],
			'above'                 => [ '/orte/arche-nebra/', '/orte/', AddressMatch::Other ],
			'begins alike'          => [ '/ort/', '/orte/', AddressMatch::Other ],
			'second page of a list' => [ '/aktuelles/', '/aktuelles/page/2/', AddressMatch::Same ],
			'start'                 => [ '/', '/', AddressMatch::Same ],
			'nothing is below start' => [ '/', '/orte/', AddressMatch::Other ],
		];
	}

	#[DataProvider( 'paths' )]
	public function test_relates_paths( string $link, string $request, AddressMatch $expected ): void {
		self::assertSame( $expected, CurrentAddress::relate( $link, $request ) );
	}
}
