<?php
/**
 * The audit log in words.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\I18n;

/** Words for what the core itself writes to the audit log. */
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
			'areas'   => [
				'retention' => __( 'Retention', 'lernwelt-core' ),
				'school'    => __( 'School register', 'lernwelt-core' ),
			],
			'events'  => [
				'retention/applied' => __( 'Data past their time anonymised or deleted', 'lernwelt-core' ),
				'retention/failed'  => __( 'Anonymising or deleting failed', 'lernwelt-core' ),
				'school/imported'   => __( 'Schools imported', 'lernwelt-core' ),
			],
			'details' => [
				'due'     => __( 'due', 'lernwelt-core' ),
				'done'    => __( 'done', 'lernwelt-core' ),
				'run'     => __( 'run', 'lernwelt-core' ),
				'added'   => __( 'added', 'lernwelt-core' ),
				'changed' => __( 'changed', 'lernwelt-core' ),
				'removed' => __( 'removed', 'lernwelt-core' ),
			],
			'objects' => [ 'rule' => __( 'Rule', 'lernwelt-core' ) ],
			default   => [],
		};
	}
}
