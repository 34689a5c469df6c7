<?php
/**
 * Snapshots of a repository.
 *
 * @package Lernwelt\Backup
 */

declare( strict_types=1 );

namespace Lernwelt\Backup;

use DateTimeImmutable;
use DateTimeZone;

/**
 * Chooses among what `restic snapshots --json` lists. Full backups have the tag `full`; copies of the binary log have `binlog`.
 * All days are days in Germany: thirty days are promised to people who live there.
 */
final readonly class Snapshots {

	private const ZONE = 'Europe/Berlin';

	/** Days whose copies of the binary log all stay; of older days one, which holds the day's whole log. */
	private const LOG_DAYS = 3;

	/**
	 * @param list<array{id: string, time: DateTimeImmutable, tags: list<string>, paths: list<string>}> $all Oldest first.
	 */
	private function __construct( private array $all ) {}

	/**
	 * @param string $json Output of restic.
	 * @throws Trouble When it is something else.
	 */
	public static function from( string $json ): self {
		$list = json_decode( $json, true );
		if ( null === $list && 'null' === trim( $json ) ) {
			$list = [];
		}
		if ( ! is_array( $list ) ) {
			throw new Trouble( 'The list of snapshots can\'t be read.' );
		}
		$all = [];
		foreach ( $list as $one ) {
			// Nanoseconds are more than PHP reads.
			$time  = (string) preg_replace( '/(\.\d{6})\d+/', '$1', (string) $one['time'] );
			$all[] = [ 'id' => (string) $one['id'], 'time' => new DateTimeImmutable( $time ), 'tags' => array_values( (array) ( $one['tags'] ?? [] ) ), 'paths' => array_values( (array) $one['paths'] ) ];
		}
		usort( $all, static fn ( array $a, array $b ): int => $a['time'] <=> $b['time'] );
		return new self( $all );
	}

	/**
	 * The newest full backup, or the newest that was made at an instant or before.
	 *
	 * @param ?DateTimeImmutable $at Instant.
	 * @return array{id: string, time: DateTimeImmutable, tags: list<string>, paths: list<string>}
	 * @throws Trouble When there is none.
	 */
	public function full( ?DateTimeImmutable $at ): array {
		$found = array_filter( $this->tagged( 'full' ), static fn ( array $one ): bool => null === $at || $one['time'] <= $at );
		$last  = end( $found );
		if ( false === $last ) {
			throw new Trouble( null === $at ? 'The repository holds no backup yet.' : "The repository holds no backup from before {$at->setTimezone( new DateTimeZone( 'UTC' ) )->format( 'Y-m-d H:i:s' )} UTC; the oldest is " . $this->oldest() . '.' );
		}
		return $last;
	}

	/**
	 * The copy of the binary log that reaches farthest towards an instant: the first made after it, or the newest.
	 *
	 * @param ?DateTimeImmutable $at Instant; null for as far as possible.
	 * @return array{id: string, time: DateTimeImmutable, tags: list<string>, paths: list<string>}|null
	 */
	public function log( ?DateTimeImmutable $at ): ?array {
		$logs = $this->tagged( 'binlog' );
		foreach ( $logs as $one ) {
			if ( null !== $at && $one['time'] > $at ) {
				return $one;
			}
		}
		$last = end( $logs );
		return false === $last ? null : $last;
	}

	/**
	 * The newest snapshot of any kind, which has the newest journal of erasures.
	 *
	 * @return array{id: string, time: DateTimeImmutable, tags: list<string>, paths: list<string>}|null
	 */
	public function newest(): ?array {
		$all  = $this->all;
		$last = end( $all );
		return false === $last ? null : $last;
	}

	/**
	 * What has to go.
	 *
	 * @param DateTimeImmutable $now  Instant.
	 * @param int               $days Days that a backup is kept.
	 * @return list<string> Ids.
	 * @throws Trouble When the newest backup itself is that old: forgetting it would leave nothing.
	 */
	public function expired( DateTimeImmutable $now, int $days ): array {
		$first = $now->setTimezone( new DateTimeZone( self::ZONE ) )->modify( "-$days days" )->format( 'Y-m-d' );
		$full  = $this->tagged( 'full' );
		$last  = end( $full );
		$day   = false === $last ? '' : self::day( $last['time'] );
		if ( '' !== $day && $day < $first ) {
			throw new Trouble( "The newest backup is from {$day}, older than $days days: nothing was forgotten, because nothing would be left. Find out why no backup is made." );
		}
		$old  = array_filter( $this->all, static fn ( array $one ): bool => self::day( $one['time'] ) < $first );
		$logs = $this->thinned( $now );
		return array_values( array_unique( [ ...array_column( $old, 'id' ), ...$logs ] ) );
	}

	/**
	 * @return list<string> Copies of the log that a later one of the same day contains.
	 */
	private function thinned( DateTimeImmutable $now ): array {
		$recent = $now->setTimezone( new DateTimeZone( self::ZONE ) )->modify( '-' . self::LOG_DAYS . ' days' )->format( 'Y-m-d' );
		$last   = [];
		foreach ( $this->tagged( 'binlog' ) as $one ) {
			$last[ self::day( $one['time'] ) ] = $one['id'];
		}
		$old = array_filter( $this->tagged( 'binlog' ), static fn ( array $one ): bool => self::day( $one['time'] ) < $recent && $last[ self::day( $one['time'] ) ] !== $one['id'] );
		return array_column( $old, 'id' );
	}

	/**
	 * @return list<array{id: string, time: DateTimeImmutable, tags: list<string>, paths: list<string>}>
	 */
	private function tagged( string $tag ): array {
		return array_values( array_filter( $this->all, static fn ( array $one ): bool => in_array( $tag, $one['tags'], true ) ) );
	}

	private function oldest(): string {
		$first = $this->tagged( 'full' )[0] ?? null;
		return null === $first ? 'not made yet' : $first['time']->setTimezone( new DateTimeZone( 'UTC' ) )->format( 'Y-m-d H:i:s' ) . ' UTC';
	}

	private static function day( DateTimeImmutable $time ): string {
		return $time->setTimezone( new DateTimeZone( self::ZONE ) )->format( 'Y-m-d' );
	}
}
