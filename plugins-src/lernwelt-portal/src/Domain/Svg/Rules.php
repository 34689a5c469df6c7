<?php
/**
 * What an SVG may consist of.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain\Svg;

/**
 * An allow-list of shapes: every attribute has a grammar, so a value that a style engine would read differently than
 * we do (escapes, comments, url() in odd places) never matches.
 */
final class Rules {
	public const SVG   = 'http://www.w3.org/2000/svg';
	public const XLINK = 'http://www.w3.org/1999/xlink';
	public const XML   = 'http://www.w3.org/XML/1998/namespace';

	private const ELEMENTS = [
		'svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline',
		'polygon', 'text', 'tspan', 'linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask',
	];

	/** Elements people often meet, with a reason that helps them more than "not allowed". */
	private const KNOWN = [
		'script'           => Refusal::Script,
		'handler'          => Refusal::Script,
		'listener'         => Refusal::Script,
		'style'            => Refusal::Style,
		'foreignObject'    => Refusal::ForeignContent,
		'iframe'           => Refusal::ForeignContent,
		'image'            => Refusal::EmbeddedImage,
		'feImage'          => Refusal::EmbeddedImage,
		'a'                => Refusal::ExternalReference,
		'animate'          => Refusal::Animation,
		'animateColor'     => Refusal::Animation,
		'animateMotion'    => Refusal::Animation,
		'animateTransform' => Refusal::Animation,
		'set'              => Refusal::Animation,
		'discard'          => Refusal::Animation,
	];

	private const NUMBERS = '/^[0-9eE.,+\-\s]+(?:%|px|pt|mm|cm|in|em|ex|pc|rem)?\s*$/D';
	private const PATH    = '/^[\sMmZzLlHhVvCcSsQqTtAa0-9eE.,+\-]*$/D';
	private const DASHES  = '/^(?:none|[0-9.,%\s]{1,200})$/D';
	private const KEYWORD = '/^[A-Za-z0-9 .\-]{0,100}$/D';
	private const NAME    = '/^[\p{L}_][\p{L}\p{N}_.:\-]{0,99}$/uD';
	private const LABEL   = '/^[^<>\p{Cc}]{0,500}$/uD';
	private const FONT    = '/^[\p{L}\p{N}, \'"\-]{1,200}$/uD';
	private const LOCAL   = '/^\s*#[\p{L}_][\p{L}\p{N}_.:\-]{0,99}\s*$/uD';
	private const MATRIX  = '/^\s*(?:(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([0-9eE.,+\-\s]{1,200}\)[\s,]*){0,20}$/D';
	private const COLOUR  = '(?:#[0-9a-fA-F]{3,8}|[A-Za-z]{3,24}|(?:rgb|rgba|hsl|hsla)\([0-9.,%+\-\s\/]{1,60}\))';
	private const URL     = 'url\(\s*(["\']?)#[\p{L}_][\p{L}\p{N}_.:\-]{0,99}\1\s*\)';
	private const PAINT   = '/^\s*(?:' . self::URL . '(?:\s+' . self::COLOUR . ')?|' . self::COLOUR . ')\s*$/uD';
	private const TARGET  = '/^\s*(?:none|' . self::URL . ')\s*$/uD';

	/** Grammar → names of the attributes that follow it. */
	private const ATTRIBUTES = [
		self::NUMBERS => '
			x y x1 x2 y1 y2 cx cy r rx ry fx fy fr dx dy rotate width height offset points viewBox version
			stroke-width stroke-miterlimit stroke-dashoffset opacity fill-opacity stroke-opacity stop-opacity
			font-size letter-spacing word-spacing textLength pathLength
		',
		self::DASHES  => 'stroke-dasharray',
		self::PATH    => 'd',
		self::KEYWORD => '
			fill-rule clip-rule stroke-linecap stroke-linejoin gradientUnits clipPathUnits
			maskUnits maskContentUnits spreadMethod preserveAspectRatio display visibility overflow text-anchor
			dominant-baseline font-style font-weight font-variant font-stretch color-interpolation
			color-rendering shape-rendering text-rendering image-rendering vector-effect paint-order mask-type
			lengthAdjust role aria-hidden focusable baseProfile enable-background xml:space xml:lang lang
		',
		self::NAME    => 'id aria-labelledby aria-describedby',
		self::LABEL   => 'class aria-label data-name',
		self::FONT    => 'font-family',
		self::MATRIX  => 'transform gradientTransform',
		self::PAINT   => 'fill stroke stop-color color',
		self::TARGET  => 'clip-path mask',
		self::LOCAL   => 'href xlink:href',
	];

	private const MAY_REFER = [ 'use', 'linearGradient', 'radialGradient' ];

	/** @var array<string, string> Attribute name → grammar. */
	private array $grammars = [];

	public function __construct() {
		foreach ( self::ATTRIBUTES as $grammar => $names ) {
			foreach ( self::words( $names ) as $name ) {
				$this->grammars[ $name ] = $grammar;
			}
		}
	}

	/**
	 * @return list<string>
	 */
	private static function words( string $text ): array {
		$words = preg_split( '/\s+/', $text, -1, PREG_SPLIT_NO_EMPTY );
		return false === $words ? [] : $words;
	}

	/**
	 * @param string  $name      Local name of the element.
	 * @param ?string $namespace Its namespace.
	 * @throws Refused When it is not on the list.
	 */
	public function check_element( string $name, ?string $namespace ): void {
		if ( self::SVG === $namespace && in_array( $name, self::ELEMENTS, true ) ) {
			return;
		}
		throw new Refused( self::KNOWN[ $name ] ?? ( self::SVG === $namespace ? Refusal::Element : Refusal::ForeignContent ), $name );
	}

	/**
	 * @param string $element Local name of the element that carries it.
	 * @param string $name    Name, with `xlink:` or `xml:` in front when it is from these namespaces.
	 * @param string $value   Value as the parser understood it.
	 * @throws Refused When the attribute is not on the list or its value breaks the grammar.
	 */
	public function check_attribute( string $element, string $name, string $value ): void {
		if ( 0 === stripos( $name, 'on' ) ) {
			throw new Refused( Refusal::Script, $name );
		}
		if ( 'style' === $name ) {
			throw new Refused( Refusal::Style, $name );
		}
		$grammar = $this->grammars[ $name ] ?? null;
		$refers  = self::LOCAL === $grammar;
		if ( null === $grammar || ( $refers && ! in_array( $element, self::MAY_REFER, true ) ) ) {
			throw new Refused( $refers ? Refusal::ExternalReference : Refusal::Attribute, $name );
		}
		if ( 1 !== preg_match( $grammar, $value ) ) {
			$looks_outside = $refers || 1 === preg_match( '/url\s*\(|:|\\\\|\/\//i', $value );
			throw new Refused( $looks_outside ? Refusal::ExternalReference : Refusal::Value, $name );
		}
	}
}
