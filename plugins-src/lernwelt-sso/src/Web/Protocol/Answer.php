<?php
/**
 * An answer of an endpoint.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Protocol;

use Lernwelt\Core\PortalPage;

/** A redirect, a page or a few bytes; nothing is sent before it is given to a sender. */
final readonly class Answer {

	/**
	 * @param int                   $status   HTTP status.
	 * @param string                $location Where the browser goes; '' when it stays.
	 * @param ?PortalPage           $page     Page to show.
	 * @param string                $json     Body for programs.
	 * @param string                $browser  Secret that the browser keeps in a cookie; '' leaves cookies alone.
	 * @param array<string, string> $headers  Further headers.
	 */
	private function __construct(
		public int $status,
		public string $location = '',
		public ?PortalPage $page = null,
		public string $json = '',
		#[\SensitiveParameter] public string $browser = '',
		public array $headers = [],
	) {}

	/**
	 * Sends the browser elsewhere.
	 *
	 * @param string $location Address.
	 * @param string $browser  Secret that the browser keeps.
	 */
	public static function redirect( string $location, #[\SensitiveParameter] string $browser = '' ): self {
		return new self( 302, $location, null, '', $browser );
	}

	/**
	 * Shows a page.
	 *
	 * @param PortalPage            $page    Page.
	 * @param array<string, string> $headers Further headers.
	 */
	public static function page( PortalPage $page, array $headers = [] ): self {
		return new self( $page->status, '', $page, '', '', $headers );
	}

	/**
	 * Answers a program.
	 *
	 * @param int    $status HTTP status.
	 * @param string $json   Body.
	 */
	public static function json( int $status, string $json ): self {
		return new self( $status, '', null, $json );
	}
}
