<?php
/**
 * What organisers type.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Application;

use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Core\Schools\School;

/** Checks it before anything happens. Texts stay as they were typed, without signs that nobody sees. */
final class ParticipantInput {

	/** Longest name and address, note, subject, message to everybody, words to one person; in characters. */
	private const NAME = 200;

	private const NOTE = 1_000;

	private const SUBJECT = 150;

	private const MESSAGE = 5_000;

	private const WORDS = 2_000;

	/**
	 * Somebody who is registered by hand.
	 *
	 * @param array<string, mixed> $given Name, email, school_number, note.
	 * @return array{name: string, email: string, school_number: string, note: string}
	 * @throws InvalidInput With these fields: required, too_long, line_break, email, invalid.
	 */
	public static function registration( array $given ): array {
		$name   = trim( (string) preg_replace( '/[\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}]/u', '', self::text( $given['name'] ?? '' ) ) );
		$email  = trim( self::text( $given['email'] ?? '' ) );
		$number = trim( self::text( $given['school_number'] ?? '' ) );
		$note   = self::lines( $given['note'] ?? '' );
		self::refuse(
			[
				// Something to be seen, in any script.
				'name'          => self::line_problem( $name, self::NAME ) ?? ( 1 !== preg_match( '/[\p{L}\p{N}]/u', $name ) ? 'required' : null ),
				'email'         => '' === $email ? null : ( mb_strlen( $email ) > self::NAME ? 'too_long' : ( false === filter_var( $email, FILTER_VALIDATE_EMAIL ) ? 'email' : null ) ),
				'school_number' => '' !== $number && '' === School::normalised( $number ) ? 'invalid' : null,
				'note'          => mb_strlen( $note ) > self::NOTE ? 'too_long' : null,
			]
		);
		return [
			'name'          => (string) preg_replace( '/\s+/u', ' ', $name ),
			'email'         => $email,
			'school_number' => School::normalised( $number ),
			'note'          => $note,
		];
	}

	/**
	 * A note about somebody.
	 *
	 * @param mixed $typed What was typed.
	 * @throws InvalidInput With field `note`.
	 */
	public static function note( mixed $typed ): string {
		$note = self::lines( $typed );
		self::refuse( [ 'note' => mb_strlen( $note ) > self::NOTE ? 'too_long' : null ] );
		return $note;
	}

	/**
	 * Words to somebody whose booking is cancelled.
	 *
	 * @param mixed $typed What was typed; may be empty.
	 * @throws InvalidInput With field `message`.
	 */
	public static function words( mixed $typed ): string {
		$words = self::lines( $typed );
		self::refuse( [ 'message' => mb_strlen( $words ) > self::WORDS ? 'too_long' : null ] );
		return $words;
	}

	/**
	 * A message to everybody.
	 *
	 * @param mixed $subject Subject.
	 * @param mixed $message Text.
	 * @return array{string, string} Subject and text.
	 * @throws InvalidInput With fields `subject`, `message`.
	 */
	public static function message( mixed $subject, mixed $message ): array {
		$line = trim( self::text( $subject ) );
		$text = self::lines( $message );
		self::refuse(
			[
				'subject' => '' === $line ? 'required' : self::line_problem( $line, self::SUBJECT ),
				'message' => '' === $text ? 'required' : ( mb_strlen( $text ) > self::MESSAGE ? 'too_long' : null ),
			]
		);
		return [ $line, $text ];
	}

	private static function line_problem( string $text, int $most ): ?string {
		return match ( true ) {
			1 === preg_match( '/[\p{Cc}\x{2028}\x{2029}]/u', $text ) => 'line_break',
			mb_strlen( $text ) > $most => 'too_long',
			default => null,
		};
	}

	private static function text( mixed $typed ): string {
		return is_string( $typed ) ? mb_scrub( $typed, 'UTF-8' ) : '';
	}

	private static function lines( mixed $typed ): string {
		return trim( (string) preg_replace( '/[^\P{Cc}\n\t]/u', '', str_replace( [ "\r\n", "\r" ], "\n", self::text( $typed ) ) ) );
	}

	/**
	 * @param array<string, ?string> $problems Field → reason.
	 */
	private static function refuse( array $problems ): void {
		$errors = array_filter( $problems, is_string( ... ) );
		if ( [] !== $errors ) {
			throw new InvalidInput( $errors );
		}
	}
}
