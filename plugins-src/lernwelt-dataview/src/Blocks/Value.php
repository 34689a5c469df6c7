<?php
/**
 * One value of a field, as people read it.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

/** Text with what stands behind it. */
final readonly class Value {

	/**
	 * @param string $text     Plain text.
	 * @param string $href     Where it leads, '' for nowhere.
	 * @param string $datetime The day or the instant for machines, '' when it is neither.
	 */
	public function __construct( public string $text, public string $href = '', public string $datetime = '' ) {}

	/** HTML, escaped. */
	public function html(): string {
		return match ( true ) {
			'' !== $this->href     => sprintf( '<a href="%s">%s</a>', esc_url( $this->href, [ 'http', 'https', 'mailto' ] ), esc_html( $this->text ) ),
			'' !== $this->datetime => sprintf( '<time datetime="%s">%s</time>', esc_attr( $this->datetime ), esc_html( $this->text ) ),
			default                => esc_html( $this->text ),
		};
	}
}
