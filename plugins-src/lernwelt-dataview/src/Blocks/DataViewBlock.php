<?php
/**
 * The data view.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Data\DataSource;
use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\HasCalendar;
use Lernwelt\Core\Viewer;
use Lernwelt\Dataview\Application\Map\BaseLayer;
use Lernwelt\Dataview\Domain\Calendar\VisibleCalendar;
use Lernwelt\Dataview\Domain\Layout;
use Lernwelt\Dataview\Domain\ViewOptions;

/** Makes the view of a block. */
final readonly class DataViewBlock {

	/**
	 * @param DataSources $sources Data sources of this portal.
	 * @param Page        $page    The page it stands on.
	 * @param BaseLayer   $base    What lies under the markers of a map.
	 * @param Clock       $clock   Says which month a calendar shows first.
	 */
	public function __construct( private DataSources $sources, private Page $page, private BaseLayer $base, private Clock $clock ) {}

	/**
	 * The view of a block for whoever looks.
	 *
	 * @param array<string, mixed> $attributes Attributes of the block.
	 */
	public function view( array $attributes ): DataView {
		$viewer  = Viewer::current();
		$options = ViewOptions::from( $attributes );
		$options = $options->with_key( $this->page->unique_key( $options->key ) );
		$source  = '' === $options->source ? null : $this->sources->get( $options->source );
		if ( null === $source ) {
			return new DataView( Ids::root( $options->key ), '', $viewer->can( 'edit_posts' ) ? self::hint( $options->source ) : '' );
		}
		$fields = array_values( array_filter( $source->fields(), static fn ( Field $field ): bool => $field->visible_to( $viewer ) ) );
		$impossible = array_keys(
			array_filter(
				[
					Layout::Map->value      => ! $source->has_map(),
					Layout::Calendar->value => null === VisibleCalendar::of( $source, $fields ),
					Layout::Chart->value    => null === $options->chart_of( $fields ),
				]
			)
		);
		$options    = $options->without( ...array_map( Layout::from( ... ), $impossible ) );
		return ( new ResultView( $source, $options, $fields, $viewer, $this->page, $this->base, $this->clock->now()->setTimezone( wp_timezone() ) ) )->view();
	}

	/**
	 * Single records as HTML, as the map shows them.
	 *
	 * @param DataSource    $source  Where they come from.
	 * @param list<int>     $ids     Their ids, at most 200.
	 * @param Viewer        $viewer  Who looks.
	 * @param ?list<string> $columns Field ids to show; null for the usual ones.
	 * @return list<string> In the order asked for; records the viewer may not see are missing.
	 */
	public static function records( DataSource $source, array $ids, Viewer $viewer, ?array $columns = null ): array {
		$fields  = array_values( array_filter( $source->fields(), static fn ( Field $field ): bool => $field->visible_to( $viewer ) ) );
		$columns = ViewOptions::from( [ 'columns' => $columns ] )->columns_of( $fields );
		$format  = new ValueFormat( $source instanceof HasCalendar ? $source->calendar() : null );
		$html    = [];
		foreach ( $source->records( $ids, $viewer ) as $record ) {
			$html[] = ( new RecordView( $record, $columns, $format ) )->html();
		}
		return $html;
	}

	private static function hint( string $source ): string {
		return '' === $source
			? __( 'Choose in the settings of this block which data it shows.', 'lernwelt-dataview' )
			/* translators: %s: id of a data source. */
			: sprintf( __( 'This portal has no data source “%s”. Visitors see nothing here: choose another source or remove the block.', 'lernwelt-dataview' ), $source );
	}
}
