<?php
/**
 * What people see when something breaks.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Errors;

use Closure;
use WP_Error;

/**
 * Error pages in plain words and plain markup: they must not depend on a theme that may be what broke. A failure of ours
 * carries a reference that also stands in the error log; what failed, where and in which version stands only there.
 */
final class ErrorPages {

	/** Reference of this request, '' until something failed. */
	private string $reference = '';

	/**
	 * @param Closure(string): mixed $log       Writes a line to the error log.
	 * @param Closure(): void        $drop_page Throws away what was printed so far.
	 * @param Closure(): bool        $db_failed Whether the database refused what it was asked last.
	 */
	public function __construct( private readonly Closure $log, private readonly Closure $drop_page, private readonly Closure $db_failed ) {}

	/**
	 * Filter `wp_php_error_message`: the page after a fatal error.
	 *
	 * @param string                                                      $message What WordPress would say.
	 * @param array{type?: int, message?: string, file?: string, line?: int} $error   What PHP says.
	 */
	public function after_failure( string $message, array $error ): string {
		( $this->drop_page )();
		$this->note( ( $error['file'] ?? '' ) . ':' . ( $error['line'] ?? 0 ) );
		return '<p>' . esc_html__( 'Something went wrong on our side. Nothing is wrong with what you did. Please try again in a few minutes.', 'lernwelt-security' ) . '</p>';
	}

	/**
	 * Filter `wp_die_handler`.
	 *
	 * @return Closure(string|WP_Error, string, array<string, mixed>|string|int): void
	 */
	public function handler(): Closure {
		return function ( string|WP_Error $message, string $title = '', array|string|int $args = [] ): void {
			$given = is_array( $args ) ? $args : [ 'response' => (int) $args ];
			if ( $this->is_refusal( $message, $given ) ) {
				$given['response'] = 403;
			}
			[ $text, $heading, $parsed ] = _wp_die_process_input( $message, '' === $title ? __( 'This did not work', 'lernwelt-security' ) : $title, $given );
			$status                    = (int) $parsed['response'];
			if ( $status >= 500 ) {
				$this->note( 'status ' . $status );
			}
			if ( ! headers_sent() ) {
				status_header( $status );
				nocache_headers();
				header( 'Content-Type: text/html; charset=utf-8' );
			}
			$this->show( is_string( $text ) ? $text : '', is_string( $heading ) ? $heading : '', $parsed );
			if ( true === $parsed['exit'] ) {
				exit;
			}
		};
	}

	/**
	 * WordPress ends screens without saying a status when somebody may not do something or asks for what does not exist;
	 * it would become 500. Its failures come as an object, with a status, or after the database refused something.
	 *
	 * @param string|WP_Error      $message What WordPress says.
	 * @param array<string, mixed> $args    Settings of the page.
	 */
	private function is_refusal( string|WP_Error $message, array $args ): bool {
		return is_admin() && is_string( $message ) && in_array( $args['response'] ?? 0, [ 0, '', null ], true ) && ! ( $this->db_failed )();
	}

	/** Reference of this request's failure, '' when nothing failed. */
	public function reference(): string {
		return $this->reference;
	}

	private function note( string $what ): void {
		if ( '' === $this->reference ) {
			$this->reference = strtoupper( bin2hex( random_bytes( 4 ) ) );
			( $this->log )( "Reference {$this->reference}: $what" );
		}
	}

	/** @param array<string, mixed> $args Settings of the page. */
	private function show( string $text, string $heading, array $args ): void {
		$link = is_string( $args['link_url'] ?? null ) && is_string( $args['link_text'] ?? null ) ? [ $args['link_url'], $args['link_text'] ] : null;
		self::print_page( new ErrorPageView( $text, wp_strip_all_tags( $heading ), $this->reference, true === ( $args['back_link'] ?? false ) ? (string) wp_get_referer() : '', $link ) );
	}

	private static function print_page( ErrorPageView $view ): void {
		require dirname( __DIR__, 2 ) . '/templates/error.php';
	}
}
