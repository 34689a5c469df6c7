<?php
/**
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Tests\Unit;

use InvalidArgumentException;
use Lernwelt\Portal\Domain\Accent;
use Lernwelt\Portal\Domain\PortalSettings;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class PortalSettingsTest extends TestCase {
	public function test_empty_settings_are_fine(): void {
		self::assertSame( [], PortalSettings::problems( PortalSettings::DEFAULTS ) );
	}

	/** The accents of the five portals. */
	#[TestWith( [ '#4C7094' ] )]
	#[TestWith( [ '#1F6F6B' ] )]
	#[TestWith( [ '#3f6b2a' ] )]
	#[TestWith( [ '#B8500B' ] )]
	#[TestWith( [ '#7A3E74' ] )]
	public function test_readable_accents_pass( string $accent ): void {
		self::assertNull( ( new Accent( $accent ) )->worst_pair() );
		self::assertSame( [], PortalSettings::problems( [ ...PortalSettings::DEFAULTS, 'accent' => $accent ] ) );
	}

	#[TestWith( [ '#FB9049', 2.28 ] )]
	#[TestWith( [ '#FFFFFF', 1.0 ] )]
	#[TestWith( [ '#E06A12', 3.36 ] )]
	public function test_other_accents_are_refused_with_the_measured_ratio( string $accent, float $ratio ): void {
		$pair = ( new Accent( $accent ) )->worst_pair();
		self::assertNotNull( $pair );
		self::assertSame( [ 'accent', $ratio, 4.5 ], [ $pair->foreground, $pair->shown_ratio(), $pair->required ] );
		self::assertSame( [ 'accent' => 'contrast' ], PortalSettings::problems( [ ...PortalSettings::DEFAULTS, 'accent' => $accent ] ) );
	}

	public function test_what_is_no_colour_is_no_accent(): void {
		$this->expectException( InvalidArgumentException::class );
		new Accent( 'green' );
	}

	public function test_both_addresses_are_checked(): void {
		$values = [ ...PortalSettings::DEFAULTS, 'email' => 'lernorte@', 'accessibility_email' => 'post@köthen.example' ];
		self::assertSame( [ 'email' => 'email', 'accessibility_email' => 'email' ], PortalSettings::problems( $values ) );
	}
}
