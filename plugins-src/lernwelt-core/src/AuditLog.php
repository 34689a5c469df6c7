<?php
/**
 * Where events go.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/**
 * Takes events; lernwelt-security stores them (action `lernwelt_audit`). Inside a transaction an event waits for its
 * end and is forgotten when nothing was kept.
 */
final readonly class AuditLog {

	/** Action that hands on each event. */
	public const ACTION = 'lernwelt_audit';

	/**
	 * @param Transaction $transaction Says when an event may be written.
	 */
	public function __construct( private Transaction $transaction ) {}

	/**
	 * Records an event.
	 *
	 * @param AuditEvent $event What happened.
	 */
	public function record( AuditEvent $event ): void {
		$this->transaction->after(
			static function () use ( $event ): void {
				/**
				 * Fires for every event of the audit log.
				 *
				 * @param AuditEvent $event What happened.
				 */
				do_action( self::ACTION, $event );
			}
		);
	}
}
