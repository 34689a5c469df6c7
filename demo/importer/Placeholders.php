<?php
/**
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

namespace Lernwelt\Demo;

/**
 * Fills in what a file can't know: {{title}}, {{contact.email}}, {{part.…}}, {{portal:…}} (address of a sister portal),
 * {{id:…}} and {{url:…}} (page or file that was imported before).
 */
final class Placeholders {

	/**
	 * @param Source                $source  Files.
	 * @param Ledger                $ledger  What was imported.
	 * @param array<string, string> $portals Portal id → address without a closing slash.
	 */
	public function __construct(
		private readonly Source $source,
		private readonly Ledger $ledger,
		private readonly array $portals
	) {}

	/**
	 * @param string $text Text with placeholders.
	 * @throws DemoError When one can't be filled.
	 */
	public function fill( string $text ): string {
		$text = $this->replace( '/\{\{part\.([a-z-]+)\}\}/', $text, fn ( string $name ): string => $this->source->part( $name ) );
		return $this->replace( '/\{\{([a-z]+(?:[.:][^{}]+)?)\}\}/', $text, fn ( string $name ): string => $this->value( $name ) );
	}

	/**
	 * Key in the ledger of what {{id:…}} names: a file or a page.
	 *
	 * @param string $name File name or path of a page.
	 */
	public static function key( string $name ): string {
		return str_contains( $name, '.' ) ? "file:$name" : "post:$name";
	}

	private function value( string $name ): string {
		[ $kind, $rest ] = array_pad( explode( '.', preg_replace( '/[.:]/', '.', $name, 1 ) ?? $name, 2 ), 2, '' );
		return match ( $kind ) {
			'title', 'tagline' => esc_html( $this->text( $this->source->portal[ $kind ] ?? null, $name ) ),
			'domain'  => esc_html( $this->source->domain() ),
			'contact' => esc_html( $this->contact( $rest ) ),
			'portal'  => esc_url( $this->text( $this->portals[ $rest ] ?? null, $name ) ),
			'id'      => (string) $this->id( $rest ),
			'url'     => esc_url( (string) wp_get_attachment_url( $this->id( $rest ) ) ),
			default   => throw new DemoError( "The demo content uses the unknown placeholder {{{$name}}}." ),
		};
	}

	private function contact( string $field ): string {
		$settings = $this->source->portal['settings'] ?? null;
		$settings = is_array( $settings ) ? $settings : [];
		return $this->text( $settings[ $field ] ?? $settings[ "contact_$field" ] ?? null, "contact.$field" );
	}

	private function id( string $name ): int {
		$id = $this->ledger->id( self::key( $name ) );
		return 0 !== $id ? $id : throw new DemoError( "The demo content refers to \"$name\", which isn't there." );
	}

	private function text( mixed $value, string $name ): string {
		return is_string( $value ) ? $value : throw new DemoError( "The placeholder {{{$name}}} has no value for the portal {$this->source->id}." );
	}

	/**
	 * @param string                   $pattern Pattern with the name in group 1.
	 * @param string                   $text    Text.
	 * @param callable(string): string $value   Value of a name.
	 */
	private function replace( string $pattern, string $text, callable $value ): string {
		return (string) preg_replace_callback( $pattern, static fn ( array $found ): string => $value( $found[1] ), $text );
	}
}
