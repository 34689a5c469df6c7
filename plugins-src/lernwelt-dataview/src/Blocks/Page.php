<?php
/**
 * The page that holds a data view.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use Closure;
use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Viewer;
use Lernwelt\Dataview\Domain\Calendar\VisibleCalendar;
use Lernwelt\Dataview\Domain\Input;
use Lernwelt\Dataview\Domain\Parameters;
use Lernwelt\Dataview\Domain\ViewOptions;
use WP_Post;

/** Knows the page's path, its parameters, and which of them must stay when a view changes. */
final class Page {
	private const BLOCK = 'lernwelt/data-view';

	/** How WordPress names a page while it has no address of its own. */
	private const OF_WORDPRESS = [ 'p', 'page_id', 'preview' ];

	/** @var array<string, int> Key → how often a view with it was printed. */
	private array $printed = [];

	/**
	 * @param DataSources             $sources  Data sources of this portal.
	 * @param Closure(): list<string> $reserved Names of parameters that WordPress reads.
	 */
	public function __construct( private readonly DataSources $sources, private readonly Closure $reserved ) {}

	/**
	 * Parameters of the request.
	 *
	 * @return array<mixed>
	 */
	public function query(): array {
		// Reading a view changes nothing; Domain\ViewState checks every value.
		return wp_unslash( $_GET ); // phpcs:ignore WordPress.Security.NonceVerification.Recommended
	}

	/** Path of the page. */
	public function path(): string {
		$uri  = isset( $_SERVER['REQUEST_URI'] ) && is_string( $_SERVER['REQUEST_URI'] ) ? esc_url_raw( wp_unslash( $_SERVER['REQUEST_URI'] ) ) : '/';
		$path = explode( '#', explode( '?', $uri )[0] )[0];
		// Two slashes at the beginning would lead to another host.
		return '/' . ltrim( str_replace( '\\', '/', $path ), '/' );
	}

	/**
	 * How the parameters of a view are called.
	 *
	 * @param string $key Key of the view.
	 */
	public function names( string $key ): Parameters {
		return new Parameters( $key, ( $this->reserved )() );
	}

	/**
	 * Parameters that belong to WordPress or to another view of the same page.
	 *
	 * @param string $key    Key of the view that asks.
	 * @param Viewer $viewer Who looks.
	 * @return array<string, string|list<string>>
	 */
	public function others( string $key, Viewer $viewer ): array {
		$kept  = [];
		$query = $this->query();
		foreach ( [ ...self::OF_WORDPRESS, ...$this->names_of_others( $key, $viewer ) ] as $name ) {
			$value = $query[ $name ] ?? '';
			$text  = is_array( $value ) ? Input::texts( $value ) : Input::text( $value );
			if ( '' !== $text && [] !== $text ) {
				$kept[ $name ] = $text;
			}
		}
		return $kept;
	}

	/**
	 * A key no other view of this content has: a synced pattern may bring the same view twice.
	 *
	 * @param string $key Key an editor chose, '' for none.
	 */
	public function unique_key( string $key ): string {
		$count                 = ( $this->printed[ $key ] ?? 0 ) + 1;
		$this->printed[ $key ] = $count;
		return 1 === $count ? $key : ( '' === $key ? 'v' : $key ) . $count;
	}

	/**
	 * Filter `the_content`, before blocks are printed: counts the views of each content from the beginning.
	 *
	 * @param string $content Content, unchanged.
	 */
	public function begin( string $content ): string {
		if ( 1 === count( array_keys( $GLOBALS['wp_current_filter'] ?? [], 'the_content', true ) ) ) {
			$this->printed = [];
		}
		return $content;
	}

	/**
	 * @param string $key    Key of the view that asks.
	 * @param Viewer $viewer Who looks.
	 * @return list<string>
	 */
	private function names_of_others( string $key, Viewer $viewer ): array {
		$post = get_post();
		if ( ! $post instanceof WP_Post || substr_count( $post->post_content, '<!-- wp:' . self::BLOCK . ' ' ) < 2 ) {
			return [];
		}
		$names = [];
		foreach ( self::views_among( parse_blocks( $post->post_content ) ) as $options ) {
			$source = $options->key === $key ? null : $this->sources->get( $options->source );
			$fields = null === $source ? [] : array_filter( $source->fields(), static fn ( $field ): bool => $field->visible_to( $viewer ) );
			if ( null !== $source ) {
				$fields = array_values( $fields );
				$month  = VisibleCalendar::of( $source, $fields )?->month;
				array_push( $names, ...$this->names( $options->key )->all( [ ...$options->filters_of( $fields ), ...( null === $month ? [] : [ $month ] ) ] ) );
			}
		}
		return $names;
	}

	/**
	 * @param array<array<string, mixed>> $blocks Blocks as parse_blocks() returns them.
	 * @return list<ViewOptions>
	 */
	private static function views_among( array $blocks ): array {
		$views = [];
		foreach ( $blocks as $block ) {
			if ( self::BLOCK === $block['blockName'] ) {
				$views[] = ViewOptions::from( (array) $block['attrs'] );
			}
			array_push( $views, ...self::views_among( $block['innerBlocks'] ) );
		}
		return $views;
	}
}
