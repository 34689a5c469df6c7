<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Integration;

use DOMDocument;
use DOMElement;
use DOMXPath;
use Lernwelt\Core\Core;
use Lernwelt\Tests\IntegrationTestCase;

/** Prints data views of a source with rows and fields that not everybody may see. */
abstract class DataViewTestCase extends IntegrationTestCase {

	protected function setUp(): void {
		parent::setUp();
		$services = Core::services();
		if ( null === $services->data_sources->get( MeetingsSource::ID ) ) {
			$services->data_sources->register( MeetingsSource::ID, static fn (): MeetingsSource => new MeetingsSource( $services->index ) );
		}
		foreach ( get_posts( [ 'post_type' => 'post', 'post_status' => 'any', 'numberposts' => -1 ] ) as $post ) {
			wp_delete_post( $post->ID, true );
		}
		$_SERVER['REQUEST_URI'] = '/treffen/';
	}

	/**
	 * A meeting.
	 *
	 * @param string                $title  Title.
	 * @param array<string, string> $metas  City, note, grade.
	 * @param string                $status Status.
	 */
	protected static function meeting( string $title, array $metas = [], string $status = 'publish' ): int {
		$id = wp_insert_post( [ 'post_title' => $title, 'post_status' => $status, 'post_excerpt' => "Worum es bei $title geht.", 'meta_input' => $metas + [ 'city' => 'halle' ] ] );
		self::assertGreaterThan( 0, $id );
		return $id;
	}

	/**
	 * A data view as a visitor's page has it.
	 *
	 * @param array<string, mixed> $attributes Attributes of the block.
	 * @param array<mixed>         $query      Parameters of the address.
	 */
	protected static function show( array $attributes = [], array $query = [] ): string {
		$_GET = wp_slash( $query );
		return apply_filters( 'the_content', '<!-- wp:lernwelt/data-view ' . wp_json_encode( [ 'source' => MeetingsSource::ID, ...$attributes ] ) . ' /-->' );
	}

	/**
	 * Titles in their order.
	 *
	 * @param string $html A data view.
	 * @return list<string>
	 */
	protected static function titles( string $html ): array {
		return self::texts( $html, '//*[contains(@class, "lw-row__title") or contains(@class, "lw-card__title") or @role="rowheader"]' );
	}

	/**
	 * The status sentence.
	 *
	 * @param string $html A data view.
	 */
	protected static function said( string $html ): string {
		return implode( '|', self::texts( $html, '//p[@role="status"]' ) );
	}

	/**
	 * Texts of elements.
	 *
	 * @param string $html HTML.
	 * @param string $path XPath.
	 * @return list<string>
	 */
	protected static function texts( string $html, string $path ): array {
		return array_map( static fn ( DOMElement $element ): string => trim( (string) preg_replace( '/\s+/u', ' ', $element->textContent ) ), self::elements( $html, $path ) );
	}

	/**
	 * An attribute of elements.
	 *
	 * @param string $html HTML.
	 * @param string $path XPath.
	 * @param string $name Attribute.
	 * @return list<string>
	 */
	protected static function attributes( string $html, string $path, string $name ): array {
		return array_map( static fn ( DOMElement $element ): string => $element->getAttribute( $name ), self::elements( $html, $path ) );
	}

	/**
	 * @param string $html HTML.
	 * @param string $path XPath.
	 * @return list<DOMElement>
	 */
	private static function elements( string $html, string $path ): array {
		$document = new DOMDocument();
		$before   = libxml_use_internal_errors( true );
		$document->loadHTML( '<?xml encoding="utf-8"?>' . $html );
		libxml_clear_errors();
		libxml_use_internal_errors( $before );
		$found = ( new DOMXPath( $document ) )->query( $path );
		self::assertNotFalse( $found, $path );
		return array_values( array_filter( iterator_to_array( $found ), static fn ( mixed $node ): bool => $node instanceof DOMElement ) );
	}
}
