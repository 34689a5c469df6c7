<?php
/**
 * Error pages.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security;

use Lernwelt\Core\Logging\Log;
use Lernwelt\Security\Errors\ErrorPages;

/** Replaces WordPress's error pages by plain ones with a reference and without versions. */
final readonly class ErrorHooks {

	/** Hooks everything up. */
	public function register(): void {
		$log       = static fn ( string $line ) => Log::say( $line );
		$drop_page = static function (): void {
			// A page that broke half-way would stand above the error; its headers are still unsent.
			while ( 0 < ob_get_level() && ! headers_sent() ) {
				ob_end_clean();
			}
		};
		$db_failed = static fn (): bool => '' !== $GLOBALS['wpdb']->last_error;
		$pages     = new ErrorPages( $log, $drop_page, $db_failed );
		add_filter( 'wp_php_error_message', $pages->after_failure( ... ), 10, 2 );
		add_filter( 'wp_die_handler', $pages->handler( ... ) );
	}
}
