<?php
/**
 * Who may book a date.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use Lernwelt\Core\Schools\School;

/** Everybody who may book at all, or fewer. */
final readonly class Audience {

	/** Most schools that can be listed. */
	private const SCHOOLS = 200;

	/**
	 * @param list<string> $roles             Slugs of roles, one of which is needed; none for all.
	 * @param list<string> $schools           Numbers of schools; none for all.
	 * @param bool         $startchancen_only Whether only people of Startchancen schools may book.
	 * @throws InvalidInput With fields `roles`, `schools`.
	 */
	public function __construct( public array $roles = [], public array $schools = [], public bool $startchancen_only = false ) {
		$errors = [];
		if ( count( $roles ) > 20 || [] !== preg_grep( '/^[a-z0-9_-]{1,60}$/D', $roles, PREG_GREP_INVERT ) ) {
			$errors['roles'] = 'invalid';
		}
		if ( count( $schools ) > self::SCHOOLS ) {
			$errors['schools'] = 'too_many';
		} elseif ( [] !== preg_grep( '#^[0-9A-Za-z][0-9A-Za-z./-]{0,39}$#D', $schools, PREG_GREP_INVERT ) ) {
			$errors['schools'] = 'invalid';
		}
		if ( [] !== $errors ) {
			throw new InvalidInput( $errors );
		}
	}

	/**
	 * Why somebody doesn't belong to it.
	 *
	 * @param Person $person Who wants to book.
	 * @return ?Refusal Null for who may.
	 */
	public function refusal( Person $person ): ?Refusal {
		return match ( true ) {
			[] !== $this->roles && [] === array_intersect( $this->roles, $person->roles ) => Refusal::WrongRole,
			[] !== $this->schools && ! in_array( $person->school->number, array_map( School::normalised( ... ), $this->schools ), true ) => Refusal::WrongSchool,
			$this->startchancen_only && true !== $person->school->startchancen => Refusal::NotStartchancen,
			default => null,
		};
	}

	/** As it is stored. */
	public function to_json(): string {
		return json_encode( get_object_vars( $this ), JSON_THROW_ON_ERROR );
	}

	/**
	 * Reads a stored one.
	 *
	 * @param string $json What to_json() wrote.
	 */
	public static function from_json( string $json ): self {
		$data = json_decode( $json, true, 4, JSON_THROW_ON_ERROR );
		return new self( $data['roles'], $data['schools'], $data['startchancen_only'] );
	}
}
