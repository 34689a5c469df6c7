<?php
/**
 * The title of a record.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Domain;

use InvalidArgumentException;

/** One line that people can tell records apart by. Can't exist with a wrong text. */
final readonly class Title {
	/** Characters, not bytes. */
	public const MAX_LENGTH = 200;

	public string $text;

	/**
	 * @param string $text As a person wrote it; blanks around it are dropped.
	 * @throws InvalidArgumentException When it is empty, too long or has several lines.
	 */
	public function __construct( string $text ) {
		$trimmed = trim( $text );
		if ( '' === $trimmed || mb_strlen( $trimmed ) > self::MAX_LENGTH || 1 === preg_match( '/\R/u', $trimmed ) ) {
			throw new InvalidArgumentException( 'A title is one line of 1 to ' . self::MAX_LENGTH . ' characters.' );
		}
		$this->text = $trimmed;
	}
}
