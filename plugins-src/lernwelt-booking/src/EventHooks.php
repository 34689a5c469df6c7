<?php
/**
 * What editors write.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking;

use Lernwelt\Booking\Application\PlanSeries;
use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Content\EventCopy;
use Lernwelt\Booking\Content\EventGuard;
use Lernwelt\Booking\Content\EventList;
use Lernwelt\Booking\Content\EventMeta;
use Lernwelt\Booking\Content\EventTaxonomies;
use Lernwelt\Booking\Content\EventType;
use Lernwelt\Booking\Content\SaveCheck;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Persistence\Migrations\M0002SeedTerms;
use Lernwelt\Booking\Rest\DatesController;
use Lernwelt\Core\Blocks\OnDemand;
use Lernwelt\Core\Schemas;
use WP_Post;
use WP_Query;
use WP_REST_Request;

/** Post type, taxonomies, details, dates with their REST routes, the editor. */
final readonly class EventHooks {

	/**
	 * @param string $file  Main file of the plugin.
	 * @param Parts  $parts Shared objects of this plugin.
	 */
	public function __construct( private string $file, private Parts $parts ) {}

	/** Hooks everything up. */
	public function register(): void {
		$type       = new EventType();
		$taxonomies = new EventTaxonomies( dirname( $this->file ) . '/data/terms.json' );
		$this->parts->services->migrations->register( Plugin::SLUG, new M0002SeedTerms( $taxonomies->seed( ... ) ) );
		add_action( 'init', $taxonomies->register( ... ) );
		add_action( 'init', $type->register( ... ) );
		add_filter( 'enter_title_here', static fn ( string $text, WP_Post $post ): string => $type->title_placeholder( $text, $post->post_type ), 10, 2 );
		$this->register_details();
		$this->register_list();
		$this->register_guard();
		add_action( 'init', fn () => OnDemand::current()->add_folder( dirname( $this->file ) . '/build/blocks' ) );
		add_action( 'rest_api_init', fn () => $this->register_routes() );
	}

	/** What editors say about an event besides its text. */
	private function register_details(): void {
		$meta = new EventMeta( dirname( $this->file ) . '/schemas/event-details.json' );
		add_action( 'init', $meta->register( ... ) );
		add_filter( 'rest_pre_insert_' . Event::TYPE, ( new SaveCheck() )->check( ... ), 10, 2 );
		add_filter( 'rest_prepare_' . Event::TYPE, $meta->hide( ... ), 10, 3 );
	}

	/** The list of events in wp-admin, and copies made from there. */
	private function register_list(): void {
		$list = new EventList( $this->parts->dates(), $this->parts->services->clock );
		$copy = new EventCopy();
		add_filter( 'manage_' . Event::TYPE . '_posts_columns', $list->columns( ... ) );
		add_action( 'manage_' . Event::TYPE . '_posts_custom_column', $list->print_cell( ... ), 10, 2 );
		add_filter(
			'the_posts',
			static function ( array $posts, WP_Query $query ) use ( $list ): array {
				if ( is_admin() && $query->is_main_query() && Event::TYPE === $query->get( 'post_type' ) ) {
					$list->read( array_values( $posts ) );
				}
				return $posts;
			},
			10,
			2
		);
		add_filter( 'post_row_actions', $copy->row_actions( ... ), 10, 2 );
		add_action( 'admin_post_' . EventCopy::ACTION, $copy->answer( ... ) );
	}

	/** Events that people have booked stay. */
	private function register_guard(): void {
		$guard = new EventGuard( $this->parts->dates(), $this->parts->manage_dates(), $this->parts->services->clock );
		add_filter( 'pre_trash_post', $guard->keep( ... ), 10, 2 );
		add_filter( 'pre_delete_post', $guard->keep( ... ), 10, 2 );
		add_filter( 'rest_request_before_callbacks', static fn ( mixed $response, mixed $handler, WP_REST_Request $request ): mixed => $guard->refuse( $response, $request ), 10, 3 );
		add_action( 'after_delete_post', $guard->clean( ... ), 10, 2 );
	}

	private function register_routes(): void {
		$services = $this->parts->services;
		$schemas  = new Schemas( dirname( $this->file ) . '/schemas' );
		( new DatesController( $schemas, $this->parts->dates(), $this->parts->manage_dates(), new PlanSeries( $services->holidays ), $services->clock, wp_timezone( ... ), static fn (): array => BookingCapabilities::roles_that_book( $services->capabilities ) ) )->register_routes();
	}
}
