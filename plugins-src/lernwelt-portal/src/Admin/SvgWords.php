<?php
/**
 * Why an SVG is refused, in words.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Admin;

use Lernwelt\Portal\Domain\Svg\Refusal;
use Lernwelt\Portal\Domain\Svg\Refused;
use Lernwelt\Portal\Domain\Svg\Source;

final class SvgWords {
	/**
	 * @param Refused $refused What the inspector said.
	 * @return string A sentence for the person who uploads, plain text.
	 */
	public static function of( Refused $refused ): string {
		$sentence = match ( $refused->reason ) {
			Refusal::Empty             => __( 'This SVG file is empty.', 'lernwelt-portal' ),
			/* translators: %s: size such as "256 KB". */
			Refusal::TooLarge          => sprintf( __( 'This SVG file is larger than %s. Please simplify it or upload it as PNG.', 'lernwelt-portal' ), (string) size_format( Source::MAX_BYTES ) ),
			Refusal::Compressed        => __( 'This SVG file is compressed. Please save it as plain SVG.', 'lernwelt-portal' ),
			Refusal::Encoding          => __( 'This file is no SVG in the encoding UTF-8 without byte order mark. Please save it that way.', 'lernwelt-portal' ),
			Refusal::Doctype           => __( 'This SVG file contains a document type or entities, which can be misused. Please export it without DOCTYPE, for example as "SVG for the web".', 'lernwelt-portal' ),
			Refusal::Instruction       => __( 'This SVG file contains instructions for other programs. Please export it as "SVG for the web".', 'lernwelt-portal' ),
			Refusal::NotWellFormed     => __( 'This SVG file is damaged. Please export it again.', 'lernwelt-portal' ),
			Refusal::NotSvg            => __( 'This file is no SVG picture, although its name says so.', 'lernwelt-portal' ),
			Refusal::Script            => __( 'This SVG file contains a script. Such files are not accepted.', 'lernwelt-portal' ),
			Refusal::Style             => __( 'This SVG file contains styles. Please export it with "presentation attributes" instead of styles.', 'lernwelt-portal' ),
			Refusal::ForeignContent    => __( 'This SVG file contains parts that are no SVG, such as notes of the drawing program. Please export it as "plain" or "optimised" SVG.', 'lernwelt-portal' ),
			Refusal::EmbeddedImage     => __( 'This SVG file contains another picture. Please upload that picture as PNG or draw it as paths.', 'lernwelt-portal' ),
			Refusal::Animation         => __( 'This SVG file is animated. Please upload it without animation.', 'lernwelt-portal' ),
			Refusal::ExternalReference => __( 'This SVG file refers to something outside itself. Please remove links and references.', 'lernwelt-portal' ),
			Refusal::Element, Refusal::Attribute, Refusal::Value => __( 'This SVG file contains something that is not needed for a logo and is therefore not accepted. Please export it as "optimised" SVG and convert effects to paths.', 'lernwelt-portal' ),
			Refusal::TooComplex        => __( 'This SVG file is too complex and would slow down browsers. Please simplify it.', 'lernwelt-portal' ),
			Refusal::NoSize            => __( 'This SVG file does not say how large it is. Please export it with width and height or with a viewBox.', 'lernwelt-portal' ),
		};
		if ( '' === $refused->detail ) {
			return $sentence;
		}
		/* translators: 1: sentence, 2: name of an element or attribute of the file. */
		return sprintf( __( '%1$s (Found: %2$s)', 'lernwelt-portal' ), $sentence, mb_strimwidth( $refused->detail, 0, 60, '…' ) );
	}
}
