<?php
/**
 * What somebody names as a source.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

/** A file, a web address or a table of a database. Keep the label, never the address: it may hold a password. */
final readonly class Location {

	/**
	 * @param LocationKind $kind    Kind.
	 * @param string       $address Path, web address or DSN, as it was given.
	 */
	private function __construct( public LocationKind $kind, #[\SensitiveParameter] public string $address ) {}

	/**
	 * @param string $source Path, `http(s)://…` or `mysql://user:password@host[:port]/database?table=name`.
	 */
	public static function of( #[\SensitiveParameter] string $source ): self {
		return new self(
			match ( strtolower( (string) strstr( $source, '://', true ) ) ) {
				'http', 'https'    => LocationKind::Url,
				'mysql', 'mariadb' => LocationKind::Table,
				default            => LocationKind::File,
			},
			$source
		);
	}

	/** What may be shown and stored: without user, password and the query of an address, which often holds a key. */
	public function label(): string {
		if ( LocationKind::File === $this->kind ) {
			return basename( $this->address );
		}
		$parts = parse_url( $this->address );
		if ( ! is_array( $parts ) ) {
			return $this->kind->value;
		}
		parse_str( $parts['query'] ?? '', $query );
		$table = LocationKind::Table === $this->kind && is_string( $query['table'] ?? null ) ? "?table={$query['table']}" : '';
		return strtolower( $parts['scheme'] ?? '' ) . '://' . ( $parts['host'] ?? '' ) . ( isset( $parts['port'] ) ? ":{$parts['port']}" : '' ) . ( $parts['path'] ?? '' ) . $table;
	}
}
