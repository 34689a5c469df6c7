<?php
/**
 * Looks through an SVG.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain\Svg;

use DOMAttr;
use DOMCdataSection;
use DOMComment;
use DOMDocument;
use DOMElement;
use DOMText;
use DOMXPath;

/**
 * Accepts a file as it is or refuses it. Nothing is ever cleaned: what a cleaner leaves behind is what it understood,
 * and browsers understand more.
 */
final readonly class Inspector {
	private const MAX_ELEMENTS = 3_000;
	private const MAX_DEPTH    = 40;

	public function __construct( private Rules $rules = new Rules() ) {
	}

	/**
	 * @param string $bytes The file.
	 * @return Size How large the picture is.
	 * @throws Refused With the first rule it breaks.
	 */
	public function inspect( string $bytes ): Size {
		$document = ( new Source( $bytes ) )->document();
		$root     = $document->documentElement;
		if ( null === $root || 'svg' !== $root->localName || Rules::SVG !== $root->namespaceURI ) {
			throw new Refused( Refusal::NotSvg );
		}
		$this->check_nodes( $document );
		( new References( $document ) )->check();
		return Size::of( $root );
	}

	private function check_nodes( DOMDocument $document ): void {
		$nodes = ( new DOMXPath( $document ) )->query( '//node()' );
		if ( false === $nodes ) {
			throw new Refused( Refusal::NotWellFormed );
		}
		$elements = 0;
		foreach ( $nodes as $node ) {
			if ( $node instanceof DOMElement ) {
				$this->check_element( $node );
				++$elements;
			} elseif ( $node instanceof DOMComment ) {
				$this->check_comment( $node );
			} elseif ( ! $node instanceof DOMText || $node instanceof DOMCdataSection ) {
				throw new Refused( Refusal::Instruction, $node->nodeName );
			}
			if ( $elements > self::MAX_ELEMENTS ) {
				throw new Refused( Refusal::TooComplex );
			}
		}
	}

	/**
	 * `<!--><script>…` is one comment to XML, but a script to a browser that takes the file for HTML.
	 */
	private function check_comment( DOMComment $comment ): void {
		if ( false !== strpbrk( $comment->data, '<>' ) ) {
			throw new Refused( Refusal::Instruction, 'comment' );
		}
	}

	private function check_element( DOMElement $element ): void {
		$name = $element->localName ?? '';
		$this->rules->check_element( $name, $element->namespaceURI );
		if ( substr_count( (string) $element->getNodePath(), '/' ) > self::MAX_DEPTH ) {
			throw new Refused( Refusal::TooComplex, $name );
		}
		foreach ( $element->attributes as $attribute ) {
			if ( $attribute instanceof DOMAttr ) {
				$this->rules->check_attribute( $name, $this->full_name( $attribute ), $attribute->value );
			}
		}
	}

	/**
	 * Prefixes are the author's choice, namespaces are not.
	 */
	private function full_name( DOMAttr $attribute ): string {
		return match ( $attribute->namespaceURI ) {
			null         => $attribute->name,
			Rules::XLINK => 'xlink:' . $attribute->localName,
			Rules::XML   => 'xml:' . $attribute->localName,
			default      => $attribute->namespaceURI . ':' . $attribute->localName,
		};
	}
}
