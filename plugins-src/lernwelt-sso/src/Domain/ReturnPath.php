<?php
/**
 * Where somebody goes back to.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain;

/** A path of this portal with its query; whatever could lead elsewhere becomes the start page. */
final readonly class ReturnPath {

	/** Longest path in bytes: it travels in addresses. */
	private const LENGTH = 1000;

	private function __construct( public string $path ) {}

	/**
	 * @param string $text What somebody sent, or the address of a request.
	 */
	public static function of( string $text ): self {
		$good = strlen( $text ) <= self::LENGTH && 1 === preg_match( '#^/(?![/\\\\])[\x21-\x5B\x5D-\x7E]*$#D', $text );
		return new self( $good ? $text : '/' );
	}
}
