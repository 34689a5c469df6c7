<?php
/**
 * Whether the gate opens.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Gate;

/** Decides over requests to a closed portal. */
final class GatePolicy {

	/**
	 * @param Visitor $visitor Who asks.
	 * @param Asked   $asked   What for.
	 */
	public static function decide( Visitor $visitor, Asked $asked ): Decision {
		return match ( true ) {
			Visitor::Member === $visitor, $asked->is_open() => Decision::Pass,
			Visitor::Stranger === $visitor                  => Decision::Refuse,
			Asked::Page === $asked                          => Decision::SendToLogin,
			default                                         => Decision::AskForLogin,
		};
	}
}
