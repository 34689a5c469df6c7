<?php
/**
 * Who looks.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Closure;

/** A guest, a pupil or a user, asked for capabilities. Code that decides what somebody sees takes a viewer instead of asking WordPress. */
final readonly class Viewer {

	/**
	 * @param int                                          $user_id User, 0 for a guest or a pupil.
	 * @param Closure(string, array<int|string>): bool     $grants  Answers for a capability and the ids of its object.
	 * @param bool                                         $pupil   Whether it is a pupil: logged in without an account.
	 */
	private function __construct( public int $user_id, private Closure $grants, private bool $pupil = false ) {}

	/** Whoever sent this request. */
	public static function current(): self {
		return new self( get_current_user_id(), static fn ( string $capability, array $ids ): bool => current_user_can( $capability, ...$ids ), Core::services()->pupil->is_present() );
	}

	/** Somebody without any right. */
	public static function guest(): self {
		return new self( 0, static fn (): bool => false );
	}

	/**
	 * Somebody with exactly these capabilities; for rules that know no WordPress, and their tests.
	 *
	 * @param string ...$capabilities Capabilities.
	 */
	public static function with( string ...$capabilities ): self {
		return new self( 1, static fn ( string $capability ): bool => in_array( $capability, $capabilities, true ) );
	}

	/** Whether nobody is logged in: only then may an answer be kept in a cache. */
	public function is_guest(): bool {
		return 0 === $this->user_id && ! $this->pupil;
	}

	/** Whether it is a pupil: a role without a person. */
	public function is_pupil(): bool {
		return $this->pupil;
	}

	/**
	 * Whether the viewer has a capability.
	 *
	 * @param string     $capability Capability.
	 * @param int|string ...$ids     The object it is about.
	 */
	public function can( string $capability, int|string ...$ids ): bool {
		return ( $this->grants )( $capability, array_values( $ids ) );
	}
}
