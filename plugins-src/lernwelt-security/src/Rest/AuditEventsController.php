<?php
/**
 * The log over REST.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Rest;

use Lernwelt\Core\Portals;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use Lernwelt\Security\Words\AuditWords;
use Lernwelt\Security\Application\Audit\Reading;
use Lernwelt\Security\Domain\Audit\Entry;
use Lernwelt\Security\Domain\Audit\EntryFilter;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** /lernwelt/v1/audit-events: reading only. There is no route that writes or deletes a line. */
final class AuditEventsController extends AuditController {

	/**
	 * @param Schemas $schemas Schemas of this plugin.
	 * @param Reading $reading Reads and says so.
	 * @param Portals $portals Names of the portals.
	 */
	public function __construct( Schemas $schemas, private readonly Reading $reading, private readonly Portals $portals ) {
		parent::__construct( $schemas );
	}

	/** Registers the routes. */
	public function register_routes(): void {
		$this->route( '/audit-events', 'audit-events', [ 'GET' => [ $this->events( ... ), $this->may_read( ... ), 'audit-events-request' ] ] );
		$this->route( '/audit-person', 'audit-person', [ 'POST' => [ $this->person( ... ), $this->may_read( ... ), 'audit-person-request' ] ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function events( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$wrong = array_filter( [ 'from', 'to' ], fn ( string $day ): bool => ! self::is_day( (string) $request->get_param( $day ) ) );
		if ( [] !== $wrong ) {
			return Problems::error( Problems::INVALID, array_fill_keys( $wrong, 'not_a_day' ) );
		}
		$found = $this->reading->page( self::filter( $request ), (int) $request->get_param( 'page' ), (int) $request->get_param( 'per_page' ) );
		$names = [];
		foreach ( $this->portals->all() as $portal ) {
			$names[ $portal->blog_id ] = $portal->name;
		}
		return new WP_REST_Response(
			[
				'total' => $found['total'],
				'up_to' => $found['up_to'],
				'items' => array_map( static fn ( Entry $line ): array => self::item( $line, $names ), $found['lines'] ),
			]
		);
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function person( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$account = trim( (string) $request->get_param( 'account' ) );
		$portal  = self::portal( $request );
		$user    = get_user_by( false !== is_email( $account ) ? 'email' : 'login', $account );
		// Who isn't on the portal is as unknown there as who doesn't exist.
		if ( false === $user || ( null !== $portal && 0 !== $portal && ! is_user_member_of_blog( $user->ID, $portal ) ) ) {
			return Problems::error( Problems::INVALID, [ 'account' => 'unknown' ] );
		}
		return new WP_REST_Response( [ 'person' => $this->reading->person( $user->ID, $portal ) ] );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private static function filter( WP_REST_Request $request ): EntryFilter {
		$text            = static fn ( string $name ): string => (string) $request->get_param( $name );
		[ $from, $until ] = Reading::days( $text( 'from' ), $text( 'to' ), wp_timezone() );
		$search          = trim( $text( 'search' ) );
		return new EntryFilter( self::portal( $request ), $from, $until, $text( 'area' ), $text( 'action' ), $text( 'reason' ), $text( 'person' ), $search, AuditWords::matches( $search ), null === $request->get_param( 'up_to' ) ? null : (int) $request->get_param( 'up_to' ) );
	}

	/**
	 * @param Entry              $line  Line.
	 * @param array<int, string> $names Portal → name.
	 * @return array<string, mixed>
	 */
	private static function item( Entry $line, array $names ): array {
		return [
			'id'           => $line->id,
			'at'           => str_replace( ' ', 'T', $line->at ) . 'Z',
			'portal'       => 0 === $line->portal ? '' : ( $names[ $line->portal ] ?? (string) $line->portal ),
			'area'         => $line->area,
			'action'       => $line->action,
			'reason'       => $line->reason,
			'sentence'     => AuditWords::sentence( $line ),
			'who'          => AuditWords::who( $line ),
			'person'       => $line->actor,
			'about'        => AuditWords::about( $line ),
			'about_person' => AuditWords::about_person( $line ),
			'details'      => AuditWords::details( $line ),
			'address'      => $line->address,
		];
	}

	private static function is_day( string $text ): bool {
		return '' === $text || ( 1 === preg_match( '/^(\d{4})-(\d\d)-(\d\d)$/D', $text, $parts ) && checkdate( (int) $parts[2], (int) $parts[3], (int) $parts[1] ) );
	}
}
