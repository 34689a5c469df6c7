<?php
/**
 * Erasure and export.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Approvals;

use Lernwelt\Security\Domain\Approvals\Approval;
use Lernwelt\Security\Domain\Approvals\Kind;
use LogicException;
use WP_User_Request;

/** Confirming opens the way; WordPress's tools do the rest on the portal, where its plugins are loaded. */
final readonly class PrivacyDeed implements Deed {

	/**
	 * @param PortalName $names Names of the portals.
	 */
	public function __construct( private PortalName $names ) {}

	public function allows( Approval $approval, int $user_id ): bool {
		return true;
	}

	public function perform( Approval $approval ): void {
		throw new LogicException( "A request of the kind {$approval->kind->value} is not done by confirming it." );
	}

	public function words( Approval $approval ): array {
		$portal = $this->names->of( $approval->portal );
		if ( Kind::PortalExport === $approval->kind ) {
			/* translators: %s: name of a portal. */
			return [ sprintf( __( 'Export all contents of “%s” with name and address of everybody who wrote something.', 'lernwelt-security' ), $portal ) ];
		}
		$number = (int) ( $approval->parameters['request'] ?? 0 );
		$who    = self::address( $approval->portal, $number );
		return [
			Kind::Erasure === $approval->kind
				/* translators: 1: e-mail address, 2: name of a portal, 3: number. */
				? sprintf( __( 'Erase the personal data of %1$s on “%2$s” (request %3$d).', 'lernwelt-security' ), $who, $portal, $number )
				/* translators: 1: e-mail address, 2: name of a portal, 3: number. */
				: sprintf( __( 'Export the personal data of %1$s on “%2$s” (request %3$d).', 'lernwelt-security' ), $who, $portal, $number ),
		];
	}

	private static function address( int $portal, int $number ): string {
		switch_to_blog( $portal );
		try {
			$request = wp_get_user_request( $number );
			return $request instanceof WP_User_Request ? $request->email : __( 'a person whose request is deleted', 'lernwelt-security' );
		} finally {
			restore_current_blog();
		}
	}
}
