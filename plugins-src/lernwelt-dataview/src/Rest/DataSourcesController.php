<?php
/**
 * The portal's data sources over REST.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Rest;

use Lernwelt\Core\Data\DataSource;
use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Schemas;
use Lernwelt\Core\Viewer;
use Lernwelt\Dataview\Domain\Calendar\VisibleCalendar;
use WP_Error;
use WP_REST_Response;

/**
 * GET /lernwelt/v1/data-sources, for the block editor.
 */
final class DataSourcesController extends Controller {

	/**
	 * @param Schemas     $schemas Schemas of this plugin.
	 * @param DataSources $sources Data sources of this portal.
	 */
	public function __construct( Schemas $schemas, private readonly DataSources $sources ) {
		parent::__construct( $schemas );
	}

	/** Registers the route. */
	public function register_routes(): void {
		$this->route( '/data-sources', 'data-sources', [ 'GET' => [ $this->read( ... ), $this->may_read( ... ) ] ] );
	}

	/** @return true|WP_Error */
	private function may_read(): bool|WP_Error {
		return $this->allowed( 'edit_posts' );
	}

	private function read(): WP_REST_Response {
		$viewer  = Viewer::current();
		$sources = array_map( static fn ( DataSource $source ): array => self::source( $source, $viewer ), array_values( $this->sources->all() ) );
		return new WP_REST_Response( [ 'sources' => $sources ] );
	}

	/**
	 * @param DataSource $source A source.
	 * @param Viewer     $viewer Who asks.
	 * @return array<string, mixed>
	 */
	private static function source( DataSource $source, Viewer $viewer ): array {
		$fields = array_filter( $source->fields(), static fn ( Field $field ): bool => $field->visible_to( $viewer ) );
		return [
			'id'       => $source->id(),
			'label'    => $source->label(),
			'map'      => $source->has_map(),
			'calendar' => null !== VisibleCalendar::of( $source, array_values( $fields ) ),
			'fields'   => array_map( self::field( ... ), array_values( $fields ) ),
		];
	}

	/** @return array<string, mixed> */
	private static function field( Field $field ): array {
		$choices = [];
		foreach ( $field->filter && FieldType::Terms === $field->type ? $field->choices() : [] as $value => $label ) {
			$choices[] = [ 'value' => (string) $value, 'label' => $label ];
		}
		return [
			'id'         => $field->id,
			'label'      => $field->label,
			'type'       => $field->type->value,
			'filter'     => $field->filter,
			'sort'       => $field->sort,
			'restricted' => null !== $field->capability,
			'choices'    => $choices,
		];
	}
}
