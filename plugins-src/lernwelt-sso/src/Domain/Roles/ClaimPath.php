<?php
/**
 * Where a claim stands.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Roles;

use InvalidArgumentException;

/**
 * Names of nested claims with dots between: `realm_access.roles`. A dot or backslash that belongs to a name has a
 * backslash in front: `https://example\.org/roles`.
 */
final readonly class ClaimPath {

	/** Longest path in bytes. */
	public const LENGTH = 200;

	/**
	 * @param string                 $text  As written.
	 * @param non-empty-list<string> $names Names of the claims, outermost first.
	 */
	private function __construct( public string $text, private array $names ) {}

	/**
	 * Reads a path.
	 *
	 * @param string $text As written.
	 * @throws InvalidArgumentException When it is empty or too long, a name is empty, or a backslash stands before something else.
	 */
	public static function of( string $text ): self {
		$name = '(?:[^.\\\\\x00-\x1F\x7F]|\\\\[.\\\\])+';
		if ( strlen( $text ) > self::LENGTH || 1 !== preg_match( "/^$name(?:\\.$name)*$/Du", $text ) ) {
			throw new InvalidArgumentException( 'A claim path is made of names with dots between.' );
		}
		preg_match_all( "/$name/u", $text, $found );
		$names = array_map( static fn ( string $part ): string => (string) preg_replace( '/\\\\(.)/', '$1', $part ), $found[0] );
		return new self( $text, [] === $names ? [ $text ] : $names );
	}

	/**
	 * Values of the claim.
	 *
	 * @param array<array-key, mixed> $claims What the provider says.
	 * @return ?list<string> Null when the claim is absent or is neither a text nor a list of texts: a broken mapper must
	 *                       not look like somebody without roles.
	 */
	public function values( #[\SensitiveParameter] array $claims ): ?array {
		$value = $claims;
		foreach ( $this->names as $name ) {
			if ( ! is_array( $value ) || ! array_key_exists( $name, $value ) ) {
				return null;
			}
			$value = $value[ $name ];
		}
		if ( is_string( $value ) ) {
			return '' === $value ? [] : [ $value ];
		}
		if ( ! is_array( $value ) || ! array_is_list( $value ) ) {
			return null;
		}
		$texts = array_values( array_filter( $value, is_string( ... ) ) );
		return count( $texts ) === count( $value ) ? $texts : null;
	}
}
