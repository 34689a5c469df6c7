<?php
/**
 * Sends the headers.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Headers;

use Closure;
use Lernwelt\Security\Domain\ContentSecurityPolicy;
use Lernwelt\Security\Domain\InvalidPolicy;
use Lernwelt\Security\Domain\Surface;

/**
 * Headers of everything PHP answers. They are set as soon as the plugin loads, so that an answer that ends early –
 * an error page, a redirect – has them too, and set again where more is known.
 */
final class ResponseHeaders {

	/** Never on a machine of a developer: a browser would keep to it for every other program on *.localhost. */
	private const HTTPS_ONLY = [ 'Strict-Transport-Security' => 'max-age=31536000; includeSubDomains' ];

	private Surface $surface = Surface::Front;

	/** @var array<string, string> */
	private readonly array $shared;

	/**
	 * @param array<string, string>  $shared      Name → value of the headers that all answers carry (headers.json).
	 * @param TrustedScripts         $scripts     Inline scripts the policy of a page has to name.
	 * @param Closure( string ): void $send       Sends one header line in place of an earlier one of the same name.
	 * @param string                 $environment As wp_get_environment_type() says.
	 */
	public function __construct( array $shared, private readonly TrustedScripts $scripts, private readonly Closure $send, string $environment ) {
		$this->shared = $shared + ( is_ssl() && 'local' !== $environment ? self::HTTPS_ONLY : [] );
	}

	/** Sends the list that all answers share, and the strictest policy until the surface is known. */
	public function send_early(): void {
		foreach ( $this->shared as $name => $value ) {
			( $this->send )( $name . ': ' . $value );
		}
		$script        = isset( $_SERVER['SCRIPT_NAME'] ) && is_string( $_SERVER['SCRIPT_NAME'] ) ? sanitize_text_field( wp_unslash( $_SERVER['SCRIPT_NAME'] ) ) : '';
		$this->surface = Surface::of_script( $script );
		if ( Surface::Admin === $this->surface ) {
			( $this->send )( 'X-Frame-Options: SAMEORIGIN' );
		}
		$this->send_policy( ContentSecurityPolicy::from( $this->surface->directives( is_ssl() ) ) );
	}

	/** Sends the policy again once the other plugins are there to add to it. */
	public function send_policy_of_surface(): void {
		$this->send_policy( $this->policy() );
	}

	/**
	 * Starts to hold back a page, so that the policy can name the scripts printed in its footer. WordPress has such a
	 * buffer too, but a theme may switch it off, and login and activation pages don't use it.
	 */
	public function hold_back(): void {
		ob_start(
			function ( string $html, int $phase ): string {
				// A buffer that is thrown away makes room for an error page, which sends its own headers.
				if ( 0 === ( $phase & PHP_OUTPUT_HANDLER_CLEAN ) ) {
					$this->send_policy_of_surface();
				}
				return $html;
			},
			0,
			// Whole pages only: a flush on the way would send the headers too soon.
			PHP_OUTPUT_HANDLER_STDFLAGS ^ PHP_OUTPUT_HANDLER_FLUSHABLE
		);
	}

	/**
	 * Filter `rest_pre_serve_request`.
	 *
	 * @param bool $served Whether the answer is already sent.
	 */
	public function send_for_rest( bool $served ): bool {
		$this->surface = Surface::Data;
		$this->send_policy_of_surface();
		return $served;
	}

	/** Filter `admin_referrer_policy`: WordPress would replace the shared value on its own screens. */
	public function referrer_policy(): string {
		return $this->shared['Referrer-Policy'] ?? 'same-origin';
	}

	/**
	 * Filter `wp_headers`.
	 *
	 * @param array<string, string> $headers Headers WordPress is about to send.
	 * @return array<string, string>
	 */
	public function drop_pingback( array $headers ): array {
		unset( $headers['X-Pingback'] );
		return $headers;
	}

	private function policy(): ContentSecurityPolicy {
		$directives = $this->surface->directives( is_ssl() );
		if ( Surface::Front === $this->surface || Surface::Login === $this->surface ) {
			$directives['script-src'] = array_merge( $directives['script-src'] ?? [], $this->scripts->sources() );
		}
		$policy = ContentSecurityPolicy::from( $directives );
		/**
		 * Filters what an answer may load. README.md has examples.
		 *
		 * @param array<string, list<string>> $directives Directive → sources, for example `connect-src` → `'self'`.
		 * @param string                      $surface    `front`, `login`, `admin` or `data`.
		 */
		$filtered = apply_filters( 'lernwelt_csp', $directives, $this->surface->value );
		if ( $filtered === $directives ) {
			return $policy;
		}
		try {
			return ContentSecurityPolicy::from( $filtered );
		} catch ( InvalidPolicy $refused ) {
			_doing_it_wrong( 'lernwelt_csp', esc_html( $refused->getMessage() ), '0.1.0' );
			return $policy;
		}
	}

	private function send_policy( ContentSecurityPolicy $policy ): void {
		( $this->send )( 'Content-Security-Policy: ' . $policy->header() );
	}
}
