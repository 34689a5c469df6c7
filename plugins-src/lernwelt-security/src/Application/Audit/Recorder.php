<?php
/**
 * Takes events.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Audit;

use Closure;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\Pseudonyms;
use Lernwelt\Core\PupilPresence;
use Lernwelt\Security\Domain\Audit\ActorKind;
use Lernwelt\Security\Domain\Audit\AuditStore;
use Lernwelt\Security\Domain\Audit\Facts;
use Throwable;

/**
 * Writes each event at once: what is written survives a crash of the rest of the request. A failure is told to the
 * server's log and to nobody else – a visitor's answer doesn't depend on the log.
 */
final readonly class Recorder {

	/** Object and details with this kind name an account. */
	private const USER = 'user';

	/**
	 * @param AuditStore                $store      Lines.
	 * @param Pseudonyms                $pseudonyms Replaces accounts.
	 * @param Closure(): Circumstances $now        Who sent this request, from where, at which portal.
	 * @param Closure(string): void    $complain   Writes a sentence to the server's log.
	 */
	public function __construct( private AuditStore $store, private Pseudonyms $pseudonyms, private Closure $now, private Closure $complain ) {}

	/**
	 * Action `lernwelt_audit`.
	 *
	 * @param AuditEvent $event What happened.
	 */
	public function record( AuditEvent $event ): void {
		try {
			$this->store->append( $this->facts( $event ) );
		} catch ( Throwable $failure ) {
			( $this->complain )( "An event could not be written to the audit log ({$event->area}/{$event->action}): {$failure->getMessage()}" );
		}
	}

	private function facts( AuditEvent $event ): Facts {
		$now     = ( $this->now )();
		$user_id = $event->user_id ?? $now->user_id;
		$pupil   = 0 === $user_id && ( $now->is_pupil || PupilPresence::ROLE === ( $event->details['role'] ?? '' ) );
		$kind    = match ( true ) {
			$pupil            => ActorKind::Pupil,
			0 < $user_id      => ActorKind::User,
			$now->is_schedule => ActorKind::System,
			$now->is_command  => ActorKind::CommandLine,
			default           => ActorKind::Guest,
		};
		return Facts::of(
			$event->portal ?? $now->portal,
			$event->area,
			$event->action,
			$event->reason,
			$kind,
			0 < $user_id ? $this->person( (string) $user_id ) : '',
			$this->object( $event->object ),
			$event->details,
			$now->address
		);
	}

	private function object( string $object ): string {
		[ $kind, $id ] = explode( ':', $object . ':', 3 );
		return self::USER === $kind && ctype_digit( $id ) ? self::USER . ':' . $this->person( $id ) : $object;
	}

	private function person( string $user_id ): string {
		return $this->pseudonyms->of( self::USER, $user_id );
	}
}
