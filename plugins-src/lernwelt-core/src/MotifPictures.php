<?php
/**
 * Motifs of pages, drawn once.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Lernwelt\Core\Design\Motif;
use Lernwelt\Core\Design\MotifShape;
use Lernwelt\Core\Design\MotifSvg;

/** Growing a motif takes a millisecond or two, and a list shows twenty: what was drawn once is kept in the object cache. */
final class MotifPictures {

	/** Group of the object cache, the network's: a motif is the same on all portals. */
	private const CACHE = 'lernwelt-motifs';

	/** Grows when motifs or their SVG change. */
	private const VERSION = 1;

	private static bool $is_ready = false;

	/**
	 * The motif of a seed as inline SVG for pages.
	 *
	 * @param string     $seed  Anything that names the record.
	 * @param MotifShape $shape The format.
	 */
	public static function html( string $seed, MotifShape $shape ): string {
		self::prepare();
		$key   = self::key( $seed, $shape );
		$known = wp_cache_get( $key, self::CACHE );
		if ( is_string( $known ) ) {
			return $known;
		}
		$html = MotifSvg::for_page( Motif::grow( $seed, $shape ), 'lw-motif--' . $shape->value );
		wp_cache_set( $key, $html, self::CACHE, DAY_IN_SECONDS );
		return $html;
	}

	/**
	 * Fetches what was drawn earlier in one go.
	 *
	 * @param list<string> $seeds What is about to be shown.
	 * @param MotifShape   $shape The format.
	 */
	public static function prime( array $seeds, MotifShape $shape ): void {
		self::prepare();
		wp_cache_get_multiple( array_map( static fn ( string $seed ): string => self::key( $seed, $shape ), $seeds ), self::CACHE );
	}

	private static function prepare(): void {
		if ( ! self::$is_ready ) {
			wp_cache_add_global_groups( [ self::CACHE ] );
			self::$is_ready = true;
		}
	}

	private static function key( string $seed, MotifShape $shape ): string {
		return hash( 'xxh128', self::VERSION . $shape->value . "\n" . $seed );
	}
}
