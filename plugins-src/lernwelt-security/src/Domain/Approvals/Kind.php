<?php
/**
 * Kinds of requests.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Approvals;

/** What can be asked for. */
enum Kind: string {
	case RoleMatrix   = 'role_matrix';
	case Role         = 'role';
	case SuperAdmin   = 'super_admin';
	case Erasure      = 'erasure';
	case PersonExport = 'person_export';
	case PortalExport = 'portal_export';

	public function topic(): Topic {
		return match ( $this ) {
			self::RoleMatrix, self::Role, self::SuperAdmin => Topic::Rights,
			self::Erasure                                  => Topic::Erasure,
			self::PersonExport, self::PortalExport         => Topic::Export,
		};
	}

	/** Whether confirming does it at once; otherwise it opens the way for somebody to do it once. */
	public function is_done_by_confirming(): bool {
		return Topic::Rights === $this->topic();
	}
}
