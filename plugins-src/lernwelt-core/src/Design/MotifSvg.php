<?php
/**
 * The motif as SVG.
 *
 * @package Lernwelt\Core
 */

declare(strict_types=1);

namespace Lernwelt\Core\Design;

/**
 * Prints a motif: for pages with classes that the style sheet colours, for files with the colours themselves.
 *
 * The output contains numbers and colours only; it needs no further escaping.
 */
final class MotifSvg {

	/**
	 * For pages: decorative, coloured by `.lw-motif` in the style sheet.
	 *
	 * @param Motif  $motif     The motif.
	 * @param string $css_class One more class.
	 */
	public static function for_page( Motif $motif, string $css_class = '' ): string {
		$css_class = '' === $css_class ? 'lw-motif' : 'lw-motif ' . htmlspecialchars( $css_class, ENT_QUOTES );
		$marks     = '';
		foreach ( $motif->stations as list( $x, $y ) ) {
			$marks .= "<circle cx=\"$x\" cy=\"$y\" r=\".34\"/>";
		}
		if ( null !== $motif->spark ) {
			$marks .= "<circle cx=\"{$motif->spark[0]}\" cy=\"{$motif->spark[1]}\" r=\".46\"/>";
		}
		return "<svg class=\"$css_class\" viewBox=\"0 0 {$motif->width} {$motif->height}\" preserveAspectRatio=\"xMidYMid slice\" aria-hidden=\"true\">"
			. "<path d=\"{$motif->ground}\"/><path d=\"{$motif->path}\"/>$marks</svg>";
	}

	/**
	 * For files (PDF, favicon, print): a document of its own with the palette's colours.
	 *
	 * @param Motif   $motif   The motif.
	 * @param Palette $palette The portal's colours.
	 */
	public static function for_file( Motif $motif, Palette $palette ): string {
		$hex    = $palette->hexes();
		$marks  = '';
		$accent = $hex['accent'];
		foreach ( $motif->stations as list( $x, $y ) ) {
			$marks .= "<circle cx=\"$x\" cy=\"$y\" r=\".34\" fill=\"#fff\" stroke=\"$accent\" stroke-width=\".17\"/>";
		}
		if ( null !== $motif->spark ) {
			$marks .= "<circle cx=\"{$motif->spark[0]}\" cy=\"{$motif->spark[1]}\" r=\".46\" fill=\"{$hex['orange']}\"/>";
		}
		return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {$motif->width} {$motif->height}\">"
			. "<rect width=\"{$motif->width}\" height=\"{$motif->height}\" fill=\"{$hex['tint']}\"/>"
			. "<g fill=\"none\" stroke-width=\".32\"><path d=\"{$motif->ground}\" stroke=\"{$hex['tint-line']}\"/>"
			. "<path d=\"{$motif->path}\" stroke=\"$accent\" stroke-linecap=\"round\"/></g>$marks</svg>";
	}
}
