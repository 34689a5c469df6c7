<?php
/**
 * Settings per portal.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use LogicException;
use RuntimeException;

/** Reads and writes groups of settings, each one option of the current portal, checked against its JSON schema. */
final class SettingsRegistry {

	/** @var array<string, Setting> */
	private array $settings = [];

	/**
	 * @param SchemaCheck $schemas Checks values.
	 */
	public function __construct( private readonly SchemaCheck $schemas ) {}

	/**
	 * Makes a group known.
	 *
	 * @param Setting $setting Group of settings.
	 * @throws LogicException When the key is taken.
	 */
	public function register( Setting $setting ): void {
		if ( isset( $this->settings[ $setting->key ] ) ) {
			throw new LogicException( "The setting \"{$setting->key}\" is registered twice." );
		}
		$this->settings[ $setting->key ] = $setting;
	}

	/**
	 * The current portal's values, completed by the defaults; fields that no longer exist are left out.
	 *
	 * @param string $key Key of a registered group.
	 * @return array<string, mixed>
	 * @throws LogicException When the group isn't registered.
	 */
	public function get( string $key ): array {
		$defaults = $this->setting( $key )->defaults;
		$stored   = get_option( $key, [] );
		return is_array( $stored ) ? array_merge( $defaults, array_intersect_key( $stored, $defaults ) ) : $defaults;
	}

	/**
	 * Checks and stores values of the current portal; fields that aren't given keep theirs.
	 *
	 * @param string               $key    Key of a registered group.
	 * @param array<string, mixed> $values New values.
	 * @throws InvalidSettings  When a value is refused; nothing is stored then.
	 * @throws LogicException   When the group isn't registered.
	 * @throws RuntimeException When the database refuses.
	 */
	public function update( string $key, array $values ): void {
		$setting = $this->setting( $key );
		$schema  = Schemas::read( $setting->schema_file );
		$errors  = array_fill_keys( array_keys( array_diff_key( $values, $setting->defaults ) ), 'unknown' );
		$merged  = array_merge( $this->get( $key ), array_intersect_key( $values, $setting->defaults ) );
		$errors += $this->schemas->violations( $schema, $merged );
		if ( [] === $errors ) {
			$merged = $this->schemas->typed( $schema, $merged );
			$errors = null === $setting->check ? [] : ( $setting->check )( $merged );
		}
		if ( [] !== $errors ) {
			throw new InvalidSettings( $errors );
		}
		// WordPress answers "not written" for an unchanged value too.
		if ( ! update_option( $key, $merged ) && get_option( $key ) !== $merged ) {
			throw new RuntimeException( "The database refused the setting \"$key\"." );
		}
	}

	private function setting( string $key ): Setting {
		return $this->settings[ $key ] ?? throw new LogicException( "The setting \"$key\" isn't registered." );
	}
}
