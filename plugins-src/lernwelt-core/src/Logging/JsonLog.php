<?php
/**
 * Log of a server in service.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Logging;

use Closure;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Persistence\Statement;

/** Writes what PHP, the database and our code report as one JSON object per line. */
final class JsonLog {

	/** Complaints of the database written per request: one that is down would fill the disk. */
	private const OF_DATABASE = 20;

	/** After these nothing else runs. */
	private const FATAL = [ E_ERROR, E_PARSE, E_CORE_ERROR, E_COMPILE_ERROR, E_USER_ERROR, E_RECOVERABLE_ERROR ];

	/** @var ?callable(int, string, string, int): bool */
	private $before;

	/**
	 * @param string            $file    File the lines are appended to.
	 * @param string            $root    Docroot; paths are written relative to it.
	 * @param string            $request Id of the request.
	 * @param Clock             $clock   Time.
	 * @param Closure(): string $portal  Host name of the portal, '' while there is none.
	 */
	public function __construct(
		private readonly string $file,
		private readonly string $root,
		private readonly string $request,
		private readonly Clock $clock,
		private readonly Closure $portal,
	) {}

	/**
	 * The id that nginx gave a request and wrote into its own log; a new one where there is none.
	 *
	 * @param string $header Header `X-Request-Id`, which nginx sets itself.
	 */
	public static function request_id( string $header ): string {
		return 1 === preg_match( '/^[A-Za-z0-9-]{8,64}$/D', $header ) ? $header : bin2hex( random_bytes( 16 ) );
	}

	/** Takes over from PHP's own log. What happened before stands there. */
	public function begin(): void {
		ini_set( 'log_errors', '0' );
		$this->before = set_error_handler( $this->php_error( ... ) );
		register_shutdown_function( $this->last_words( ... ) );
	}

	/**
	 * Writes a line; where that doesn't work, into PHP's own log.
	 *
	 * @param LogLevel $level   Level.
	 * @param string   $message What happened.
	 * @param string   $file    Where: path and number of the line.
	 */
	public function write( LogLevel $level, string $message, string $file = '' ): void {
		$line = LogLine::of( $this->clock->now(), $level, ( $this->portal )(), $this->request, $this->relative( $message ), $this->relative( $file ) );
		// Appended in one piece, so that the lines of parallel processes don't mix.
		if ( ! error_log( $line, 3, $this->file ) ) {
			error_log( rtrim( $line ) );
		}
	}

	/**
	 * What the database refused. wpdb would write the whole statement with its values, so it is told to be quiet.
	 *
	 * @param array<mixed> $complaints wpdb's own list, `$EZSQL_ERROR`.
	 */
	public function database( array $complaints ): void {
		$written = 0;
		foreach ( $complaints as $complaint ) {
			$query  = is_array( $complaint ) && is_string( $complaint['query'] ?? null ) ? ltrim( $complaint['query'] ) : '';
			$reason = is_array( $complaint ) && is_string( $complaint['error_str'] ?? null ) ? $complaint['error_str'] : '';
			// dbDelta() asks for tables that may not exist yet.
			if ( 0 !== stripos( $query, 'DESCRIBE' ) && $written++ < self::OF_DATABASE ) {
				$verb = (string) preg_replace( '/^([A-Z]+).*$/s', '$1', strtoupper( substr( $query, 0, 12 ) ) );
				$this->write( LogLevel::Warning, "The database refused a statement ($verb): " . LogLine::without_values( Statement::reason( $reason ) ) );
			}
		}
	}

	/** Error handler; PHP goes on as it would have. */
	private function php_error( int $type, string $message, string $file = '', int $line = 0 ): bool {
		if ( 0 !== ( error_reporting() & $type ) && ! in_array( $type, self::FATAL, true ) ) {
			$this->write( LogLevel::of_php( $type ), $message, "$file:$line" );
		}
		return null === $this->before ? false : (bool) ( $this->before )( $type, $message, $file, $line );
	}

	private function last_words(): void {
		$error = error_get_last();
		if ( null !== $error && in_array( $error['type'], self::FATAL, true ) ) {
			$this->write( LogLevel::Error, $error['message'], "{$error['file']}:{$error['line']}" );
		}
	}

	private function relative( string $text ): string {
		return str_replace( $this->root, '', $text );
	}
}
