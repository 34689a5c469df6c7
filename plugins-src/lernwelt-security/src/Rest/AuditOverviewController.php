<?php
/**
 * Choices and settings of the log over REST.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Rest;

use Closure;
use Lernwelt\Core\Portal;
use Lernwelt\Core\Portals;
use Lernwelt\Core\Schemas;
use Lernwelt\Security\Words\AuditCatalogue;
use Lernwelt\Security\Words\AuditState;
use Lernwelt\Security\Application\Audit\Retention;
use WP_REST_Request;
use WP_REST_Response;

/** /lernwelt/v1/audit-overview and /audit-settings. */
final class AuditOverviewController extends AuditController {

	/**
	 * @param Schemas            $schemas Schemas of this plugin.
	 * @param AuditState         $state   Whether the log is whole.
	 * @param Portals            $portals Names of the portals.
	 * @param Closure(): int     $days    Days that lines are kept.
	 * @param Closure(int): void $keep    Sets the days.
	 */
	public function __construct( Schemas $schemas, private readonly AuditState $state, private readonly Portals $portals, private readonly Closure $days, private readonly Closure $keep ) {
		parent::__construct( $schemas );
	}

	/** Registers the routes. */
	public function register_routes(): void {
		$this->route( '/audit-overview', 'audit-overview', [ 'GET' => [ $this->overview( ... ), $this->may_read( ... ), 'audit-overview-request' ] ] );
		$this->route( '/audit-settings', 'audit-settings', [ 'PUT' => [ $this->settings( ... ), $this->may_manage( ... ), 'audit-settings-request' ] ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function overview( WP_REST_Request $request ): WP_REST_Response {
		$portal = self::portal( $request );
		$manage = true === $this->may_manage();
		$state  = $this->state->last();
		return new WP_REST_Response(
			[
				'portals' => null === $portal ? [
					[ 'value' => '0', 'label' => __( 'The network itself', 'lernwelt-security' ) ],
					...array_map( static fn ( Portal $one ): array => [ 'value' => (string) $one->blog_id, 'label' => $one->name ], $this->portals->all() ),
				] : [],
				'areas'   => self::choices( AuditCatalogue::areas() ),
				'actions' => self::choices( AuditCatalogue::events() ),
				'reasons' => self::choices( AuditCatalogue::reasons() ),
				'days'    => ( $this->days )(),
				'least'   => Retention::LEAST,
				'most'    => Retention::MOST,
				'manages' => $manage && null === $portal,
				'state'   => $state['state'],
				'message' => $state['message'],
			]
		);
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function settings( WP_REST_Request $request ): WP_REST_Response {
		( $this->keep )( Retention::within( (int) $request->get_param( 'days' ) ) );
		return new WP_REST_Response( [ 'days' => ( $this->days )() ] );
	}

	/**
	 * All that can occur, not what did: on the first day, too, people find what they look for.
	 *
	 * @param array<string, string> $words Code → words.
	 * @return list<array{value: string, label: string}> By words.
	 */
	private static function choices( array $words ): array {
		$choices = array_map( static fn ( string $code ): array => [ 'value' => $code, 'label' => $words[ $code ] ], array_keys( $words ) );
		usort( $choices, static fn ( array $one, array $other ): int => strcoll( $one['label'], $other['label'] ) );
		return $choices;
	}
}
