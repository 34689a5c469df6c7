<?php
/**
 * The map's points over REST.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Rest;

use Lernwelt\Core\Data\DataSource;
use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use Lernwelt\Core\Viewer;
use Lernwelt\Dataview\Domain\Map\PackedPoints;
use Lernwelt\Dataview\Domain\Parameters;
use Lernwelt\Dataview\Domain\ViewOptions;
use Lernwelt\Dataview\Domain\ViewState;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * GET /lernwelt/v1/data-views/{source}/points: everything a query finds, as columns of differences. Takes the parameters
 * of the page and the editor's `scope`; who may see what is up to the source, so a changed address shows nothing more
 * than the list could.
 */
final class PointsController extends Controller {
	private const SCHEMA = 'points';

	/**
	 * @param Schemas     $schemas Schemas of this plugin.
	 * @param DataSources $sources Data sources of this portal.
	 */
	public function __construct( Schemas $schemas, private readonly DataSources $sources ) {
		parent::__construct( $schemas );
	}

	/** Registers the route. */
	public function register_routes(): void {
		$this->route( '/data-views/(?P<source>[a-z0-9-]+)/points', self::SCHEMA, [ 'GET' => [ $this->read( ... ), $this->may_read( ... ) ] ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return true|WP_Error
	 */
	private function may_read( WP_REST_Request $request ): bool|WP_Error {
		return null === $this->source( $request ) ? Problems::error( Problems::NOT_FOUND ) : true;
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function read( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$source = $this->source( $request );
		if ( null === $source ) {
			return Problems::error( Problems::NOT_FOUND );
		}
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

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function source( WP_REST_Request $request ): ?DataSource {
		$id     = $request->get_url_params()['source'] ?? '';
		$source = is_string( $id ) ? $this->sources->get( $id ) : null;
		return null !== $source && $source->has_map() ? $source : null;
	}
}
