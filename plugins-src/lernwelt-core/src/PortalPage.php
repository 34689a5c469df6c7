<?php
/**
 * A page that no editor wrote.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/**
 * A page in the portal's design whose text comes from a plugin: login, refusals, notices. It is printed before
 * WordPress looks for content, is never cached and not indexed.
 */
final readonly class PortalPage {

	/** Fires before the page is printed; lernwelt-security holds it back to name its scripts in the policy. */
	public const BEFORE = 'lernwelt_before_page';

	/** Template of the theme that prints it; gets `page`. */
	private const TEMPLATE = 'message.php';

	/**
	 * @param string $title  Heading, plain text.
	 * @param string $html   What stands below, escaped by whoever made it.
	 * @param int    $status HTTP status.
	 * @param string $lead   Sentence below the heading, plain text.
	 */
	public function __construct(
		public string $title,
		public string $html,
		public int $status = 200,
		public string $lead = '',
	) {}

	/** Prints the page and ends the request. */
	public function show(): never {
		status_header( $this->status );
		nocache_headers();
		header( 'Cache-Control: no-store' );
		header( 'Content-Type: text/html; charset=' . get_bloginfo( 'charset' ) );
		$template = locate_template( self::TEMPLATE );
		if ( '' === $template ) {
			wp_die( wp_kses_post( $this->html ), esc_html( $this->title ), [ 'response' => absint( $this->status ) ] );
		}
		add_filter( 'wp_robots', 'wp_robots_no_robots' );
		add_filter( 'document_title_parts', $this->document_title( ... ) );
		do_action( self::BEFORE );
		load_template( $template, false, [ 'page' => $this ] );
		exit;
	}

	/**
	 * Filter `document_title_parts`.
	 *
	 * @param array<string, string> $parts Parts of the title.
	 * @return array<string, string>
	 */
	private function document_title( array $parts ): array {
		return [ 'title' => $this->title, 'site' => get_bloginfo( 'name', 'display' ) ] + $parts;
	}
}
