<?php
/**
 * People to choose from.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use WP_User;
use WP_User_Query;

/** Finds people by name, login or address; looking is recorded. */
final readonly class People {

	/** Most people that are found at once. */
	private const MOST = 20;

	/**
	 * @param AuditLog $audit Takes events.
	 */
	public function __construct( private AuditLog $audit ) {}

	/**
	 * Finds people.
	 *
	 * @param string $words  Part of a name, login or address.
	 * @param int    $portal Site whose people are searched; 0 for all of the network.
	 * @return list<array{id: int, name: string, login: string}>
	 */
	public function find( string $words, int $portal ): array {
		$query  = new WP_User_Query(
			[
				'blog_id'        => $portal,
				'search'         => '*' . trim( $words, " *\t" ) . '*',
				'search_columns' => [ 'display_name', 'user_login', 'user_email' ],
				'number'         => self::MOST,
				'orderby'        => 'display_name',
				'count_total'    => false,
			]
		);
		$people = [];
		foreach ( $query->get_results() as $user ) {
			if ( $user instanceof WP_User ) {
				$people[] = [
					'id'    => $user->ID,
					'name'  => $user->display_name,
					'login' => $user->user_login,
				];
			}
		}
		$this->audit->record(
			new AuditEvent(
				'people',
				'read',
				object: 'list:users',
				portal: $portal,
				details: [
					'via'  => 'rest',
					'rows' => count( $people ),
				]
			)
		);
		return $people;
	}
}
