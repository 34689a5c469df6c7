<?php
/**
 * How long lines are kept.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Audit;

use Closure;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\Clock;
use Lernwelt\Security\Domain\Audit\AuditStore;
use Lernwelt\Security\Domain\Audit\Chain;
use Lernwelt\Security\Domain\Audit\Entry;
use Lernwelt\Security\Domain\Audit\Mark;
use Lernwelt\Security\Domain\Audit\Verifier;

/** Deletes lines whose time is over; they leave a signed checkpoint behind. */
final readonly class Retention {

	/** Days unless somebody sets another number. */
	public const DAYS = 90;

	/** Less would delete evidence before anybody looks. */
	public const LEAST = 30;

	/** More would keep data about people without need. */
	public const MOST = 365;

	/** Lines that are deleted at once. */
	private const PORTION = 5000;

	/**
	 * @param AuditStore                $store  Lines.
	 * @param Chain                     $chain  Hashes.
	 * @param Clock                     $clock  Time.
	 * @param Closure(): int            $days   Days that lines are kept.
	 * @param Closure(AuditEvent): void $record Takes events.
	 */
	public function __construct( private AuditStore $store, private Chain $chain, private Clock $clock, private Closure $days, private Closure $record ) {}

	/**
	 * Deletes what is due.
	 *
	 * @return int Lines deleted.
	 */
	public function sweep(): int {
		$limit = $this->clock->now()->modify( '-' . self::within( ( $this->days )() ) . ' days' )->format( 'Y-m-d H:i:s' );
		$last  = $this->store->last_before( $limit, self::PORTION );
		if ( null === $last ) {
			return 0;
		}
		// Deleting must not wash away that somebody meddled with the lines: the finding outlives them.
		$broken  = $this->broken_at( $last );
		$deleted = $this->store->delete_up_to( $last );
		if ( 0 < $deleted ) {
			( $this->record )( new AuditEvent( 'audit', 'deleted', null === $broken ? '' : 'broken_before', 0, '', 0, [ 'lines' => $deleted, 'until' => $last->id ] + ( null === $broken ? [] : [ 'broken_at' => $broken ] ) ) );
		}
		return $deleted;
	}

	/**
	 * A number of days in the allowed range.
	 *
	 * @param int $days Wish.
	 */
	public static function within( int $days ): int {
		return max( self::LEAST, min( self::MOST, $days ) );
	}

	private function broken_at( Entry $last ): ?int {
		$end     = $this->chain->sign( new Mark( Mark::HEAD, $last->id, $last->hash, '' ) );
		$verdict = ( new Verifier( $this->chain ) )->verify( $this->store->mark( Mark::CHECKPOINT ), $end, $this->store->entries( $last->id ) );
		return $verdict->is_whole() ? null : $verdict->id;
	}
}
