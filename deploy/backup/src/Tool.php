<?php
/**
 * Commands for the shell scripts.
 *
 * @package Lernwelt\Backup
 */

declare( strict_types=1 );

namespace Lernwelt\Backup;

use DateTimeImmutable;
use DateTimeZone;

/** One static method per command of tool.php. */
final class Tool {

	/**
	 * @param string       $command   Name.
	 * @param list<string> $arguments Arguments.
	 * @return int Exit code.
	 * @throws Trouble When there is no such command.
	 */
	public static function run( string $command, array $arguments ): int {
		[ $a, $b, $c, $d ] = [ ...$arguments, '', '', '', '' ];
		$out               = match ( $command ) {
			'get' => Settings::load( $a )->text( $b ),
			'group' => Files::to_json( Settings::load( $a )->group( $b ) ),
			'keys' => Settings::load( $a )->keys(),
			'option-file' => Settings::load( $a )->option_file(),
			'copy-config' => self::copy_config( $a, $b, array_slice( $arguments, 2 ) ),
			'split' => Files::to_json( ( new DumpSplitter( $a ) )->split( STDIN ) ),
			'sqlite-copy' => self::silent( static fn () => SqliteDump::copy( $a, $b ) ),
			'sqlite-dump' => Files::to_json( [ 'tables' => SqliteDump::dump( $a, $b ), 'log' => null, 'dumped_at' => $c ] ),
			'sqlite-load' => self::silent( static fn () => SqliteDump::load( $a, $b ) ),
			'sqlite-count' => Files::to_json( SqliteDump::count( $a ) ),
			'sqlite-query' => self::query( $a, $b ),
			'sqlite-switch' => self::silent( static fn () => SqliteSwitch::whole( $a, $b, $c ) ),
			'sqlite-switch-portal' => self::silent( static fn () => SqliteSwitch::tables( $a, $b, Scope::of_portal( array_keys( SqliteDump::count( $b ) ), (int) $d ), $c ) ),
			'tables-of' => implode( "\n", Scope::of_portal( explode( "\n", trim( (string) stream_get_contents( STDIN ) ) ), (int) $a ) ),
			'uploads-list' => (string) Uploads::record( $a, $b, $c ),
			'uploads-check' => implode( "\n", Uploads::check( $a, $b, $c ) ),
			'manifest' => self::silent( static fn () => Files::write( $a, Files::to_json( self::pairs( array_slice( $arguments, 1 ) ) ) . "\n" ) ),
			'manifest-get' => self::from_json( Files::json( $a ), $b ),
			'json-get' => self::from_json( (array) json_decode( (string) stream_get_contents( STDIN ), true ), $a ),
			'manifest-hosts' => self::hosts( Files::json( $a ) ),
			'rows-differ' => implode( "\n", self::differences( (array) ( Files::json( $a )['tables'] ?? [] ), Files::json( $b ) ) ),
			'snapshot' => self::snapshot( (string) stream_get_contents( STDIN ), $a, $b ),
			'expired' => implode( "\n", Snapshots::from( (string) stream_get_contents( STDIN ) )->expired( self::time( $a ) ?? new DateTimeImmutable(), (int) $b ) ),
			'utc' => self::time( $a )?->setTimezone( new DateTimeZone( 'UTC' ) )->format( 'Y-m-d H:i:s' ) ?? '',
			default => throw new Trouble( "There is no command \"$command\"." ),
		};
		echo $out, '' === $out ? '' : "\n"; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- for shell scripts.
		return 0;
	}

	/**
	 * A time as administrators write it: in Germany, unless it names a zone.
	 *
	 * @param string $text `2026-11-22 14:30`, `2026-11-22T13:30:00Z`; '' for none.
	 * @throws Trouble When it is no time.
	 */
	public static function time( string $text ): ?DateTimeImmutable {
		if ( '' === $text ) {
			return null;
		}
		$good = 1 === preg_match( '/^(\d{4})-(\d\d)-(\d\d)([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?(Z| UTC|[+-]\d\d:?\d\d)?$/D', $text, $parts );
		if ( ! $good || ! checkdate( (int) $parts[2], (int) $parts[3], (int) $parts[1] ) ) {
			throw new Trouble( "\"$text\" is no time: write it as 2026-11-22T14:30 (German time) or 2026-11-22T13:30:00Z." );
		}
		return new DateTimeImmutable( $text, new DateTimeZone( 'Europe/Berlin' ) );
	}

