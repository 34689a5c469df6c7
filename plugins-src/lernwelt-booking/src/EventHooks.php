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
use Lernwelt\Booking\Content\EventTaxonomies;
use Lernwelt\Booking\Content\EventType;
use Lernwelt\Booking\Persistence\Migrations\M0002SeedTerms;
use Lernwelt\Booking\Rest\DatesController;
use Lernwelt\Core\Schemas;
use WP_Post;

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
		add_action( 'init', fn () => $this->register_block_types() );
		add_action( 'rest_api_init', fn () => $this->register_routes() );
	}

	private function register_routes(): void {
		$services = $this->parts->services;
		$schemas  = new Schemas( dirname( $this->file ) . '/schemas' );
		( new DatesController( $schemas, $this->parts->dates(), $this->parts->manage_dates(), new PlanSeries( $services->holidays ), $services->clock, wp_timezone( ... ), static fn (): array => BookingCapabilities::roles_that_book( $services->capabilities ) ) )->register_routes();
	}

	private function register_block_types(): void {
		$blocks = dirname( $this->file ) . '/build/blocks';
		if ( is_dir( $blocks ) ) {
			wp_register_block_types_from_metadata_collection( $blocks, dirname( $blocks ) . '/blocks-manifest.php' );
		}
	}
}
