<?php
/**
 * A question to people who book.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** Choices by default; a free text only where editors insist. */
final readonly class Question {

	public const TYPES = [ 'one', 'several', 'text' ];

	/** Longest question, longest choice, longest free answer, in characters. */
	private const LABEL = 200;

	private const CHOICE = 100;

	public const TEXT = 500;

	/** Most questions of a date, most choices of a question. */
	public const MOST = 10;

	private const CHOICES = 20;

	/**
	 * @param string       $id       Name in code, unique within the date: lower-case letters, digits, hyphens.
	 * @param string       $label    The question.
	 * @param string       $type     One of TYPES: one choice, several choices, free text.
	 * @param list<string> $choices  What can be chosen; empty for free text.
	 * @param bool         $required Whether it must be answered.
	 * @throws InvalidInput With fields `id`, `label`, `type`, `choices`.
	 */
	public function __construct( public string $id, public string $label, public string $type, public array $choices = [], public bool $required = false ) {
		$errors = [];
		if ( 1 !== preg_match( '/^[a-z0-9-]{1,40}$/D', $id ) ) {
			$errors['id'] = 'invalid';
		}
		if ( '' === trim( $label ) || mb_strlen( $label ) > self::LABEL ) {
			$errors['label'] = '' === trim( $label ) ? 'required' : 'too_long';
		} elseif ( 1 === preg_match( '/\p{Cc}|\x{2028}|\x{2029}/u', $label ) ) {
			$errors['label'] = 'line_break';
		}
		if ( ! in_array( $type, self::TYPES, true ) ) {
			$errors['type'] = 'not_allowed';
		}
		$errors += self::choice_errors( $type, $choices );
		if ( [] !== $errors ) {
			throw new InvalidInput( $errors );
		}
	}

	/**
	 * What is wrong with an answer.
	 *
	 * @param string|list<string>|null $answer Answer; null for none.
	 * @return ?string Reason code: required, type, not_allowed, too_long; null for fine.
	 */
	public function problem( string|array|null $answer ): ?string {
		$given = array_values( array_filter( (array) $answer, static fn ( string $part ): bool => '' !== trim( $part ) ) );
		return match ( true ) {
			[] === $given => $this->required ? 'required' : null,
			'several' !== $this->type && 1 < count( $given ) => 'type',
			'text' === $this->type => mb_strlen( $given[0] ) > self::TEXT ? 'too_long' : null,
			[] !== array_diff( $given, $this->choices ) => 'not_allowed',
			default => null,
		};
	}

	/**
	 * @param string       $type    Type.
	 * @param list<string> $choices Choices.
	 * @return array<string, string>
	 */
	private static function choice_errors( string $type, array $choices ): array {
		if ( 'text' === $type ) {
			return [] === $choices ? [] : [ 'choices' => 'not_allowed' ];
		}
		$bad = array_filter( $choices, static fn ( string $choice ): bool => '' === trim( $choice ) || mb_strlen( $choice ) > self::CHOICE || 1 === preg_match( '/\p{Cc}|\x{2028}|\x{2029}/u', $choice ) );
		return match ( true ) {
			2 > count( $choices ) => [ 'choices' => 'too_few' ],
			self::CHOICES < count( $choices ) => [ 'choices' => 'too_many' ],
			[] !== $bad => [ 'choices' => 'invalid' ],
			count( array_unique( $choices ) ) !== count( $choices ) => [ 'choices' => 'repeated' ],
			default => [],
		};
	}
}
