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

	/** What a mail may be about: a word and a number, so that the log can't hold anybody's name or address. */
	private const TOPIC = '/^([a-z0-9][a-z0-9:._-]{0,59})?$/D';

	/**
	 * @param list<Address>    $to          Recipients, at least one; they see each other.
	 * @param string           $subject     One line.
	 * @param string           $text        Body.
	 * @param Address|null     $reply_to    Where answers go, if not to the portal.
	 * @param string|null      $locale      Language of the text for the header, e.g. `de_DE`.
	 * @param list<Attachment> $attachments Files, one for calendars at most.
	 * @param string           $topic       What it is about, to be found in the log: `booking:17`, up to 60 characters.
	 * @throws InvalidMail With reason no_recipient, no_subject, no_text, line_break, topic, two_calendars or attachment_size.
	 */
	public function __construct(
		public readonly array $to,
		public readonly string $subject,
		public readonly string $text,
		public readonly ?Address $reply_to = null,
		public readonly ?string $locale = null,
		public readonly array $attachments = [],
		public readonly string $topic = '',
	) {
		$reason = match ( true ) {
			[] === $to => 'no_recipient',
			'' === trim( $subject ) => 'no_subject',
			'' === trim( $text ) => 'no_text',
			Address::breaks( $subject . $locale ) => 'line_break',
			1 !== preg_match( self::TOPIC, $topic ) => 'topic',
			1 < count( array_filter( $attachments, static fn ( Attachment $file ): bool => $file->is_calendar() ) ) => 'two_calendars',
			Attachment::MAX_BYTES < array_sum( array_map( static fn ( Attachment $file ): int => strlen( $file->content ), $attachments ) ) => 'attachment_size',
			default => null,
		};
		if ( null !== $reason ) {
			throw new InvalidMail( $reason );
		}
	}

	/** The file for calendars, if there is one. */
	public function calendar(): ?Attachment {
		foreach ( $this->attachments as $attachment ) {
			if ( $attachment->is_calendar() ) {
				return $attachment;
			}
		}
		return null;
	}

	/** The mail as it lies in the queue. */
	public function to_json(): string {
		return json_encode( get_object_vars( $this ), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE );
	}

	/**
	 * Reads a mail from the queue, also one that was queued before mails had attachments.
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
			$data['locale'],
			array_values( array_map( Attachment::from_json( ... ), $data['attachments'] ?? [] ) ),
			$data['topic'] ?? ''
		);
	}
}
