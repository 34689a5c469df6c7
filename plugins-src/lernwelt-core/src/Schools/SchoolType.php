<?php
/**
 * Kinds of schools.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Schools;

/** The kinds of schools of Saxony-Anhalt. The words are the law's own, so they aren't translated. */
enum SchoolType: string {

	case Primary       = 'grundschule';
	case Secondary     = 'sekundarschule';
	case Community     = 'gemeinschaftsschule';
	case Comprehensive = 'gesamtschule';
	case Grammar       = 'gymnasium';
	case Special       = 'foerderschule';
	case Vocational    = 'berufsbildende';
	case Other         = 'sonstige';

	/** Name for people. */
	public function label(): string {
		return match ( $this ) {
			self::Primary       => 'Grundschule',
			self::Secondary     => 'Sekundarschule',
			self::Community     => 'Gemeinschaftsschule',
			self::Comprehensive => 'Gesamtschule',
			self::Grammar       => 'Gymnasium',
			self::Special       => 'Förderschule',
			self::Vocational    => 'Berufsbildende Schule',
			self::Other         => 'Sonstige Schule',
		};
	}
}
