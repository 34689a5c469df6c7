<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Audit;

use Lernwelt\Core\Core;
use Lernwelt\Security\Application\Audit\Verification;
use Lernwelt\Security\AuditHooks;
use Lernwelt\Security\Domain\Audit\ActorKind;
use Lernwelt\Security\Domain\Audit\Chain;
use Lernwelt\Security\Domain\Audit\Entry;
use Lernwelt\Security\Domain\Audit\EntryFilter;
use Lernwelt\Security\Domain\Audit\Facts;
use Lernwelt\Security\Domain\Audit\Mark;
use Lernwelt\Security\Persistence\Audit\AuditTable;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;

/** The log in a real database, with the installation's own key. */
abstract class AuditTestCase extends IntegrationTestCase {

	protected FrozenClock $clock;

	protected Chain $chain;

	protected AuditTable $store;

	protected Verification $verification;

	protected function setUp(): void {
		parent::setUp();
		// Setting up the network was recorded too.
		foreach ( [ 'lw_audit', 'lw_audit_marks' ] as $table ) {
			$GLOBALS['wpdb']->query( "DELETE FROM {$GLOBALS['wpdb']->base_prefix}$table" );
		}
		$this->clock = new FrozenClock( '2030-03-02 08:00:00' );
		$this->chain = AuditHooks::chain();
		$this->store = new AuditTable( $GLOBALS['wpdb'], Core::services()->transaction, $this->clock, $this->chain );

		foreach ( [ Mark::HEAD, Mark::CHECKPOINT ] as $name ) {
			$this->store->put_mark( new Mark( $name, 0, Chain::START, $this->clock->now()->format( 'Y-m-d H:i:s' ) ) );
		}
		$this->verification = new Verification( $this->store, $this->chain, $this->clock );
	}

	/** Writes a line. */
	protected function write( string $area = 'login', string $action = 'refused', string $reason = 'wrong_password', int $portal = 1, string $object = '' ): Entry {
		return $this->store->append( Facts::of( $portal, $area, $action, $reason, ActorKind::Guest, '', $object, [], '192.0.2.0' ) );
	}

	/**
	 * What was written after a line.
	 *
	 * @param int $id Number of the line.
	 * @return list<string> `area/action/reason/object`, oldest first.
	 */
	protected function written_after( int $id ): array {
		$lines = array_filter( $this->store->find( new EntryFilter(), 0, 100 ), static fn ( Entry $line ): bool => $line->id > $id );
		return array_reverse( array_map( static fn ( Entry $line ): string => rtrim( "$line->area/$line->action/$line->reason/$line->object", '/' ), array_values( $lines ) ) );
	}

	/** Runs a statement as somebody would who has the database but not the key. */
	protected static function meddle( string $sql, string|int ...$values ): void {
		global $wpdb;
		self::assertNotFalse( $wpdb->query( (string) $wpdb->prepare( $sql, ...$values ) ) ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared
	}

	protected static function lines(): string {
		return $GLOBALS['wpdb']->base_prefix . 'lw_audit';
	}

	protected static function marks(): string {
		return $GLOBALS['wpdb']->base_prefix . 'lw_audit_marks';
	}
}
