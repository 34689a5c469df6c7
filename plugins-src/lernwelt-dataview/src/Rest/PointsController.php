<?php
/**
 * The map's points over REST.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Rest;

use Lernwelt\Core\Data\DataSource;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Viewer;
use Lernwelt\Dataview\Domain\Map\PackedPoints;
use Lernwelt\Dataview\Domain\Parameters;
use Lernwelt\Dataview\Domain\ViewOptions;
use Lernwelt\Dataview\Domain\ViewState;
use WP_REST_Request;
use WP_REST_Response;

/**
 * GET /lernwelt/v1/data-views/{source}/points: everything a query finds, as columns of differences. Takes the parameters
 * of the page and the editor's `scope`; who may see what is up to the source, so a changed address shows nothing more
 * than the list could.
 */
final class PointsController extends SourceController {

	/** Registers the route. */
	public function register_routes(): void {
		$this->source_route( 'points', $this->read( ... ) );
	}

	protected function offers( DataSource $source ): bool {
		return $source->has_map();
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @param DataSource                            $source
	 */
	private function read( WP_REST_Request $request, DataSource $source ): WP_REST_Response {
		$viewer  = Viewer::current();
		$query   = $request->get_query_params();
		$options = ViewOptions::from( [ 'scope' => $query['scope'] ?? [] ] );
		$fields  = array_values( array_filter( $source->fields(), static fn ( Field $field ): bool => $field->visible_to( $viewer ) ) );
		$state   = ViewState::read( $query, new Parameters(), $options, $fields );
		$asked   = serialize( [ $state->search, $state->filters, $options->scope ] );
		$work    = static fn (): array => PackedPoints::of( $source->markers( $state->query( $options ), $viewer ) );
		// Guests all see the same, so their answer is known by the source's version; a user's rights may have changed.
		$known = $viewer->is_guest() ? hash( 'xxh128', $source->id() . $source->version() . $asked ) : '';
		return Revalidation::answer( $request, $known, $work, $viewer->is_guest() );
	}
}
