<?php
/**
 * Where files go.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Application;

/** The folders that must have room. */
final readonly class Volumes {

	/**
	 * @param array<string, string> $folders   Name → folder.
	 * @param list<string>          $read_only Names of those that PHP only reads.
	 */
	public function __construct( private array $folders, private array $read_only = [] ) {}

	/** Those of this installation. */
	public static function here(): self {
		$cache = defined( 'LERNWELT_PAGE_CACHE_DIR' ) ? (string) constant( 'LERNWELT_PAGE_CACHE_DIR' ) : '';
		return new self(
			[ 'uploads' => WP_CONTENT_DIR . '/uploads', 'tmp' => untrailingslashit( get_temp_dir() ) ] + ( '' === $cache ? [] : [ 'cache' => $cache ] ),
			[ 'cache' ]
		);
	}

	/**
	 * How much of each is free.
	 *
	 * @return array<string, ?float> Name → 0 to 1; null when nobody can tell.
	 */
	public function free(): array {
		return array_map( self::ratio( ... ), $this->folders );
	}

	/**
	 * Folders in which no file can be made, found out by making one: a quota shows nowhere else.
	 *
	 * @return list<string> Names.
	 */
	public function full(): array {
		return array_keys( array_filter( array_diff_key( $this->folders, array_flip( $this->read_only ) ), static fn ( string $folder ): bool => ! self::takes_file( $folder ) ) );
	}

	private static function ratio( string $folder ): ?float {
		$total = is_dir( $folder ) ? disk_total_space( $folder ) : false;
		$free  = is_dir( $folder ) ? disk_free_space( $folder ) : false;
		return false === $total || false === $free || $total <= 0 ? null : round( $free / $total, 4 );
	}

	private static function takes_file( string $folder ): bool {
		if ( ! is_dir( $folder ) || ! is_writable( $folder ) ) {
			return false;
		}
		$file = $folder . '/.lernwelt-health-' . bin2hex( random_bytes( 8 ) );
		$text = str_repeat( 'x', 4096 );
		// A full disk is what is being looked for: the answer says it, PHP's warning need not.
		set_error_handler( static fn (): bool => true );
		try {
			$written = file_put_contents( $file, $text );
			if ( is_file( $file ) ) {
				unlink( $file );
			}
		} finally {
			restore_error_handler();
		}
		return strlen( $text ) === $written;
	}
}
