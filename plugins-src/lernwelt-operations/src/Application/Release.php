<?php
/**
 * Which release runs.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Application;

use JsonException;
use RuntimeException;

/** Reads release.json beside the docroot. */
final readonly class Release {

	/** What stands for the version where no release was unpacked. */
	public const DEVELOPMENT = 'development';

	/**
	 * @param string $folder Folder that holds the docroot.
	 */
	public function __construct( private string $folder ) {}

	/** The one of this installation. */
	public static function here(): self {
		return new self( dirname( ABSPATH ) );
	}

	/**
	 * Its version.
	 *
	 * @throws RuntimeException When release.json can't be understood.
	 */
	public function version(): string {
		$file = $this->folder . '/release.json';
		if ( ! is_file( $file ) ) {
			return self::DEVELOPMENT;
		}
		try {
			$facts = json_decode( (string) file_get_contents( $file ), true, 8, JSON_THROW_ON_ERROR );
		} catch ( JsonException $broken ) {
			throw new RuntimeException( 'release.json is no JSON.', 0, $broken );
		}
		$version = is_array( $facts ) ? $facts['version'] ?? null : null;
		return is_string( $version ) && '' !== $version ? $version : throw new RuntimeException( 'release.json names no version.' );
	}

	/** Path of the manifest; null where no release was unpacked. */
	public function manifest(): ?string {
		$file = $this->folder . '/manifest.json';
		return is_file( $file ) ? $file : null;
	}
}
