<?php
/**
 * Checks values of a mapping file.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** Reads single values; a wrong one is noted, and something harmless is handed out in its place until {@see finish()}. */
final class MappingCheck {

	/** @var array<array-key, string> */
	private array $problems = [];

	/**
	 * Notes a problem; the first one of a path counts.
	 *
	 * @param string $path   Path in the file.
	 * @param string $reason Reason code.
	 */
	public function problem( string $path, string $reason ): void {
		$this->problems[ $path ] ??= $reason;
	}

	/**
	 * Whether something below a path is wrong.
	 *
	 * @param string $path Path in the file.
	 */
	public function has( string $path ): bool {
		// A path of digits is a number to PHP.
		foreach ( array_map( strval( ... ), array_keys( $this->problems ) ) as $known ) {
			if ( $known === $path || str_starts_with( $known, "$path." ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @throws InvalidMapping When something was wrong.
	 */
	public function finish(): void {
		if ( [] !== $this->problems ) {
			throw new InvalidMapping( $this->problems );
		}
	}

	/**
	 * @param array<array-key, mixed> $json   Object.
	 * @param list<string>            $known  Keys it may have.
	 * @param string                  $prefix Path of the object with a closing dot.
	 */
	public function known( array $json, array $known, string $prefix ): void {
		foreach ( array_diff( array_map( strval( ... ), array_keys( $json ) ), $known ) as $key ) {
			$this->problem( $prefix . $key, 'unknown' );
		}
	}

	/**
	 * @param array<array-key, mixed> $json     Object.
	 * @param int|string              $key      Key.
	 * @param string                  $prefix   Path of the object with a closing dot.
	 * @param bool                    $required Whether it must be there and not be empty.
	 * @return array<array-key, mixed>
	 */
	public function object( array $json, int|string $key, string $prefix, bool $required = false ): array {
		$value = $json[ $key ] ?? [];
		if ( ! is_array( $value ) || ( [] !== $value && array_is_list( $value ) ) ) {
			$this->problem( $prefix . $key, 'type' );
			return [];
		}
		if ( $required && [] === $value ) {
			$this->problem( $prefix . $key, 'required' );
		}
		return $value;
	}

	/**
	 * @param array<array-key, mixed> $json   Object.
	 * @param string                  $key    Key.
	 * @param string                  $prefix Path of the object with a closing dot.
	 * @param int                     $max    Characters at most.
	 * @param string                  $none   Value when it is missing.
	 */
	public function text( array $json, string $key, string $prefix, int $max, string $none = '' ): string {
		$value = $json[ $key ] ?? $none;
		if ( ! is_string( $value ) ) {
			$this->problem( $prefix . $key, 'type' );
			return $none;
		}
		if ( ! mb_check_encoding( $value, 'UTF-8' ) || mb_strlen( $value ) > $max ) {
			$this->problem( $prefix . $key, mb_check_encoding( $value, 'UTF-8' ) ? 'too_long' : 'invalid' );
			return $none;
		}
		return $value;
	}

	/**
	 * @param array<array-key, mixed> $json   Object.
	 * @param string                  $key    Key.
	 * @param string                  $prefix Path of the object with a closing dot.
	 * @param int                     $max    Characters of each at most.
	 * @param int                     $many   Texts at most.
	 * @return list<string>
	 */
	public function texts( array $json, string $key, string $prefix, int $max, int $many ): array {
		$list = $json[ $key ] ?? [];
		if ( ! is_array( $list ) || ! array_is_list( $list ) ) {
			$this->problem( $prefix . $key, 'type' );
			return [];
		}
		if ( count( $list ) > $many ) {
			$this->problem( $prefix . $key, 'too_many' );
			return [];
		}
		$texts = [];
		foreach ( $list as $number => $value ) {
			$texts[] = $this->text( [ "$key.$number" => $value ], "$key.$number", $prefix, $max );
		}
		return $texts;
	}

	/**
	 * @param array<array-key, mixed> $json    Object.
	 * @param string                  $key     Key.
	 * @param string                  $prefix  Path of the object with a closing dot.
	 * @param non-empty-list<string>  $choices What it may be.
	 * @param ?string                 $none    Value when it is missing; null when it must be there.
	 */
	public function choice( array $json, string $key, string $prefix, array $choices, ?string $none ): string {
		$value = $json[ $key ] ?? $none;
		if ( ! in_array( $value, $choices, true ) ) {
			$this->problem( $prefix . $key, null === $value ? 'required' : 'not_allowed' );
			return $none ?? $choices[0];
		}
		return $value;
	}

	/**
	 * @param array<array-key, mixed> $json   Object.
	 * @param string                  $key    Key.
	 * @param string                  $prefix Path of the object with a closing dot.
	 * @param int                     $min    Smallest.
	 * @param int                     $max    Largest.
	 * @param ?int                    $none   Value when it is missing; null when it must be there.
	 */
	public function integer( array $json, string $key, string $prefix, int $min, int $max, ?int $none ): int {
		$value = $json[ $key ] ?? $none;
		if ( ! is_int( $value ) ) {
			$this->problem( $prefix . $key, null === $value ? 'required' : 'type' );
			return $none ?? $min;
		}
		if ( $value < $min || $value > $max ) {
			$this->problem( $prefix . $key, 'out_of_range' );
		}
		return $value;
	}
}
