<?php
/**
 * What a browser says about a broken policy.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain;

/** One report, reduced to what helps to mend a page: no address of a visitor, no query, no text of a script. */
final readonly class CspReport {

	/** Longest part that is kept. */
	private const LENGTH = 200;

	private function __construct( public string $directive, public string $blocked, public string $page ) {}

	/**
	 * Reads a body in either of the two forms that browsers send.
	 *
	 * @param string $body Body of the request.
	 * @return ?self Null for what is no report.
	 */
	public static function from( string $body ): ?self {
		$data = json_decode( $body, true, 6 );
		if ( ! is_array( $data ) ) {
			return null;
		}
		$first  = array_is_list( $data ) && isset( $data[0] ) && is_array( $data[0] ) ? ( $data[0]['body'] ?? null ) : ( $data['csp-report'] ?? null );
		$report = is_array( $first ) ? $first : [];
		$found  = new self(
			self::text( $report, 'effectiveDirective', 'effective-directive', 'violated-directive' ),
			self::place( self::text( $report, 'blockedURL', 'blocked-uri' ) ),
			self::place( self::text( $report, 'documentURL', 'document-uri' ) )
		);
		return '' === $found->directive ? null : $found;
	}

	/** One line for a log file. */
	public function line(): string {
		return (string) json_encode( [ 'csp' => $this->directive, 'blocked' => $this->blocked, 'page' => $this->page ], JSON_UNESCAPED_SLASHES );
	}

	/** @param array<mixed> $report */
	private static function text( array $report, string ...$names ): string {
		foreach ( $names as $name ) {
			if ( isset( $report[ $name ] ) && is_string( $report[ $name ] ) ) {
				return mb_scrub( substr( $report[ $name ], 0, self::LENGTH ) );
			}
		}
		return '';
	}

	/** Origin and path: what stands behind them may be what somebody searched, or a secret of a link. */
	private static function place( string $url ): string {
		return (string) preg_replace( '/[?#].*$/s', '', $url );
	}
}
