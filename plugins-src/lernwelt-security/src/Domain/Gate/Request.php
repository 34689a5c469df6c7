<?php
/**
 * A request as the gate sees it.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Gate;

/** Address, script and method; says what is wanted. When in doubt it is something that needs a login. */
final readonly class Request {

	/** Parameters that make an answer for programs of any address. */
	private const DATA_PARAMETERS = [ 'rest_route', 'feed', 'sitemap', 'sitemap-subtype', 'sitemap-stylesheet', 'embed', 'tb', 'robots', 'favicon', 'withcomments', 'withoutcomments' ];

	/** Parameters of the provider's answer (RFC 6749) that WordPress has a use for as well. */
	private const OF_PROVIDER = [ 'error' ];

	private const DATA_PATH = '#(^|/)(feed|rdf|rss2?|atom|embed|trackback|wp-json|wp-sitemap[^/]*|oembed)(/|$)|[^/]*\.[^/]*$#i';

	/** Screens of wp-admin; what else lies there answers programs. */
	private const SCREEN = '#^/wp-admin/(?:(?:network|user)/)?(?!admin-ajax|admin-post|async-upload|load-)[a-z0-9-]+\.php$#D';

	/** Folder of uploaded files, in any spelling a server might accept. */
	private const UPLOADS = '#^/+wp-content/+uploads(/|$)#i';

	/**
	 * @param string       $uri        Address as it was sent, with its query.
	 * @param string       $script     Script that answers, below the document root, e.g. `/index.php`.
	 * @param string       $method     HTTP method.
	 * @param list<string> $parameters Names of all parameters, of the address and of the body.
	 * @param bool         $local      Whether this machine itself sent it, without a proxy between.
	 */
	public function __construct(
		public string $uri,
		public string $script,
		public string $method,
		public array $parameters = [],
		public bool $local = false,
	) {}

	/** Path as it was sent, without host, query and fragment. */
	public function path(): string {
		$path = (string) preg_replace( '#^[a-z][a-z0-9+.-]*://[^/?\#]*#i', '', $this->uri );
		$path = substr( $path, 0, strcspn( $path, '?#' ) );
		return '' === $path ? '/' : $path;
	}

	/**
	 * What is wanted.
	 *
	 * @param list<string> $query_variables Parameters that WordPress looks for content by.
	 */
	public function asked( array $query_variables ): Asked {
		$path    = $this->path();
		$decoded = rawurldecode( $path );
		if ( 1 === preg_match( self::UPLOADS, $decoded ) || 1 === preg_match( self::UPLOADS, rawurldecode( $decoded ) ) ) {
			return Asked::File;
		}
		if ( '/wp-cron.php' === $this->script ) {
			return $this->local ? Asked::Tasks : Asked::Data;
		}
		if ( '/wp-login.php' === $this->script ) {
			return '/wp-login.php' === $path ? Asked::LocalLogin : Asked::Data;
		}
		if ( '/index.php' === $this->script ) {
			return $this->exception( $path, $query_variables ) ?? ( $this->is_page( $decoded ) ? Asked::Page : Asked::Data );
		}
		return $this->is_reading() && 1 === preg_match( self::SCREEN, $this->script ) ? Asked::Page : Asked::Data;
	}

	/** @param list<string> $query_variables Parameters that WordPress looks for content by. */
	private function exception( string $path, array $query_variables ): ?Asked {
		$exception = Exceptions::at( $path );
		// WordPress answers these parameters at any address, before or instead of whoever it belongs to.
		$taken    = array_intersect( $this->parameters, [ ...$query_variables, ...self::DATA_PARAMETERS ] );
		$by_query = [] !== $taken;
		return match ( $exception ) {
			Asked::OwnAddress => [] === array_diff( $taken, self::OF_PROVIDER ) ? $exception : null,
			Asked::OpenPage   => ! $by_query && ( $this->is_reading() || ( 'POST' === $this->method && Exceptions::takes_forms( $path ) ) ) ? $exception : null,
			Asked::Robots     => ! $by_query && $this->is_reading() ? $exception : null,
			default           => null,
		};
	}

	private function is_page( string $decoded ): bool {
		return $this->is_reading()
			&& [] === array_intersect( $this->parameters, self::DATA_PARAMETERS )
			&& 1 !== preg_match( self::DATA_PATH, rtrim( $decoded, '/' ) );
	}

	private function is_reading(): bool {
		return 'GET' === $this->method || 'HEAD' === $this->method;
	}
}
