<?php
/**
 * Reads the log for somebody.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Audit;

use Closure;
use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\Pseudonyms;
use Lernwelt\Security\Domain\Audit\AuditStore;
use Lernwelt\Security\Domain\Audit\Entry;
use Lernwelt\Security\Domain\Audit\EntryFilter;

/** Every way to read the log leads through here and is an event itself. */
final readonly class Reading {

	/** Lines that an export reads at once. */
	private const PORTION = 500;

	/**
	 * @param AuditStore                $store      Lines.
	 * @param Pseudonyms                $pseudonyms Names of accounts in the log.
	 * @param Closure(AuditEvent): void $record     Takes events.
	 */
	public function __construct( private AuditStore $store, private Pseudonyms $pseudonyms, private Closure $record ) {}

	/**
	 * One page.
	 *
	 * @param EntryFilter $filter Filter; its end is set when it has none.
	 * @param int         $page   From 1.
	 * @param int         $count  Lines of a page.
	 * @return array{total: int, up_to: int, lines: list<Entry>}
	 */
	public function page( EntryFilter $filter, int $page, int $count ): array {
		$filter = $filter->up_to( $filter->up_to ?? $this->store->last_id() );
		$lines  = $this->store->find( $filter, ( $page - 1 ) * $count, $count );
		$total  = $this->store->count( $filter );
		$this->say( 'read', $filter, [ 'page' => $page, 'rows' => count( $lines ) ] );
		return [ 'total' => $total, 'up_to' => (int) $filter->up_to, 'lines' => $lines ];
	}

	/**
	 * Everything that fits, newest first; nothing that is written meanwhile.
	 *
	 * @param EntryFilter $filter Filter.
	 * @param int         $most   Lines at most.
	 * @param string      $action `exported` or `read`.
	 * @return iterable<Entry>
	 */
	public function all( EntryFilter $filter, int $most, string $action ): iterable {
		$filter = $filter->up_to( $this->store->last_id() );
		$this->say( $action, $filter, [ 'rows' => min( $most, $this->store->count( $filter ) ) ] );
		for ( $offset = 0; $offset < $most; $offset += self::PORTION ) {
			$lines = $this->store->find( $filter, $offset, min( self::PORTION, $most - $offset ) );
			yield from $lines;
			if ( self::PORTION > count( $lines ) ) {
				return;
			}
		}
	}

	/**
	 * The name of an account in the log.
	 *
	 * @param int  $user_id Account.
	 * @param ?int $portal  Portal whose log is read, null for the network's.
	 */
	public function person( int $user_id, ?int $portal ): string {
		( $this->record )( new AuditEvent( 'audit', 'person_looked_up', object: "user:$user_id", portal: $portal ?? 0 ) );
		return $this->pseudonyms->of( 'user', (string) $user_id );
	}

	/**
	 * The first and the last moment of days as the log writes them.
	 *
	 * @param string       $from First day, `Y-m-d`, '' for none.
	 * @param string       $to   Last day, '' for none.
	 * @param DateTimeZone $zone Time zone of the days.
	 * @return array{string, string} UTC; '' for none. The second is the first moment after.
	 */
	public static function days( string $from, string $to, DateTimeZone $zone ): array {
		$utc = static fn ( string $day, string $shift ): string => '' === $day ? '' : ( new DateTimeImmutable( $day, $zone ) )->modify( $shift )->setTimezone( new DateTimeZone( 'UTC' ) )->format( 'Y-m-d H:i:s' );
		return [ $utc( $from, 'midnight' ), $utc( $to, '+1 day midnight' ) ];
	}

	/** @param array<string, string|int|bool> $details */
	private function say( string $action, EntryFilter $filter, array $details ): void {
		$details += [ 'of_person' => '' !== $filter->person ];
		( $this->record )( new AuditEvent( 'audit', $action, portal: $filter->portal ?? 0, details: $details ) );
	}
}
