<?php
/**
 * The reasons for which an SVG is refused.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain\Svg;

enum Refusal: string {
	case Empty             = 'empty';
	case TooLarge          = 'too_large';
	case Compressed        = 'compressed';
	case Encoding          = 'encoding';
	case Doctype           = 'doctype';
	case Instruction       = 'instruction';
	case NotWellFormed     = 'not_well_formed';
	case NotSvg            = 'not_svg';
	case Script            = 'script';
	case Style             = 'style';
	case ForeignContent    = 'foreign_content';
	case EmbeddedImage     = 'embedded_image';
	case Animation         = 'animation';
	case Element           = 'element';
	case Attribute         = 'attribute';
	case Value             = 'value';
	case ExternalReference = 'external_reference';
	case TooComplex        = 'too_complex';
	case NoSize            = 'no_size';
}
