<?php
/**
 * The search that leads to a data view.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use Lernwelt\Core\Data\DataSource;
use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Viewer;
use Lernwelt\Dataview\Domain\Input;

/** Makes the view of a block. */
final readonly class DataSearchBlock {

	/**
	 * @param DataSources $sources Data sources of this portal.
	 * @param Page        $page    Knows how parameters are called.
	 */
	public function __construct( private DataSources $sources, private Page $page ) {}

	/**
	 * The view of a block for whoever looks.
	 *
	 * @param array<string, mixed> $attributes Attributes of the block.
	 */
	public function view( array $attributes ): SearchView {
		$viewer = Viewer::current();
		$id     = Input::text( $attributes['source'] ?? '' );
		$source = '' === $id ? null : $this->sources->get( $id );
		if ( null === $source ) {
			return new SearchView( '', $viewer->can( 'edit_posts' ) ? __( 'Choose in the settings of this block which data it searches.', 'lernwelt-dataview' ) : '' );
		}
		$names      = $this->page->names( '' );
		$field      = self::field( $source, Input::text( $attributes['filter'] ?? '' ), $viewer );
		$everything = Input::text( $attributes['everything'] ?? '' );
		return new SearchView(
			/* translators: %s: name of a data source, e.g. "Learning places". */
			sprintf( __( 'Search: %s', 'lernwelt-dataview' ), $source->label() ),
			'',
			wp_unique_id( 'lw-ds-' ),
			self::path( Input::text( $attributes['page'] ?? '' ) ),
			$names->search(),
			null === $field ? '' : $names->field( $field ),
			null === $field ? '' : $field->label,
			'' === $everything ? __( 'Everything', 'lernwelt-dataview' ) : $everything,
			null === $field ? [] : self::options( $source, $field, $viewer ),
		);
	}

	/**
	 * The field to filter by.
	 *
	 * @param DataSource $source Source.
	 * @param string     $id     Its id, '' for none.
	 * @param Viewer     $viewer Who looks.
	 */
	private static function field( DataSource $source, string $id, Viewer $viewer ): ?Field {
		foreach ( $source->fields() as $field ) {
			if ( $id === $field->id && $field->filter && FieldType::Terms === $field->type && $field->visible_to( $viewer ) ) {
				return $field;
			}
		}
		return null;
	}

	/**
	 * Values that lead to something.
	 *
	 * @param DataSource $source Source.
	 * @param Field      $field  Field.
	 * @param Viewer     $viewer Who looks.
	 * @return array<array-key, string> Value → label.
	 */
	private static function options( DataSource $source, Field $field, Viewer $viewer ): array {
		$options = [];
		foreach ( $source->query( new Query( per_page: 0, facets: [ $field->id ] ), $viewer )->facets as $facet ) {
			foreach ( $facet->values as $value ) {
				$options[ $value->value ] = $value->label;
			}
		}
		return $options;
	}

	/**
	 * A path on this portal: a form must not send visitors' words elsewhere.
	 *
	 * @param string $page What the editor wrote.
	 */
	private static function path( string $page ): string {
		return '/' . ltrim( explode( '?', explode( '#', str_replace( '\\', '/', $page ) )[0] )[0], '/' );
	}
}
