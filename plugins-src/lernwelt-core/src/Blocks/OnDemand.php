<?php
/**
 * Block types when a page needs them.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Blocks;

use Closure;
use Lernwelt\Core\CurrentRequest;
use WP_Block_Supports;

/**
 * WordPress registers all of its hundred block types at each request, a third of what a page costs. Pages are read with
 * the few that stand in them: here the others wait until somebody asks. REST and wp-admin have all of them at once.
 */
final class OnDemand {

	/** What editors get beside block types. */
	private const FOR_EDITORS = [ 'wp_widgets_init', '_wp_register_default_icon_collections', '_wp_register_default_icons', '_wp_register_default_font_collections', '_register_core_block_patterns_and_categories', 'register_block_core_footnotes_post_meta', 'register_legacy_post_comments_block' ];

	/** Block types that need some of that when they are printed. */
	private const WITH_ALL = [ 'core/pattern', 'core/icon', 'core/legacy-widget', 'core/widget-group', 'core/post-comments' ];

	/** Of block.json. */
	private const EDITOR_ONLY = [
		'title'        => true,
		'description'  => true,
		'keywords'     => true,
		'example'      => true,
		'icon'         => true,
		'editorScript' => true,
		'editorStyle'  => true,
	];

	private const CORE = 'register_block_core_';

	private static ?self $current = null;

	/** @var array<string, Closure(): mixed> Block name → registers it. */
	private array $waiting = [];

	/** @var list<callable(): mixed> */
	private array $for_editors = [];

	private bool $has_all;

	/** @param bool $is_page Whether this request shows a page: only then something waits. */
	public function __construct( bool $is_page ) {
		$this->has_all = ! $is_page;
	}

	/** The one of this request. */
	public static function current(): self {
		return self::$current ??= new self( self::is_page() );
	}

	/** Whether block types wait in this request. */
	public function waits(): bool {
		return ! $this->has_all;
	}

	/** Whether WordPress was asked for a page by somebody who reads. */
	private static function is_page(): bool {
		return defined( 'WP_USE_THEMES' ) && 'cli' !== PHP_SAPI && in_array( CurrentRequest::server( 'REQUEST_METHOD' ), [ 'GET', 'HEAD' ], true );
	}

	/** Lets WordPress's own block types wait; before `init`. */
	public function hold_back(): void {
		if ( $this->has_all ) {
			return;
		}
		$hook = $GLOBALS['wp_filter']['init'] ?? null;
		foreach ( $hook->callbacks ?? [] as $priority => $callbacks ) {
			foreach ( $callbacks as $callback ) {
				$register = $callback['function'];
				if ( ! is_string( $register ) || ! is_callable( $register ) ) {
					continue;
				}
				if ( in_array( $register, self::FOR_EDITORS, true ) ) {
					remove_action( 'init', $register, $priority );
					$this->for_editors[] = $register;
				} elseif ( str_starts_with( $register, self::CORE ) && 10 === $priority ) {
					remove_action( 'init', $register );
					$this->waiting[ 'core/' . strtr( substr( $register, strlen( self::CORE ) ), '_', '-' ) ] = static fn () => $register();
				}
			}
		}
		remove_action( 'init', 'register_core_block_types_from_metadata' );
		foreach ( require ABSPATH . WPINC . '/blocks/require-static-blocks.php' as $folder ) {
			$this->waiting[ "core/$folder" ] = static fn () => register_block_type_from_metadata( ABSPATH . WPINC . "/blocks/$folder" );
		}
	}

	/**
	 * Registers the block types of a folder, now or when they are needed; on `init`.
	 *
	 * @param string $folder Folder with one folder for each block type, beside blocks-manifest.php, which names them.
	 */
	public function add_folder( string $folder ): void {
		$manifest = dirname( $folder ) . '/blocks-manifest.php';
		if ( ! is_file( $manifest ) ) {
			return;
		}
		if ( $this->has_all ) {
			wp_register_block_types_from_metadata_collection( $folder, $manifest );
			return;
		}
		wp_register_block_metadata_collection( $folder, $manifest );
		foreach ( require $manifest as $name => $metadata ) {
			$this->waiting[ (string) $metadata['name'] ] = static fn () => register_block_type_from_metadata( "$folder/$name" );
		}
	}

	/**
	 * Filter `block_type_metadata`: words and scripts for the editor, which pages don't show.
	 *
	 * @param array<string, mixed> $metadata block.json.
	 * @return array<string, mixed>
	 */
	public function without_editor( array $metadata ): array {
		return $this->has_all ? $metadata : array_diff_key( $metadata, self::EDITOR_ONLY );
	}

	/** Everything that waits, and from now on nothing does. */
	public function need_all(): void {
		if ( $this->has_all ) {
			return;
		}
		$this->has_all = true;
		foreach ( [ ...$this->for_editors, ...array_values( $this->waiting ) ] as $register ) {
			$register();
		}
		[ $this->waiting, $this->for_editors ] = [ [], [] ];
		WP_Block_Supports::init();
	}

	/** @param string $content What a page is going to show: styles of its blocks belong into the head. */
	public function need_for( string $content ): void {
		if ( ! $this->has_all && false !== preg_match_all( '/<!-- wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)/', $content, $found ) ) {
			$this->need( array_map( static fn ( string $name ): string => str_contains( $name, '/' ) ? $name : "core/$name", $found[1] ) );
		}
	}

	/**
	 * Filter `pre_render_block`: what is printed is there, also what stands within.
	 *
	 * @param mixed                $html   Unchanged.
	 * @param array<string, mixed> $block  A parsed block.
	 * @param mixed                $parent The block around it: then it has been looked at already.
	 */
	public function before_printing( mixed $html, array $block, mixed $parent ): mixed {
		if ( null === $parent && ! $this->has_all ) {
			$this->need( self::names( $block ) );
		}
		return $html;
	}

	/** @param list<string> $names Block names that something is about to use, if only their style sheets. */
	public function need( array $names ): void {
		if ( [] !== array_intersect( self::WITH_ALL, $names ) ) {
			$this->need_all();
			return;
		}
		$needed        = array_intersect_key( $this->waiting, array_flip( $names ) );
		$this->waiting = array_diff_key( $this->waiting, $needed );
		foreach ( $needed as $register ) {
			$register();
		}
		if ( [] !== $needed && did_action( 'init' ) > 0 ) {
			WP_Block_Supports::init();
		}
	}

	/**
	 * @param array<mixed> $block A parsed block.
	 * @return list<string> Its name and those of all blocks within.
	 */
	private static function names( array $block ): array {
		$names = is_string( $block['blockName'] ?? null ) ? [ $block['blockName'] ] : [];
		foreach ( is_array( $block['innerBlocks'] ?? null ) ? $block['innerBlocks'] : [] as $inner ) {
			$names = is_array( $inner ) ? [ ...$names, ...self::names( $inner ) ] : $names;
		}
		return $names;
	}
}
