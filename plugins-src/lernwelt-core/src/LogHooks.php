<?php
/**
 * The server's log.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Lernwelt\Core\Logging\JsonLog;
use Lernwelt\Core\Logging\Log;

/** On a server in service, errors go as JSON to `log_file` of config.php; where code is being developed (WP_DEBUG), PHP writes them as it always does. */
final readonly class LogHooks {

	/**
	 * @param Clock $clock Time.
	 */
	public function __construct( private Clock $clock ) {}

	/** Hooks everything up. */
	public function register(): void {
		$setting = defined( 'WP_DEBUG_LOG' ) ? constant( 'WP_DEBUG_LOG' ) : '';
		$file    = is_string( $setting ) ? $setting : '';
		if ( '' === $file || WP_DEBUG ) {
			return;
		}
		$log = new JsonLog( $file, ABSPATH, JsonLog::request_id( CurrentRequest::server( 'HTTP_X_REQUEST_ID' ) ), $this->clock, static fn (): string => (string) ( $GLOBALS['current_blog']->domain ?? '' ) );
		$log->begin();
		Log::write_to( $log );
		$GLOBALS['wpdb']->suppress_errors();
		add_action( 'shutdown', static fn () => $log->database( is_array( $GLOBALS['EZSQL_ERROR'] ?? null ) ? $GLOBALS['EZSQL_ERROR'] : [] ), PHP_INT_MAX );
	}
}
