<?php
/**
 * A source with a calendar for browser tests, part of a must-use plugin while they run: appointments of May 2031, whose
 * first day is a Thursday, and of the current month.
 *
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

use Lernwelt\Core\Core;
use Lernwelt\Dataview\Tests\Integration\AppointmentsSource;

add_action(
	'plugins_loaded',
	static function (): void {
		// Copied plugins come without their tests.
		require_once dirname( __DIR__, 2 ) . '/plugins-src/lernwelt-dataview/tests/Integration/AppointmentsSource.php';
		Core::services()->data_sources->register(
			AppointmentsSource::ID,
			static function (): AppointmentsSource {
				$source = ( new AppointmentsSource() )
					->add( 'Digitale Tafelbilder im Mathematikunterricht', '2031-05-06 14:00', '2031-05-06 16:00' )
					->add( 'Sprechstunde Startchancen', '2031-05-06 09:30', '2031-05-06 10:00', false, 'burg' )
					->add( 'Demokratiebildungsnetzwerktreffen', '2031-05-14 15:00', '2031-05-14 17:00', false, 'zeitz' )
					->add( 'Sommerakademie', '2031-05-30 09:00', '2031-06-02 15:00', false, 'burg' )
					->add( 'Studientag', '2031-05-21 00:00', '2031-05-22 00:00', true )
					->add( 'Heute', wp_date( 'Y-m-d' ) . ' 12:00', wp_date( 'Y-m-d' ) . ' 13:00' );
				for ( $hour = 8; $hour < 15; $hour++ ) {
					$source->add( "Kurzberatung um $hour Uhr", sprintf( '2031-05-27 %02d:00', $hour ), '', false, 'zeitz' );
				}
				return $source;
			}
		);
	},
	20
);
