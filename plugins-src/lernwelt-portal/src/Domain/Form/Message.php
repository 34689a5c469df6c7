<?php
/**
 * What somebody wrote to the portal.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain\Form;

/**
 * Exists only when every field may go into a mail: one line where a header needs one line, no control characters,
 * lengths within their limits.
 */
final readonly class Message {
	/**
	 * @param Kind   $kind  Which form.
	 * @param string $name  One line, '' when the person stays anonymous.
	 * @param string $email Valid address in ASCII, '' when no answer is wanted.
	 * @param string $page  Page that the message is about, '' when none was named.
	 * @param string $text  Lines end in "\n".
	 */
	private function __construct(
		public Kind $kind,
		public string $name,
		public string $email,
		public string $page,
		public string $text
	) {
	}

	/**
	 * Takes what a browser sent.
	 *
	 * @param Kind                  $kind   Which form.
	 * @param array<string, string> $values Field → text as it was typed. Fields of other forms are left out.
	 * @throws InvalidMessage With everything that is wrong at once.
	 */
	public static function from( Kind $kind, array $values ): self {
		$clean    = [];
		$problems = [];
		foreach ( $kind->fields() as $field ) {
			$value   = self::normalise( $values[ $field->value ] ?? '' );
			$problem = self::problem( $field, $value, $kind->requires( $field ) );
			if ( null !== $problem ) {
				$problems[ $field->value ] = $problem;
			}
			$clean[ $field->value ] = $value;
		}
		if ( [] !== $problems ) {
			throw new InvalidMessage( $problems );
		}
		return new self( $kind, $clean['name'] ?? '', EmailAddress::ascii( $clean['email'] ?? '' ), $clean['page'] ?? '', $clean['text'] ?? '' );
	}

	/**
	 * What goes back into the form after a refusal: everything the person wrote, without what only a program can write.
	 *
	 * @param string $value As it was sent.
	 */
	public static function shown( string $value ): string {
		$shown = preg_replace( '/[^\P{Cc}\t\n]/u', '', self::normalise( $value ) );
		return $shown ?? '';
	}

	/**
	 * Equal messages have equal fingerprints: a second click on "send" is no second message.
	 *
	 * @return string 64 hex digits.
	 */
	public function fingerprint(): string {
		return hash( 'sha256', implode( "\0", [ $this->kind->value, $this->name, $this->email, $this->page, $this->text ] ) );
	}

	private static function normalise( string $value ): string {
		// Word processors leave vertical tabs and form feeds where a person sees a line break.
		return trim( str_replace( [ "\r\n", "\r", "\v", "\f" ], "\n", mb_scrub( $value, 'UTF-8' ) ), " \t\n" );
	}

	private static function problem( Field $field, string $value, bool $required ): ?Problem {
		return match ( true ) {
			'' === $value                                                       => $required ? Problem::Missing : null,
			mb_strlen( $value ) > $field->max_length()                          => Problem::TooLong,
			1 === preg_match( '/[^\P{Cc}\t\n]/u', $value )                      => Problem::ControlCharacters,
			! $field->has_lines() && 1 === preg_match( '/[\n\x{2028}\x{2029}]/u', $value ) => Problem::LineBreak,
			Field::Email === $field && '' === EmailAddress::ascii( $value )     => Problem::NoEmail,
			default                                                             => null,
		};
	}
}
