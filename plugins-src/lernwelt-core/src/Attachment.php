<?php
/**
 * A file of a mail.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use JsonSerializable;

/**
 * A file that goes along with a mail. One of type `text/calendar; method=…` also becomes a part of the text, which is
 * where calendars look for it.
 */
final readonly class Attachment implements JsonSerializable {

	/** Longest name in characters. */
	public const NAME_LENGTH = 120;

	/** What mail servers take without asking, in bytes for all attachments of a mail together. */
	public const MAX_BYTES = 3_000_000;

	/**
	 * @param string $name    File name, e.g. `invite.ics`.
	 * @param string $type    Media type with its parameters, e.g. `text/calendar; method=REQUEST; charset=UTF-8`.
	 * @param string $content Bytes.
	 * @throws InvalidMail With reason attachment_name, attachment_type, attachment_empty or attachment_size.
	 */
	public function __construct(
		public string $name,
		public string $type,
		public string $content,
	) {
		$reason = match ( true ) {
			'' === trim( $name ), self::NAME_LENGTH < mb_strlen( $name ), 1 === preg_match( '#[\x00-\x1F\x7F/\\\\"]#', $name ) => 'attachment_name',
			1 !== preg_match( '#^[a-z]+/[a-z0-9.+-]+(; ?[a-z-]+=[A-Za-z0-9._-]+)*$#D', $type ) => 'attachment_type',
			'' === $content => 'attachment_empty',
			self::MAX_BYTES < strlen( $content ) => 'attachment_size',
			default => null,
		};
		if ( null !== $reason ) {
			throw new InvalidMail( $reason );
		}
	}

	/** Whether calendars are meant to read it. */
	public function is_calendar(): bool {
		return str_starts_with( $this->type, 'text/calendar' );
	}

	/**
	 * As it lies in the queue.
	 *
	 * @return array{name: string, type: string, base64: string}
	 */
	public function jsonSerialize(): array {
		return [ 'name' => $this->name, 'type' => $this->type, 'base64' => base64_encode( $this->content ) ];
	}

	/**
	 * Reads an attachment from the queue.
	 *
	 * @param array{name: string, type: string, base64: string} $value What jsonSerialize() gave.
	 * @throws InvalidMail When a value is refused.
	 */
	public static function from_json( array $value ): self {
		return new self( $value['name'], $value['type'], (string) base64_decode( $value['base64'], true ) );
	}
}
