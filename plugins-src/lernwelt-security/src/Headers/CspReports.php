<?php
/**
 * Takes what browsers report.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Headers;

use Lernwelt\Core\ClientAddress;
use Lernwelt\Core\Logging\Log;
use Lernwelt\Core\Logging\LogLevel;
use Lernwelt\Core\RateLimiter;
use Lernwelt\Security\Domain\CspReport;
use Lernwelt\Security\Domain\Surface;

/** Address of the policies' `report-uri`. Reports are a line of the error log; floods and strangers are turned away. */
final readonly class CspReports {

	/** Path on every portal. */
	public const PATH = Surface::REPORTS;

	/** Longest body in bytes. */
	private const LENGTH = 16_384;

	private const PER_NETWORK = 30;
	private const ALL         = 300;
	private const WINDOW      = 600;

	/**
	 * @param RateLimiter $limiter Counts reports.
	 */
	public function __construct( private RateLimiter $limiter ) {}

	/**
	 * Answers a report.
	 *
	 * @param string $method     HTTP method.
	 * @param string $fetch_site Header Sec-Fetch-Site, '' when it was not sent.
	 * @param string $body       Body.
	 * @return int HTTP status.
	 */
	public function take( string $method, string $fetch_site, string $body ): int {
		if ( 'POST' !== $method ) {
			return 405;
		}
		if ( ! in_array( $fetch_site, [ '', 'same-origin' ], true ) ) {
			return 403;
		}
		$report = strlen( $body ) > self::LENGTH ? null : CspReport::from( $body );
		if ( null === $report ) {
			return 400;
		}
		$passes = $this->limiter->hit( 'csp-report', ClientAddress::current()->network(), self::PER_NETWORK, self::WINDOW )
			&& $this->limiter->hit( 'csp-report-all', '', self::ALL, self::WINDOW );
		if ( ! $passes ) {
			return 429;
		}
		Log::say( $report->line(), LogLevel::Notice );
		return 204;
	}

	/** The body of this request, one byte more than is allowed at most. */
	public static function body(): string {
		return (string) file_get_contents( 'php://input', false, null, 0, self::LENGTH + 1 );
	}
}
