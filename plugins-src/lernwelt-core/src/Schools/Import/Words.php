<?php
/**
 * Words of a school register.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Schools\Import;

use Lernwelt\Core\Geo\District;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Core\Schools\InvalidSchool;
use Lernwelt\Core\Schools\SchoolProblem;
use Lernwelt\Core\Schools\SchoolType;

/** Understands what people write for school types, districts, yes and no. */
final class Words {

	/** Other words for school types, folded. */
	private const TYPES = [
		'grundschulen'            => SchoolType::Primary,
		'gs'                      => SchoolType::Primary,
		'sekundarschulen'         => SchoolType::Secondary,
		'gemeinschaftsschulen'    => SchoolType::Community,
		'gesamtschulen'           => SchoolType::Comprehensive,
		'integriertegesamtschule' => SchoolType::Comprehensive,
		'igs'                     => SchoolType::Comprehensive,
		'kgs'                     => SchoolType::Comprehensive,
		'gymnasien'               => SchoolType::Grammar,
		'foerderschulen'          => SchoolType::Special,
		'berufsbildendeschulen'   => SchoolType::Vocational,
		'berufsschule'            => SchoolType::Vocational,
		'bbs'                     => SchoolType::Vocational,
		'sonstige'                => SchoolType::Other,
		'andere'                  => SchoolType::Other,
	];

	private const YES_NO = [
		'ja'   => true,
		'j'    => true,
		'x'    => true,
		'1'    => true,
		'wahr' => true,
		'true' => true,
		''     => false,
		'nein' => false,
		'n'    => false,
		'0'    => false,
		'-'    => false,
		'falsch' => false,
		'false'  => false,
	];

	/**
	 * Small letters without blanks and umlauts, for comparing.
	 *
	 * @param string $text UTF-8.
	 */
	public static function fold( string $text ): string {
		return strtr( (string) preg_replace( '/[\s\x{FEFF}]+/u', '', mb_strtolower( $text ) ), [ 'ä' => 'ae', 'ö' => 'oe', 'ü' => 'ue', 'ß' => 'ss' ] );
	}

	/**
	 * A school type.
	 *
	 * @param string $text What the file says.
	 * @throws InvalidSchool When it is missing or unknown.
	 */
	public static function type( string $text ): SchoolType {
		$word = self::fold( $text );
		if ( '' === $word ) {
			throw new InvalidSchool( SchoolProblem::TypeMissing );
		}
		foreach ( SchoolType::cases() as $type ) {
			if ( $type->value === $word || self::fold( $type->label() ) === $word ) {
				return $type;
			}
		}
		return self::TYPES[ $word ] ?? throw new InvalidSchool( SchoolProblem::TypeUnknown );
	}

	/**
	 * A district by its name, with or without "Landkreis" and "Stadt", its slug or its official key.
	 *
	 * @param string $text What the file says.
	 * @return ?string Its slug; null when the file says nothing.
	 * @throws InvalidSchool When there is none of that name.
	 */
	public static function district( string $text ): ?string {
		$word = (string) preg_replace( '/^(landkreis|lk|kreis|kreisfreiestadt|landeshauptstadt|stadt)[.:]?|,(stadt|landeshauptstadt)$/', '', self::fold( $text ) );
		if ( '' === $word ) {
			return null;
		}
		foreach ( Districts::shipped()->all as $district ) {
			if ( in_array( $word, self::names( $district ), true ) ) {
				return $district->slug;
			}
		}
		throw new InvalidSchool( SchoolProblem::DistrictUnknown );
	}

	/**
	 * Yes or no; nothing means no.
	 *
	 * @param string $text What the file says.
	 * @throws InvalidSchool When it is neither.
	 */
	public static function yes( string $text ): bool {
		return self::YES_NO[ self::fold( $text ) ] ?? throw new InvalidSchool( SchoolProblem::StartchancenUnknown );
	}

	/**
	 * @param District $district District.
	 * @return list<string> Names, folded: "Halle (Saale)" is "Halle", too.
	 */
	private static function names( District $district ): array {
		$name = self::fold( $district->name );
		return [ $district->slug, $district->ars, $name, (string) preg_replace( '/\(.*\)$/', '', $name ) ];
	}
}
