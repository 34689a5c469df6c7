<?php
/**
 * Columns of a place's post.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Persistence;

use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceContent;

/**
 * What the block editor would store for somebody without the right to write any HTML, whoever runs the import: title,
 * excerpt and content as they come out of WordPress's filters. Texts without `<`, `>` and `&` come out as they went in,
 * so those are spared the filters, which cost more than all the rest.
 */
final class PostTexts {

	/**
	 * @param Place $place Place.
	 */
	public static function title( Place $place ): string {
		$title = trim( $place->title );
		return self::plain( $title ) ? $title : wp_kses( $title, 'title_save_pre' );
	}

	/**
	 * @param Place $place Place.
	 */
	public static function excerpt( Place $place ): string {
		return self::plain( $place->summary ) ? $place->summary : self::cleaned( $place->summary );
	}

	/**
	 * @param Place $place Place.
	 */
	public static function content( Place $place ): string {
		$content = PlaceContent::blocks( $place );
		return self::plain( implode( '', $place->description ) ) ? $content : self::cleaned( $content );
	}

	private static function plain( string $text ): bool {
		return false === strpbrk( $text, '<>&' );
	}

	private static function cleaned( string $html ): string {
		return balanceTags( wp_kses_post( convert_invalid_entities( $html ) ) );
	}
}
