<?php
/**
 * What a release consists of.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Domain\Files;

use InvalidArgumentException;
use JsonException;

/** The list that the release brought along: each file of the docroot with its SHA-256. */
final readonly class Manifest {

	/** Uploaded files belong to people, not to a release. */
	public const UPLOADS = 'wp-content/uploads';

	/** What a server might run. */
	private const SCRIPT = '/\.(php\d?|phtml|phar|inc|cgi|pl|py|sh|shtml?)(\.|$)|(^|\/)\.(htaccess|user\.ini)$/i';

	/**
	 * @param array<string, string> $hashes Path below the docroot → SHA-256 in hexadecimal digits.
	 */
	private function __construct( private array $hashes ) {}

	/**
	 * Reads a manifest.
	 *
	 * @param string $json Object path → SHA-256.
	 * @throws InvalidArgumentException When it isn't one.
	 */
	public static function read( string $json ): self {
		try {
			$hashes = json_decode( $json, true, 3, JSON_THROW_ON_ERROR );
		} catch ( JsonException $broken ) {
			throw new InvalidArgumentException( 'The manifest is no JSON.', 0, $broken );
		}
		if ( ! is_array( $hashes ) || [] === $hashes ) {
			throw new InvalidArgumentException( 'The manifest names no file.' );
		}
		$checked = [];
		foreach ( $hashes as $path => $hash ) {
			if ( ! is_string( $hash ) || 1 !== preg_match( '/^[0-9a-f]{64}$/D', $hash ) || str_starts_with( (string) $path, '/' ) ) {
				throw new InvalidArgumentException( "The manifest says nothing useful about \"$path\"." );
			}
			$checked[ (string) $path ] = $hash;
		}
		return new self( $checked );
	}

	/**
	 * Compares what is there with what belongs there.
	 *
	 * @param iterable<string, string> $found Path below the docroot → SHA-256; among uploads '' for a file, anything else for a link.
	 */
	public function compare( iterable $found ): Comparison {
		$seen    = [];
		$changed = [];
		$unknown = [];
		$scripts = [];
		foreach ( $found as $path => $hash ) {
			$seen[ $path ] = true;
			if ( str_starts_with( $path, self::UPLOADS . '/' ) && ! isset( $this->hashes[ $path ] ) ) {
				// A link leads out of what people may upload; nobody can upload one.
				if ( '' !== $hash || 1 === preg_match( self::SCRIPT, $path ) ) {
					$scripts[] = $path;
				}
			} elseif ( ! isset( $this->hashes[ $path ] ) ) {
				$unknown[] = $path;
			} elseif ( $this->hashes[ $path ] !== $hash ) {
				$changed[] = $path;
			}
		}
		return new Comparison( count( $this->hashes ), $changed, array_keys( array_diff_key( $this->hashes, $seen ) ), $unknown, $scripts );
	}
}
