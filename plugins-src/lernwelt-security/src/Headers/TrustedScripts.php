<?php
/**
 * The inline scripts of this answer that WordPress itself printed.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Headers;

use Lernwelt\Security\Domain\ScriptHash;
use WP_HTML_Tag_Processor;

/**
 * Collects hashes where scripts are printed through WordPress's own functions. A script that got into the page any
 * other way – in a post, through a hole in a plugin – has no hash and does not run.
 */
final class TrustedScripts {

	/** @var array<string, true> */
	private array $hashes = [];

	/**
	 * Filter `wp_inline_script_attributes`: takes note of the text, leaves the attributes alone.
	 *
	 * @param array<string, string|bool> $attributes Attributes of the script element.
	 * @param string                     $text       Text WordPress is about to print.
	 * @return array<string, string|bool>
	 */
	public function note( array $attributes, string $text ): array {
		$type = $attributes['type'] ?? '';
		if ( ScriptHash::needed_for( is_string( $type ) ? $type : '' ) ) {
			$this->hashes[ ScriptHash::of( self::printed( $text, $attributes ) ) ] = true;
		}
		return $attributes;
	}

	/** @return list<string> CSP sources, in the order of printing. */
	public function sources(): array {
		return array_keys( $this->hashes );
	}

	/**
	 * What really reaches the page: text that would close or nest a script element is escaped on the way.
	 *
	 * @param array<string, string|bool> $attributes
	 */
	private static function printed( string $text, array $attributes ): string {
		if ( false === stripos( $text, '<script' ) && false === stripos( $text, '</script' ) && ! str_contains( $text, '<!--' ) ) {
			return $text;
		}
		$processor = new WP_HTML_Tag_Processor( '<script></script>' );
		$processor->next_tag();
		if ( isset( $attributes['type'] ) ) {
			$processor->set_attribute( 'type', $attributes['type'] );
		}
		$processor->set_modifiable_text( $text );
		$rendered = new WP_HTML_Tag_Processor( $processor->get_updated_html() );
		$rendered->next_tag();
		return $rendered->get_modifiable_text();
	}
}
