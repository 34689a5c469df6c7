<?php
/**
 * A row of the index.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data\Index;

use Lernwelt\Core\Data\German;

/** Turns a record into what its row holds. */
final class IndexRow {

	/**
	 * The columns of a record.
	 *
	 * @param Document $document Record.
	 * @return array{record_id: int, hash: string, title: string, title_key: string, search: string, terms: string, capability: string, lat: ?float, lng: ?float, sort_keys: string}
	 */
	public static function of( Document $document ): array {
		$terms = [];
		foreach ( $document->terms as $field => $values ) {
			foreach ( array_unique( $values ) as $value ) {
				$terms[] = "$field:" . str_replace( "\n", ' ', $value );
			}
		}
		$keys = [];
		foreach ( $document->sort as $field => $value ) {
			if ( '' !== $value ) {
				$keys[ $field ] = is_string( $value ) ? German::sort_key( $value ) : ( is_bool( $value ) ? (int) $value : $value );
			}
		}
		$row = [
			'record_id'  => $document->id,
			'hash'       => '',
			'title'      => $document->title,
			'title_key'  => German::sort_key( $document->title ),
			'search'     => German::index_text( "{$document->title} {$document->search}" ),
			'terms'      => implode( "\n", $terms ),
			'capability' => $document->capability,
			'lat'        => $document->lat,
			'lng'        => $document->lng,
			'sort_keys'  => [] === $keys ? '' : json_encode( $keys, JSON_THROW_ON_ERROR ),
		];

		$row['hash'] = md5( json_encode( $row, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE ) );
		return $row;
	}
}
