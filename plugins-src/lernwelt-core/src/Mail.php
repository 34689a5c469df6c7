<?php
/**
 * Mail.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/** A mail in plain text, readable everywhere; its words are already in the reader's language. */
final class Mail {

	/**
	 * @param list<Address> $to       Recipients, at least one; they see each other.
	 * @param string        $subject  One line.
	 * @param string        $text     Body.
	 * @param Address|null  $reply_to Where answers go, if not to the portal.
	 * @param string|null   $locale   Language of the text for the header, e.g. `de_DE`.
	 * @throws InvalidMail With reason no_recipient, no_subject, no_text or line_break.
	 */
	public function __construct(
		public readonly array $to,
		public readonly string $subject,
		public readonly string $text,
		public readonly ?Address $reply_to = null,
		public readonly ?string $locale = null,
	) {
		$reason = match ( true ) {
			[] === $to => 'no_recipient',
			'' === trim( $subject ) => 'no_subject',
			'' === trim( $text ) => 'no_text',
			Address::breaks( $subject . $locale ) => 'line_break',
			default => null,
		};
		if ( null !== $reason ) {
			throw new InvalidMail( $reason );
		}
	}

	/** The mail as it lies in the queue. */
	public function to_json(): string {
		return json_encode( get_object_vars( $this ), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE );
	}

	/**
	 * Reads a mail from the queue.
	 *
	 * @param string $json What to_json() wrote.
	 * @throws \JsonException When it isn't JSON.
	 * @throws InvalidMail    When a value is refused.
	 */
	public static function from_json( string $json ): self {
		$data    = json_decode( $json, true, 8, JSON_THROW_ON_ERROR );
		$address = static fn ( array $value ): Address => new Address( $value['email'], $value['name'] );

		return new self(
			array_values( array_map( $address, $data['to'] ) ),
			$data['subject'],
			$data['text'],
			null === $data['reply_to'] ? null : $address( $data['reply_to'] ),
			$data['locale']
		);
	}
}
