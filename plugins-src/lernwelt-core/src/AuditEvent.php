<?php
/**
 * One thing that happened.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use InvalidArgumentException;

/**
 * A security event, or a look at or change of personal data. It says who, what kind and which record – never the values:
 * no name, address, token, password or free text may stand in it.
 */
final readonly class AuditEvent {

	/**
	 * @param string                $area    What it belongs to, e.g. `login`, `role`, `export`, `booking`.
	 * @param string                $action  What was done, e.g. `refused`, `granted`, `read`, `changed`.
	 * @param string                $reason  Reason code of a refusal, e.g. `nonce_invalid`; '' when there is none.
	 * @param int|null              $user_id Who did it when that isn't the current user; 0 for nobody (guest, system).
	 * @param string                $object  Record it is about as kind and number, e.g. `user:12`, `portal:3`; '' for none.
	 * @param int|null              $portal  Site it happened on when that isn't the current one.
	 * @param array<string, string|int|bool> $details Codes and numbers, e.g. `[ 'role' => 'editor', 'rows' => 12 ]`.
	 * @throws InvalidArgumentException When area, action, reason, object or a key is no plain code.
	 */
	public function __construct(
		public string $area,
		public string $action,
		public string $reason = '',
		public ?int $user_id = null,
		public string $object = '',
		public ?int $portal = null,
		public array $details = [],
	) {
		foreach ( [ $area, $action, ...array_keys( $details ) ] as $code ) {
			self::refuse_unless( 1 === preg_match( '/^[a-z][a-z0-9_-]{0,39}$/D', $code ), $code );
		}
		self::refuse_unless( 1 === preg_match( '/^[a-z0-9_-]{0,60}$/D', $reason ), $reason );
		self::refuse_unless( 1 === preg_match( '/^([a-z][a-z0-9_-]{0,39}:[A-Za-z0-9_.-]{1,64})?$/D', $object ), $object );
	}

	private static function refuse_unless( bool $good, string $code ): void {
		if ( ! $good ) {
			throw new InvalidArgumentException( "\"$code\" is no code for the audit log." );
		}
	}
}
