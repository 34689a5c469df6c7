<?php
/**
 * What is written down.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Audit;

/**
 * An event as the log keeps it, before it gets its number. Whatever comes in: nothing but codes, numbers and keyed
 * pseudonyms goes out.
 */
final readonly class Facts {

	/** Stands for a value that was no code. */
	public const WITHHELD = 'withheld';

	private const MAX_DETAILS = 20;

	/** Details that a pupil's event may keep: they say what happened, not to whom. */
	private const OF_PUPILS = [ 'role', 'status', 'via' ];

	/**
	 * @param int       $portal  Site, 0 for the network.
	 * @param string    $area    Code.
	 * @param string    $action  Code.
	 * @param string    $reason  Code, '' for none.
	 * @param ActorKind $kind    Kind of actor.
	 * @param string    $actor   Keyed pseudonym, '' for everybody without an account.
	 * @param string    $object  Kind and id, '' for none.
	 * @param string    $details JSON object of codes and numbers, keys in order.
	 * @param string    $address Shortened network address, '' for none.
	 */
	private function __construct(
		public int $portal,
		public string $area,
		public string $action,
		public string $reason,
		public ActorKind $kind,
		public string $actor,
		public string $object,
		public string $details,
		public string $address,
	) {}

	/**
	 * Cleans and builds.
	 *
	 * @param int                            $portal  Site, 0 for the network.
	 * @param string                         $area    Code.
	 * @param string                         $action  Code.
	 * @param string                         $reason  Code, '' for none.
	 * @param ActorKind                      $kind    Kind of actor.
	 * @param string                         $actor   Keyed pseudonym; dropped unless the kind is user.
	 * @param string                         $object  Kind and id, '' for none; dropped for pupils.
	 * @param array<string, string|int|bool> $details Codes and numbers; for pupils only what says nothing about them.
	 * @param string                         $address Shortened address; dropped for pupils, system and command line.
	 */
	public static function of( int $portal, string $area, string $action, string $reason, ActorKind $kind, string $actor, string $object, array $details, string $address ): self {
		if ( ActorKind::Pupil === $kind ) {
			$object  = '';
			$details = array_intersect_key( $details, array_flip( self::OF_PUPILS ) );
		}
		return new self(
			$portal,
			$area,
			$action,
			$reason,
			$kind,
			ActorKind::User === $kind ? $actor : '',
			$object,
			self::json( $details ),
			in_array( $kind, [ ActorKind::User, ActorKind::Guest ], true ) ? $address : ''
		);
	}

	/** @param array<string, string|int|bool> $details */
	private static function json( array $details ): string {
		$clean = array_map( static fn ( string|int|bool $value ): string|int|bool => is_string( $value ) ? self::code( $value ) : $value, array_slice( $details, 0, self::MAX_DETAILS ) );
		ksort( $clean );
		return json_encode( (object) $clean, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES );
	}

	/** A value if it is a code. Names, addresses, sentences and what looks like a token or an id of a session is not. */
	private static function code( string $value ): string {
		$is_code     = 1 === preg_match( '/^[a-z0-9][a-z0-9_.:\/-]{0,59}$/D', $value ) || '' === $value;
		$has_entropy = 1 === preg_match( '/[a-z0-9]{25}|[0-9a-f]{8}-[0-9a-f]{4}-|(?=[a-z]*\d)(?=\d*[a-z])[0-9a-f]{16}/', $value );
		return $is_code && ! $has_entropy ? $value : self::WITHHELD;
	}
}
