<?php
/**
 * Requests of people.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Privacy;

use WP_User;

/** Offers the sources to WordPress's tools "Export/Erase personal data", which check the request by mail beforehand. */
final readonly class PersonalDataTools {

	/** What the names of our exporters and erasers begin with. */
	private const PREFIX = 'lernwelt-';

	/**
	 * @param PersonalData $data Sources.
	 */
	public function __construct( private PersonalData $data ) {}

	/**
	 * Filter `wp_privacy_personal_data_exporters`.
	 *
	 * @param array<string, array<string, mixed>> $exporters WordPress's and others'.
	 * @return array<string, array<string, mixed>>
	 */
	public function exporters( array $exporters ): array {
		foreach ( $this->data->all() as $source ) {
			$exporters[ self::PREFIX . $source->id() ] = [
				'exporter_friendly_name' => $source->label(),
				'callback'               => static fn ( string $email ): array => self::exported( $source, self::subject( $email ) ),
			];
		}
		return $exporters;
	}

	/**
	 * Filter `wp_privacy_personal_data_erasers`.
	 *
	 * @param array<string, array<string, mixed>> $erasers WordPress's and others'.
	 * @return array<string, array<string, mixed>>
	 */
	public function erasers( array $erasers ): array {
		foreach ( $this->data->all() as $source ) {
			$erasers[ self::PREFIX . $source->id() ] = [
				'eraser_friendly_name' => $source->label(),
				'callback'             => fn ( string $email ): array => self::erased( $this->data->erase( $source, self::subject( $email ) ) ),
			];
		}
		return $erasers;
	}

	private static function subject( string $email ): Subject {
		$user = get_user_by( 'email', $email );
		return new Subject( $email, $user instanceof WP_User ? $user->ID : null );
	}

	/**
	 * @return array{data: list<array{group_id: string, group_label: string, item_id: string, data: list<array{name: string, value: string}>}>, done: true}
	 */
	private static function exported( PersonalDataSource $source, Subject $who ): array {
		$items = [];
		foreach ( $source->export( $who ) as $group ) {
			foreach ( $group->items as $id => $fields ) {
				$items[] = [
					'group_id'    => self::PREFIX . $group->id,
					'group_label' => $group->label,
					'item_id'     => $id,
					'data'        => array_map( static fn ( string $name, string $value ): array => [ 'name' => $name, 'value' => esc_html( $value ) ], array_keys( $fields ), $fields ),
				];
			}
		}
		return [ 'data' => $items, 'done' => true ];
	}

	/**
	 * @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: true}
	 */
	private static function erased( ErasureOutcome $outcome ): array {
		return [
			'items_removed'  => 0 < $outcome->erased,
			'items_retained' => 0 < $outcome->kept,
			'messages'       => array_map( esc_html( ... ), $outcome->messages ),
			'done'           => true,
		];
	}
}
