<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration\Retention;

use Lernwelt\Core\Retention\Journal;
use Lernwelt\Core\Retention\RepeatableErasure;

/** Remembers what it was asked to erase again. */
final class FakeErasure implements RepeatableErasure {

	/** @var list<list<string>> */
	public array $asked = [];

	public function id(): string {
		return 'bookings';
	}

	public function erase_again( array $objects, Journal $journal ): void {
		$this->asked[] = $objects;
	}
}
