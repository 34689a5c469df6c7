<?php
/**
 * Categories of downloads.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Admin;

/**
 * Sorts the files of the media library for the download overview. Not public: the overview shows it, no archive does.
 */
final readonly class DownloadCategories {
	public const TAXONOMY = 'download_category';

	/**
	 * @param string $capability Who may add and change categories; whoever uploads files may assign them.
	 */
	public function __construct( private string $capability ) {
	}

	/** Action `init`. */
	public function register(): void {
		register_taxonomy(
			self::TAXONOMY,
			'attachment',
			[
				'labels'                => $this->labels(),
				'hierarchical'          => true,
				'public'                => false,
				'show_ui'               => true,
				'show_in_rest'          => true,
				'show_admin_column'     => true,
				'show_tagcloud'         => false,
				'rewrite'               => false,
				'capabilities'          => [
					'manage_terms' => $this->capability,
					'edit_terms'   => $this->capability,
					'delete_terms' => $this->capability,
					'assign_terms' => 'upload_files',
				],
				// WordPress counts files only when they hang on a published post.
				'update_count_callback' => '_update_generic_term_count',
			]
		);
	}

	/**
	 * Action `restrict_manage_posts`: the filter above the list of files.
	 *
	 * @param string $post_type What the list shows.
	 * @param string $chosen    Slug that is chosen, '' for all.
	 */
	public function print_filter( string $post_type, string $chosen ): void {
		$some = [
			'taxonomy'   => self::TAXONOMY,
			'hide_empty' => false,
			'fields'     => 'ids',
			'number'     => 1,
		];
		if ( 'attachment' !== $post_type || [] === get_terms( $some ) ) {
			return;
		}
		echo '<label class="screen-reader-text" for="lernwelt-download-category">' . esc_html__( 'Filter by download category', 'lernwelt-portal' ) . '</label>';
		wp_dropdown_categories(
			[
				'id'              => 'lernwelt-download-category',
				'name'            => self::TAXONOMY,
				'taxonomy'        => self::TAXONOMY,
				'value_field'     => 'slug',
				'selected'        => $chosen,
				'show_option_all' => __( 'All download categories', 'lernwelt-portal' ),
				'hide_empty'      => false,
				'hierarchical'    => true,
				'orderby'         => 'name',
				'show_count'      => true,
			]
		);
	}

	/**
	 * @return array<string, string>
	 */
	private function labels(): array {
		return [
			'name'              => __( 'Download categories', 'lernwelt-portal' ),
			'singular_name'     => __( 'Download category', 'lernwelt-portal' ),
			'menu_name'         => __( 'Download categories', 'lernwelt-portal' ),
			'all_items'         => __( 'All download categories', 'lernwelt-portal' ),
			'parent_item'       => __( 'Parent category', 'lernwelt-portal' ),
			'parent_item_colon' => __( 'Parent category:', 'lernwelt-portal' ),
			'edit_item'         => __( 'Edit download category', 'lernwelt-portal' ),
			'view_item'         => __( 'View download category', 'lernwelt-portal' ),
			'update_item'       => __( 'Update download category', 'lernwelt-portal' ),
			'add_new_item'      => __( 'Add download category', 'lernwelt-portal' ),
			'new_item_name'     => __( 'Name of the new download category', 'lernwelt-portal' ),
			'search_items'      => __( 'Search download categories', 'lernwelt-portal' ),
			'not_found'         => __( 'No download categories yet.', 'lernwelt-portal' ),
			'back_to_items'     => __( '← Back to the download categories', 'lernwelt-portal' ),
		];
	}
}
