<?php
/**
 * What scripts know.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use Lernwelt\Core\Viewer;
use Lernwelt\Dataview\Application\Map\BaseLayer;

/** Words, base layer and session of the data views of a page, and their style sheet in the head. */
final class FrontEnd {
	private const BLOCK = 'lernwelt/data-view';

	/** Handle that WordPress gives the style sheet named in block.json. */
	private const STYLE = 'lernwelt-data-view-style';

	/** Name that WordPress gives the script named in block.json. */
	private const SCRIPT = 'lernwelt-data-view-view-script-module';

	/** Whether the block that is about to be printed is a data view. */
	private bool $is_next = false;

	/** Whether something on this page needs the script. */
	private bool $runs = false;

	/**
	 * @param BaseLayer $base What lies under the markers.
	 */
	public function __construct( private readonly BaseLayer $base ) {}

	/**
	 * Filter `render_block_lernwelt/data-view`: the page has a data view, so its script needs words. One without
	 * anything to choose needs no script, but WordPress has asked for it by now.
	 *
	 * @param string $html The block, unchanged.
	 */
	public function configure( string $html ): string {
		$this->runs = $this->runs || str_contains( $html, 'data-wp-interactive' );
		if ( ! $this->runs ) {
			wp_dequeue_script_module( self::SCRIPT );
			return $html;
		}
		$config = [
			'words' => self::words(),
			'base'  => $this->base->config(),
		];
		// Pages of guests can be kept for everybody: nothing of a person may stand in them.
		if ( ! Viewer::current()->is_guest() ) {
			$config['session'] = [
				'nonce' => wp_create_nonce( 'wp_rest' ),
				'renew' => admin_url( 'admin-ajax.php?action=rest-nonce' ),
			];
		}
		wp_interactivity_config( self::BLOCK, $config );
		return $html;
	}

	/**
	 * Filter `pre_render_block`, just before a block is printed.
	 *
	 * @param mixed                $html  Unchanged.
	 * @param array<string, mixed> $block The block.
	 */
	public function look( mixed $html, array $block ): mixed {
		$this->is_next = self::BLOCK === ( $block['blockName'] ?? null );
		return $html;
	}

	/**
	 * Filter `interactivity_process_directives`: WordPress would walk through each element of a list of twenty records to
	 * set what the template has set already; that was a quarter of the page. A test holds the template to it.
	 *
	 * @param bool $process Whether WordPress processes the directives of the block that is about to be printed.
	 */
	public function leave( bool $process ): bool {
		return $process && ! $this->is_next;
	}

	/**
	 * Action `wp_enqueue_scripts`. The theme prints the content after the head; a style that WordPress only finds with
	 * the block would come at the page's end, and everything would jump.
	 */
	public function enqueue(): void {
		if ( is_singular() && has_block( self::BLOCK ) ) {
			wp_enqueue_style( self::STYLE );
		}
		if ( is_singular() && has_block( 'lernwelt/data-search' ) ) {
			wp_enqueue_style( 'lernwelt-data-search-style' );
		}
	}

	/** @return array<string, string> */
	private static function words(): array {
		return [
			'failed'       => __( 'The results could not be loaded.', 'lernwelt-dataview' ),
			'mapFailed'    => __( 'The map could not be loaded. The list below shows the same results.', 'lernwelt-dataview' ),
			'pointsFailed' => __( 'The map could not be loaded completely. The list below shows all results.', 'lernwelt-dataview' ),
			'cardFailed'   => __( 'This could not be loaded. Please try again.', 'lernwelt-dataview' ),
			'loading'      => __( 'Loading …', 'lernwelt-dataview' ),
			/* translators: %s: "48 places". */
			'map'          => __( 'Map: %s', 'lernwelt-dataview' ),
			'help'         => __( 'Arrow keys: next marker. Enter: open. Escape: close. + and −: zoom. 0: whole state.', 'lernwelt-dataview' ),
			'zoomIn'       => __( 'Zoom in', 'lernwelt-dataview' ),
			'zoomOut'      => __( 'Zoom out', 'lernwelt-dataview' ),
			'whole'        => __( 'Show the whole state', 'lernwelt-dataview' ),
			'close'        => __( 'Close', 'lernwelt-dataview' ),
			/* translators: 1: "12 places", 2: title of one of them. */
			'cluster'      => __( '%1$s near “%2$s”: zoom in', 'lernwelt-dataview' ),
			/* translators: 1: "3 places", 2: title of one of them. */
			'spot'         => __( '%1$s at the location of “%2$s”: open the list', 'lernwelt-dataview' ),
			/* translators: %d: number of records. */
			'more'         => __( 'And %d more at this location: use the search to find them.', 'lernwelt-dataview' ),
		];
	}
}
