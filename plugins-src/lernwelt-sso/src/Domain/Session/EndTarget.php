<?php
/**
 * Which sessions somebody wants to end.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Session;

/** One session, all of an account, or all there are; as it stands in forms. */
final readonly class EndTarget {

	private const ALL = 'all';

	private const ONE = 'session';

	private const PERSON = 'user';

	/**
	 * @param string $kind What the number means.
	 * @param int    $id   Number of the session or account, 0 for all.
	 */
	private function __construct( private string $kind, public int $id ) {}

	/**
	 * Reads what a form sent.
	 *
	 * @param string $text `session:12`, `user:7` or `all`.
	 * @return ?self Null for anything else.
	 */
	public static function parse( string $text ): ?self {
		if ( self::ALL === $text ) {
			return self::all();
		}
		return 1 === preg_match( '/^(session|user):([1-9][0-9]{0,17})$/D', $text, $parts ) ? new self( $parts[1], (int) $parts[2] ) : null;
	}

	/** All sessions. */
	public static function all(): self {
		return new self( self::ALL, 0 );
	}

	/**
	 * One session.
	 *
	 * @param int $id Its number.
	 */
	public static function one( int $id ): self {
		return new self( self::ONE, $id );
	}

	/**
	 * All sessions of an account.
	 *
	 * @param int $user_id Account.
	 */
	public static function person( int $user_id ): self {
		return new self( self::PERSON, $user_id );
	}

	public function is_all(): bool {
		return self::ALL === $this->kind;
	}

	public function is_one(): bool {
		return self::ONE === $this->kind;
	}

	/** As parse() reads it. */
	public function text(): string {
		return $this->is_all() ? self::ALL : "$this->kind:$this->id";
	}
}
