<?php
/**
 * Our events in words.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Application;

/** What this plugin writes into the audit log. */
final class AuditWords {

	/**
	 * Filter `lernwelt_audit_words`.
	 *
	 * @param array<string, string> $words Code → words.
	 * @param string                $kind  What the codes are.
	 * @return array<string, string>
	 */
	public static function add( array $words, string $kind ): array {
		return $words + match ( $kind ) {
			'areas'   => [ 'files' => __( 'Files of the release', 'lernwelt-operations' ) ],
			'events'  => [ 'files/differ' => __( 'Files differ from the release', 'lernwelt-operations' ) ],
			'details' => [
				'changed' => __( 'changed', 'lernwelt-operations' ),
				'missing' => __( 'missing', 'lernwelt-operations' ),
				'unknown' => __( 'unknown', 'lernwelt-operations' ),
				'scripts' => __( 'programs among uploads', 'lernwelt-operations' ),
			],
			default   => [],
		};
	}
}
