<?php
/**
 * One school.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Schools;

use Lernwelt\Core\Geo\District;
use Lernwelt\Core\Geo\Districts;

/** A line of the school register. */
final readonly class School {

	/** Longest name, in characters. */
	public const NAME = 150;

	/** Number as it is stored and compared: see {@see self::normalised()}. */
	public string $number;

	/** Name, plain text with single blanks. */
	public string $name;

	/**
	 * @param string     $number       Official number as the login says it in `schulnummer`.
	 * @param string     $name         Name.
	 * @param SchoolType $type         Kind of school.
	 * @param ?string    $district     Slug of a district of {@see Districts}, e.g. `saalekreis`; null when it isn't known.
	 * @param bool       $startchancen Whether it takes part in the Startchancen programme.
	 * @throws InvalidSchool When number or name is missing or malformed, or the district isn't one of the 14.
	 */
	public function __construct(
		string $number,
		string $name,
		public SchoolType $type,
		public ?string $district,
		public bool $startchancen,
	) {
		$this->number = self::normalised( $number );
		if ( '' === $this->number ) {
			throw new InvalidSchool( '' === trim( $number ) ? SchoolProblem::NumberMissing : SchoolProblem::NumberInvalid );
		}
		if ( ! mb_check_encoding( $name, 'UTF-8' ) || 1 === preg_match( '/[^\P{Cc}\t]|[<>]/u', $name ) ) {
			throw new InvalidSchool( SchoolProblem::NameInvalid );
		}
		$this->name = trim( (string) preg_replace( '/\s+/u', ' ', $name ) );
		if ( '' === $this->name ) {
			throw new InvalidSchool( SchoolProblem::NameMissing );
		}
		if ( mb_strlen( $this->name ) > self::NAME ) {
			throw new InvalidSchool( SchoolProblem::NameInvalid );
		}
		if ( null !== $district && null === Districts::shipped()->get( $district ) ) {
			throw new InvalidSchool( SchoolProblem::DistrictUnknown );
		}
	}

	/**
	 * A number in the one form that is stored: without blanks around it, letters in upper case, so that all databases compare it alike.
	 *
	 * @param string $number What somebody typed or a login says.
	 * @return string '' when it can't be a number: up to 40 ASCII letters, digits and `. / -`, the first one a letter or digit.
	 */
	public static function normalised( string $number ): string {
		$number = strtoupper( trim( $number ) );
		return 1 === preg_match( '#^[0-9A-Z][0-9A-Z./-]{0,39}$#D', $number ) ? $number : '';
	}

	/**
	 * Whether another says the same.
	 *
	 * @param self $other School.
	 */
	public function equals( self $other ): bool {
		return get_object_vars( $this ) === get_object_vars( $other );
	}

	/** The district's name, borders and key; null when it isn't known. */
	public function in_district(): ?District {
		return null === $this->district ? null : Districts::shipped()->get( $this->district );
	}
}