	/**
	 * @param list<string> $changes `key=JSON`.
	 */
	private static function copy_config( string $from, string $to, array $changes ): string {
		$settings = Settings::load( $from );
		$changes  = self::pairs( $changes );
		if ( is_array( $changes['db'] ?? null ) ) {
			$changes['db'] = array_replace( $settings->group( 'db' ), $changes['db'] );
		}
		Files::write( $to, $settings->for_copy( $changes ) );
		return '';
	}

	/**
	 * @param list<string> $pairs `key=JSON`, or `key=@file` for the JSON in a file.
	 * @return array<string, mixed>
	 */
	private static function pairs( array $pairs ): array {
		$data = [];
		foreach ( $pairs as $pair ) {
			[ $key, $value ] = explode( '=', $pair, 2 );
			$data[ $key ]    = str_starts_with( $value, '@' ) ? Files::json( substr( $value, 1 ) ) : json_decode( $value, true, 32, JSON_THROW_ON_ERROR );
		}
		return $data;
	}

	/**
	 * @param array<array-key, mixed> $data JSON.
	 * @param string                  $path Keys with dots.
	 */
	private static function from_json( array $data, string $path ): string {
		$value = $data;
		foreach ( explode( '.', $path ) as $key ) {
			$value = is_array( $value ) ? ( $value[ $key ] ?? '' ) : '';
		}
		return is_array( $value ) ? Files::to_json( $value ) : (string) ( is_scalar( $value ) ? $value : '' );
	}

	/**
	 * @param array<array-key, mixed> $manifest Manifest.
	 */
	private static function hosts( array $manifest ): string {
		return implode( "\n", array_map( static fn ( mixed $one ): string => is_array( $one ) ? "{$one['id']} {$one['host']} {$one['blog_id']}" : '', array_values( (array) ( $manifest['portals'] ?? [] ) ) ) );
	}

	/**
	 * @param array<array-key, mixed> $wanted Rows per table.
	 * @param array<array-key, mixed> $found  Rows per table.
	 * @return list<string> Sentences.
	 */
	private static function differences( array $wanted, array $found ): array {
		$wrong = [];
		foreach ( $wanted as $table => $rows ) {
			if ( ( $found[ $table ] ?? null ) !== $rows ) {
				$wrong[] = "Table $table has " . Files::to_json( $found[ $table ] ?? 'not come' ) . ' rows instead of ' . Files::to_json( $rows ) . '.';
			}
		}
		return $wrong;
	}

	/**
	 * @param string $json Snapshots.
	 * @param string $kind `full`, `binlog` or `newest`.
	 * @param string $at   Time.
	 * @return string Id, time (UTC), then the paths, one a line.
	 */
	private static function snapshot( string $json, string $kind, string $at ): string {
		$snapshots = Snapshots::from( $json );
		$one       = match ( $kind ) {
			'full' => $snapshots->full( self::time( $at ) ),
			'binlog' => $snapshots->log( self::time( $at ) ),
			default => $snapshots->newest(),
		};
		return null === $one ? '' : implode( "\n", [ $one['id'], $one['time']->setTimezone( new DateTimeZone( 'UTC' ) )->format( 'Y-m-d\TH:i:s\Z' ), ...$one['paths'] ] );
	}

	private static function query( string $file, string $sql ): string {
		$db = SqliteDump::open( $file, SQLITE3_OPEN_READONLY );
		return implode( "\n", array_map( static fn ( array $row ): string => implode( "\t", $row ), SqliteDump::rows( $db, $sql ) ) );
	}

	/**
	 * @param callable(): void $work Work.
	 */
	private static function silent( callable $work ): string {
		$work();
		return '';
	}
}
