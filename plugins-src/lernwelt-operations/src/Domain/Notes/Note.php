<?php
/**
 * What a tool reported.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Domain\Notes;

use DateTimeImmutable;
use DateTimeZone;
use JsonException;

/** A checked report about one piece of work that has ended. */
final readonly class Note {

	/** Seconds that another machine's clock may be ahead. */
	private const CLOCK_SKEW = 300;

	private const TIME = '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/D';

	/** Names of repositories and versions end up in labels of metrics. */
	private const PATTERNS = [
		'repository' => '/^[a-z0-9][a-z0-9_-]{0,39}$/D',
		'snapshot'   => '/^([a-f0-9]{4,64})?$/D',
		'version'    => '/^[0-9A-Za-z][0-9A-Za-z.+_-]{0,59}$/D',
	];

	/**
	 * @param NoteKind                     $kind        What it is about.
	 * @param DateTimeImmutable            $finished_at When the work ended, UTC.
	 * @param bool                         $ok          Whether it went well.
	 * @param array<string, string|int|float> $values   The other fields.
	 */
	private function __construct(
		public NoteKind $kind,
		public DateTimeImmutable $finished_at,
		public bool $ok,
		public array $values,
	) {}

	/**
	 * Reads a note.
	 *
	 * @param NoteKind          $kind What it is about.
	 * @param string            $json Object in JSON.
	 * @param DateTimeImmutable $now  The current instant.
	 * @throws InvalidNote When it isn't one.
	 */
	public static function read( NoteKind $kind, string $json, DateTimeImmutable $now ): self {
		try {
			$given = json_decode( $json, true, 4, JSON_THROW_ON_ERROR );
		} catch ( JsonException ) {
			throw new InvalidNote( '', 'json' );
		}
		if ( ! is_array( $given ) || array_is_list( $given ) ) {
			throw new InvalidNote( '', 'json' );
		}
		foreach ( array_keys( $given ) as $field ) {
			self::refuse_unless( isset( $kind->fields()[ $field ] ), (string) $field, 'unknown' );
		}
		foreach ( array_filter( $kind->fields() ) as $field => $required ) {
			self::refuse_unless( isset( $given[ $field ] ), $field, 'required' );
		}
		$time = self::time( $given['finished_at'] );
		self::refuse_unless( $time->getTimestamp() <= $now->getTimestamp() + self::CLOCK_SKEW, 'finished_at', 'future' );
		self::refuse_unless( is_bool( $given['ok'] ), 'ok', 'type' );
		$values = [];
		foreach ( array_diff_key( $given, [ 'finished_at' => true, 'ok' => true ] ) as $field => $value ) {
			$values[ (string) $field ] = self::value( (string) $field, $value );
		}
		return new self( $kind, $time, $given['ok'], $values );
	}

	/** The same as JSON that read() takes. */
	public function json(): string {
		return json_encode( [ 'finished_at' => $this->finished_at->format( 'Y-m-d\TH:i:s\Z' ), 'ok' => $this->ok ] + $this->values, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES );
	}

	/**
	 * Seconds since the work ended.
	 *
	 * @param DateTimeImmutable $now The current instant.
	 */
	public function age( DateTimeImmutable $now ): int {
		return max( 0, $now->getTimestamp() - $this->finished_at->getTimestamp() );
	}

	private static function time( mixed $value ): DateTimeImmutable {
		if ( ! is_string( $value ) || 1 !== preg_match( self::TIME, $value ) || ! checkdate( (int) substr( $value, 5, 2 ), (int) substr( $value, 8, 2 ), (int) substr( $value, 0, 4 ) ) || 24 <= (int) substr( $value, 11, 2 ) ) {
			throw new InvalidNote( 'finished_at', 'time' );
		}
		return ( new DateTimeImmutable( $value ) )->setTimezone( new DateTimeZone( 'UTC' ) );
	}

	private static function value( string $field, mixed $value ): string|int|float {
		$pattern = self::PATTERNS[ $field ] ?? null;
		if ( null === $pattern ) {
			self::refuse_unless( is_int( $value ) || ( is_float( $value ) && 'bytes' !== $field ), $field, 'type' );
			self::refuse_unless( 0 <= $value && $value < 1e15, $field, 'out_of_range' );
			return $value;
		}
		self::refuse_unless( is_string( $value ), $field, 'type' );
		self::refuse_unless( 1 === preg_match( $pattern, $value ), $field, 'pattern' );
		return $value;
	}

	/** @phpstan-assert true $good */
	private static function refuse_unless( bool $good, string $field, string $reason ): void {
		if ( ! $good ) {
			throw new InvalidNote( $field, $reason );
		}
	}
}
