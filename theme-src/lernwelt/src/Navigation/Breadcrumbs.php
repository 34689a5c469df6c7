<?php
/**
 * The way to the page shown.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Navigation;

use WP_Post;

/**
 * Builds the breadcrumbs of every template.
 */
final class Breadcrumbs {

	/**
	 * From the start page to the page shown; empty on the start page itself.
	 *
	 * @return list<Crumb>
	 */
	public function trail(): array {
		if ( is_front_page() ) {
			return [];
		}
		return [ new Crumb( __( 'Start', 'lernwelt' ), home_url( '/' ) ), ...$this->steps() ];
	}

	/**
	 * Everything after the start page.
	 *
	 * @return list<Crumb>
	 */
	private function steps(): array {
		if ( is_404() ) {
			return [ new Crumb( __( 'Not found', 'lernwelt' ) ) ];
		}
		if ( is_search() ) {
			return [ new Crumb( __( 'Search results', 'lernwelt' ) ) ];
		}
		if ( is_home() ) {
			return [ new Crumb( (string) single_post_title( '', false ) ) ];
		}
		$post = get_queried_object();
		if ( is_singular() && $post instanceof WP_Post ) {
			return [ ...$this->above( $post ), new Crumb( wp_strip_all_tags( get_the_title( $post ) ) ) ];
		}
		return [ ...$this->news(), new Crumb( wp_strip_all_tags( get_the_archive_title() ) ) ];
	}

	/**
	 * What stands above a post or page.
	 *
	 * @param WP_Post $post The post.
	 * @return list<Crumb>
	 */
	private function above( WP_Post $post ): array {
		if ( 'post' === $post->post_type ) {
			return $this->news();
		}
		$steps = $this->list_of( $post->post_type );
		foreach ( array_reverse( get_post_ancestors( $post ) ) as $id ) {
			$steps[] = new Crumb( wp_strip_all_tags( get_the_title( $id ) ), (string) get_permalink( $id ) );
		}
		return $steps;
	}

	/**
	 * The page that lists the records of a type that a plugin registered: it has the address they begin with.
	 *
	 * @param string $type Post type.
	 * @return list<Crumb>
	 */
	private function list_of( string $type ): array {
		$rewrite = 'page' === $type ? false : get_post_type_object( $type )->rewrite ?? false;
		$page    = is_array( $rewrite ) ? get_page_by_path( (string) $rewrite['slug'] ) : null;
		return $page instanceof WP_Post && 'publish' === $page->post_status ? [ new Crumb( wp_strip_all_tags( get_the_title( $page ) ), (string) get_permalink( $page ) ) ] : [];
	}

	/**
	 * The page that lists the articles.
	 *
	 * @return list<Crumb>
	 */
	private function news(): array {
		$page = (int) get_option( 'page_for_posts' );
		return $page > 0 ? [ new Crumb( wp_strip_all_tags( get_the_title( $page ) ), (string) get_permalink( $page ) ) ] : [];
	}
}
