<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests;

use PHPUnit\Framework\Assert;
use Sabre\VObject\Component;
use Sabre\VObject\Document;
use Sabre\VObject\Parameter;
use Sabre\VObject\Property;
use Sabre\VObject\Property\ICalendar\DateTime;
use Sabre\VObject\Reader;

/** What a library that didn't write it finds in a calendar file. */
final class CalendarReader {

	private readonly Document $document;

	/**
	 * @param string $file Bytes of the file.
	 */
	public function __construct( string $file ) {
		$this->document = self::quietly( static fn (): Document => Reader::read( $file ) );
	}

	/**
	 * What is wrong with the file.
	 *
	 * @return list<string>
	 */
	public function problems(): array {
		$problems = self::quietly( fn (): array => $this->document->validate() );
		return array_values( array_map( static fn ( array $problem ): string => (string) $problem['message'], $problems ) );
	}

	/**
	 * A property of the file, or of its one event.
	 *
	 * @param string $name E.g. `METHOD`, `VEVENT.SUMMARY`.
	 * @return ?string Its value without escapes; null when it isn't there.
	 */
	public function value( string $name ): ?string {
		return self::quietly(
			function () use ( $name ): ?string {
				$found = $this->find( $name );
				return null === $found ? null : (string) $found->getValue();
			}
		);
	}

	/**
	 * A parameter of a property.
	 *
	 * @param string $name      As in value().
	 * @param string $parameter E.g. `CN`.
	 */
	public function parameter( string $name, string $parameter ): ?string {
		return self::quietly(
			function () use ( $name, $parameter ): ?string {
				$found = $this->find( $name )?->offsetGet( $parameter );
				return $found instanceof Parameter ? (string) $found->getValue() : null;
			}
		);
	}

	/**
	 * An instant in UTC, or a day.
	 *
	 * @param string $name E.g. `VEVENT.DTSTART`.
	 */
	public function time( string $name ): string {
		return self::quietly(
			function () use ( $name ): string {
				$found = $this->find( $name );
				Assert::assertInstanceOf( DateTime::class, $found );
				return $found->hasTime() ? gmdate( 'Y-m-d\TH:i:s\Z', $found->getDateTime()->getTimestamp() ) : $found->getDateTime()->format( 'Y-m-d' );
			}
		);
	}

	/** How many components of a kind there are. */
	public function count( string $component ): int {
		return self::quietly( fn (): int => count( $this->document->select( $component ) ) );
	}

	private function find( string $name ): ?Property {
		$node = $this->document;
		foreach ( explode( '.', $name ) as $step ) {
			Assert::assertInstanceOf( Component::class, $node );
			$found = array_values( $node->select( $step ) );
			Assert::assertLessThanOrEqual( 1, count( $found ), "There is more than one $name." );
			if ( [] === $found ) {
				return null;
			}
			$node = $found[0];
		}
		Assert::assertInstanceOf( Property::class, $node );
		return $node;
	}

	/**
	 * The library is of 2020: its own notices about PHP 8 (docs/decisions/0027) say nothing about our files.
	 *
	 * @template T
	 * @param callable(): T $read Reads.
	 * @return T
	 */
	private static function quietly( callable $read ): mixed {
		set_error_handler( static fn ( int $level, string $message, string $file ): bool => str_contains( $file, '/vendor/sabre/' ), E_DEPRECATED );
		try {
			return $read();
		} finally {
			restore_error_handler();
		}
	}
}
