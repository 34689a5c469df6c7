<?php
/**
 * What the references inside an SVG add up to.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain\Svg;

use DOMAttr;
use DOMDocument;
use DOMElement;
use SplObjectStorage;

/**
 * A few lines of nested <use>, masks or clip paths can cost a browser billions of shapes. So each element is charged
 * with everything it makes a browser paint, and a circle of references is refused.
 */
final class References {
	/** Shapes a browser has to paint for the whole picture. */
	private const MAX_COST = 20_000;

	/** @var array<string, DOMElement> */
	private array $targets = [];

	/** @var SplObjectStorage<DOMElement, int> Cost; -1 while it is being counted. */
	private readonly SplObjectStorage $costs;

	public function __construct( private readonly DOMDocument $document ) {
		$this->costs = new SplObjectStorage();
		foreach ( $document->getElementsByTagName( '*' ) as $element ) {
			$id = $element->getAttribute( 'id' );
			if ( '' !== $id && ! isset( $this->targets[ $id ] ) ) {
				$this->targets[ $id ] = $element;
			}
		}
	}

	/**
	 * @throws Refused When the picture is too costly or refers to itself.
	 */
	public function check(): void {
		if ( null !== $this->document->documentElement ) {
			$this->cost( $this->document->documentElement );
		}
	}

	private function cost( DOMElement $element ): int {
		if ( $this->costs->contains( $element ) ) {
			$known = $this->costs[ $element ];
			return $known >= 0 ? $known : throw new Refused( Refusal::TooComplex, $element->localName ?? '' );
		}
		$this->costs[ $element ] = -1;

		$cost = 1;
		foreach ( [ ...$this->children( $element ), ...$this->referred( $element ) ] as $part ) {
			$cost += $this->cost( $part );
			if ( $cost > self::MAX_COST ) {
				throw new Refused( Refusal::TooComplex, $element->localName ?? '' );
			}
		}
		$this->costs[ $element ] = $cost;
		return $cost;
	}

	/**
	 * @return list<DOMElement>
	 */
	private function children( DOMElement $element ): array {
		$children = [];
		foreach ( $element->childNodes as $child ) {
			if ( $child instanceof DOMElement ) {
				$children[] = $child;
			}
		}
		return $children;
	}

	/**
	 * @return list<DOMElement>
	 */
	private function referred( DOMElement $element ): array {
		$referred = [];
		foreach ( $element->attributes as $attribute ) {
			if ( $attribute instanceof DOMAttr && 1 === preg_match( '/^\s*(?:url\(\s*["\']?)?#([^"\')\s]+)/u', $attribute->value, $found ) && isset( $this->targets[ $found[1] ] ) ) {
				$referred[] = $this->targets[ $found[1] ];
			}
		}
		return $referred;
	}
}
