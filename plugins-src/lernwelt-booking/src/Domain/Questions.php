<?php
/**
 * All questions of a date.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** In the order in which they are asked. */
final readonly class Questions {

	/** Most bytes of all of them as they are stored: the column takes 65,535 and would cut off the rest. */
	private const BYTES = 50_000;

	/**
	 * @param list<Question> $all Questions.
	 * @throws InvalidInput With field `questions`: too_many, repeated.
	 */
	public function __construct( public array $all = [] ) {
		$ids = array_map( static fn ( Question $question ): string => $question->id, $all );
		if ( Question::MOST < count( $all ) || self::BYTES < strlen( $this->to_json() ) ) {
			throw new InvalidInput( [ 'questions' => 'too_many' ] );
		}
		if ( count( array_unique( $ids ) ) !== count( $ids ) ) {
			throw new InvalidInput( [ 'questions' => 'repeated' ] );
		}
	}

	/**
	 * Takes the answers that belong here.
	 *
	 * @param array<string, mixed> $given Question → answer, as it came in.
	 * @return array<string, string|list<string>> Question → answer; empty ones are missing.
	 * @throws InvalidInput With fields `answers.ID`: required, type, not_allowed, too_long, unknown.
	 */
	public function answers( array $given ): array {
		$errors  = array_fill_keys( array_map( static fn ( int|string $id ): string => "answers.$id", array_keys( array_diff_key( $given, array_column( $this->all, 'label', 'id' ) ) ) ), 'unknown' );
		$answers = [];
		foreach ( $this->all as $question ) {
			$answer = $given[ $question->id ] ?? null;
			$clean  = self::clean( $answer );
			$reason = null === $answer || null !== $clean ? $question->problem( $clean ) : 'type';
			if ( null !== $reason ) {
				$errors[ "answers.$question->id" ] = $reason;
			} elseif ( null !== $clean && '' !== $clean && [] !== $clean ) {
				$answers[ $question->id ] = 'several' === $question->type ? (array) $clean : ( is_array( $clean ) ? $clean[0] : $clean );
			}
		}
		if ( [] !== $errors ) {
			throw new InvalidInput( $errors );
		}
		return $answers;
	}

	/** As it is stored. */
	public function to_json(): string {
		return json_encode( array_map( get_object_vars( ... ), $this->all ), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE );
	}

	/**
	 * Reads stored ones.
	 *
	 * @param string $json What to_json() wrote.
	 */
	public static function from_json( string $json ): self {
		$questions = json_decode( $json, true, 5, JSON_THROW_ON_ERROR );
		return new self( array_values( array_map( static fn ( array $one ): Question => new Question( $one['id'], $one['label'], $one['type'], $one['choices'], $one['required'] ), $questions ) ) );
	}

	/**
	 * @param mixed $answer Whatever came in.
	 * @return string|list<string>|null Null when it is nothing of that kind.
	 */
	private static function clean( mixed $answer ): string|array|null {
		if ( is_string( $answer ) ) {
			return self::text( $answer );
		}
		if ( ! is_array( $answer ) || array_filter( $answer, is_string( ... ) ) !== $answer ) {
			return null;
		}
		// The same choice a thousand times wouldn't fit into the row.
		return array_values( array_unique( array_filter( array_map( self::text( ... ), $answer ), static fn ( string $part ): bool => '' !== $part ) ) );
	}

	/** Without bytes that are no text, and without signs that nobody sees. */
	private static function text( string $typed ): string {
		return trim( (string) preg_replace( '/[^\P{Cc}\n\t]/u', '', str_replace( [ "\r\n", "\r" ], "\n", mb_scrub( $typed, 'UTF-8' ) ) ) );
	}
}
