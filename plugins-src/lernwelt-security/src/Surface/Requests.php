<?php
/**
 * Addresses that answer 404 although WordPress knows them.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Surface;

/** Closes author archives (they name accounts), trackbacks and embeddable views. */
final class Requests {

	private const CLOSED_VARIABLES = [ 'author', 'author_name', 'tb', 'embed' ];

	/** @param string $list Path of closed-paths.json: addresses of PHP files that stay shut. */
	public function __construct( private readonly string $list ) {}

	/** Ends the request when the script itself is closed. Called as early as the plugin loads. */
	public function refuse_closed_scripts(): void {
		$script = isset( $_SERVER['SCRIPT_NAME'] ) && is_string( $_SERVER['SCRIPT_NAME'] ) ? sanitize_text_field( wp_unslash( $_SERVER['SCRIPT_NAME'] ) ) : '';
		if ( '/index.php' === $script || 'cli' === PHP_SAPI ) {
			return;
		}
		$closed = wp_json_file_decode( $this->list, [ 'associative' => true ] );
		if ( is_array( $closed ) && in_array( $script, $closed, true ) ) {
			status_header( 403 );
			header( 'Content-Type: text/plain; charset=utf-8' );
			echo "Forbidden\n";
			exit;
		}
	}

	/**
	 * Filter `request`. Lists in wp-admin use the same variables and keep them.
	 *
	 * @param array<string, mixed> $variables Query variables of the address.
	 * @return array<string, mixed>
	 */
	public function not_found( array $variables ): array {
		if ( is_admin() || [] === array_intersect_key( $variables, array_flip( self::CLOSED_VARIABLES ) ) ) {
			return $variables;
		}
		return [ 'error' => '404' ];
	}

	/**
	 * Filter `rewrite_rules_array`: rules for closed views need not be tried at all.
	 *
	 * @param array<string, string> $rules Pattern → query.
	 * @return array<string, string>
	 */
	public function rules( array $rules ): array {
		return array_filter( $rules, static fn ( string $query ): bool => 1 !== preg_match( '/[?&](tb|embed|author_name)=/', $query ) );
	}

	/**
	 * Filter `the_author`: feeds name the portal. A person who never chose a name would be named by the account.
	 *
	 * @param string|null $name Name of the person.
	 */
	public function feed_author( ?string $name ): ?string {
		return is_feed() ? get_bloginfo( 'name' ) : $name;
	}

	/** Filter `author_link`. */
	public function author_link(): string {
		return home_url( '/' );
	}

	/**
	 * Filter `wp_sitemaps_add_provider`.
	 *
	 * @template T
	 * @param T      $provider
	 * @param string $name     Name of the provider.
	 * @return T|false
	 */
	public function sitemap_provider( mixed $provider, string $name ): mixed {
		return 'users' === $name ? false : $provider;
	}
}
