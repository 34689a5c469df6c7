<?php
/**
 * Changes of the matrix.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Transaction;
use Lernwelt\Security\Domain\Roles\Change;
use Lernwelt\Security\Domain\Roles\Changer;
use Lernwelt\Security\Domain\Roles\ChangeRefused;
use Lernwelt\Security\Domain\Roles\MatrixMoved;
use Lernwelt\Security\Domain\Roles\MatrixStore;
use Lernwelt\Security\Domain\Roles\Overrides;
use Throwable;

/** Makes all changes of one save or none, with history and audit log. */
final readonly class ChangeMatrix {

	/**
	 * @param Matrices    $matrices    Matrices.
	 * @param MatrixStore $store       Decisions.
	 * @param Decisions   $decisions   Copies on the portals.
	 * @param Transaction $transaction All or nothing.
	 * @param AuditLog    $audit       Takes events.
	 * @param Clock       $clock       Time.
	 */
	public function __construct(
		private Matrices $matrices,
		private MatrixStore $store,
		private Decisions $decisions,
		private Transaction $transaction,
		private AuditLog $audit,
		private Clock $clock,
	) {}

	/**
	 * Makes changes.
	 *
	 * @param int          $portal   Site, 0 for the network.
	 * @param int          $revision Revision the changes are based on.
	 * @param list<Change> $changes  Changes.
	 * @param Changer      $changer  Who wants them.
	 * @return int How many cells differ now.
	 * @throws ChangeRefused When one of them can't be; none is made then.
	 * @throws MatrixMoved   When somebody was faster.
	 * @throws Throwable     When the database refuses.
	 */
	public function run( int $portal, int $revision, array $changes, Changer $changer ): int {
		$this->check( $portal, $changes, $changer );
		try {
			return $this->transaction->run( fn (): int => $this->write( $portal, $revision, $changes, $changer ) );
		} catch ( Throwable $failure ) {
			$this->decisions->distrust();
			throw $failure;
		}
	}

	/**
	 * Whether somebody may make changes; makes none.
	 *
	 * @param int          $portal  Site, 0 for the network.
	 * @param list<Change> $changes Changes.
	 * @param Changer      $changer Who wants them.
	 * @throws ChangeRefused When one of them can't be.
	 */
	public function check( int $portal, array $changes, Changer $changer ): void {
		$matrix  = $this->matrices->of( $portal );
		$reasons = [];
		foreach ( $changes as $change ) {
			$reason = $changer->refusal( $matrix, $change );
			if ( '' !== $reason ) {
				$reasons[ "{$change->role}/{$change->capability}" ] = $reason;
			}
		}
		if ( [] !== $reasons ) {
			throw new ChangeRefused( $reasons );
		}
	}

	/** @param list<Change> $changes Changes. */
	private function write( int $portal, int $revision, array $changes, Changer $changer ): int {
		if ( ! $this->store->begin( $portal, $revision ) ) {
			throw new MatrixMoved();
		}
		$before  = $this->store->overrides( $portal );
		$changed = 0;
		foreach ( $changes as $change ) {
			if ( $before->get( $change->role, $change->capability ) !== $change->granted ) {
				$this->write_one( $portal, $change, $before, $changer );
				++$changed;
			}
		}
		$this->decisions->publish();
		return $changed;
	}

	private function write_one( int $portal, Change $change, Overrides $before, Changer $changer ): void {
		$old = $before->get( $change->role, $change->capability );
		$this->store->put( $portal, $change, $old, $changer->user_id, $this->clock->now() );
		$this->audit->record(
			new AuditEvent(
				'role',
				'changed',
				user_id: $changer->user_id,
				object: "role:{$change->role}",
				portal: $portal,
				details: [
					'capability' => $change->capability,
					'before'     => self::word( $old ),
					'after'      => self::word( $change->granted ),
				]
			)
		);
	}

	private static function word( ?bool $decision ): string {
		return match ( $decision ) {
			true    => 'yes',
			false   => 'no',
			default => 'inherited',
		};
	}
}
