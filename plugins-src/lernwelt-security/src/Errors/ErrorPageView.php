<?php
/**
 * What an error page prints.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Errors;

/** Prepared for templates/error.php. */
final readonly class ErrorPageView {

	/**
	 * @param string                      $text      What happened, HTML of whoever called wp_die().
	 * @param string                      $heading   Heading, plain text.
	 * @param string                      $reference Reference, '' for none.
	 * @param string                      $back      Page the person came from, '' for none.
	 * @param array{string, string}|null  $link      Address and text of a link.
	 */
	public function __construct(
		public string $text,
		public string $heading,
		public string $reference,
		public string $back,
		public ?array $link,
	) {}
}
