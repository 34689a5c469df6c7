<?php
/**
 * Sessions on the command line.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Cli;

use Lernwelt\Core\Portals;
use Lernwelt\Core\PupilPresence;
use Lernwelt\Sso\Application\Session\ListedSession;
use Lernwelt\Sso\Application\Session\SessionList;
use Lernwelt\Sso\Domain\Session\EndTarget;
use WP_CLI;
use WP_User;

use function WP_CLI\Utils\format_items;

/** Lists and ends sessions of all portals. Addresses and browsers aren't stored, and of pupils nothing but that one is there. */
final readonly class SessionCommand {

	/**
	 * @param SessionList $sessions Sessions.
	 * @param Portals     $portals  Portals.
	 */
	public function __construct( private SessionList $sessions, private Portals $portals ) {}

	/**
	 * Lists open sessions, newest first.
	 *
	 * ## OPTIONS
	 *
	 * [--portal=<id>]
	 * : Only this portal, e.g. lernorte.
	 *
	 * [--limit=<number>]
	 * : Sessions at most; 100 without it, 1000 at most.
	 *
	 * [--format=<format>]
	 * : table, csv or json.
	 *
	 * @subcommand list
	 * @param list<string>          $args    Unused.
	 * @param array<string, string> $options Options.
	 */
	public function list_sessions( array $args, array $options ): void {
		$size             = max( 1, min( 1000, (int) ( $options['limit'] ?? 100 ) ) );
		[ $total, $rows ] = $this->sessions->page( $this->portal( $options ), 1, '', $size );
		$format           = $options['format'] ?? 'table';
		$items            = array_map( self::item( ... ), $rows );
		format_items( in_array( $format, [ 'csv', 'json' ], true ) ? $format : 'table', $items, [ 'session', 'user', 'portal', 'roles', 'kind', 'since', 'seen' ] );
		if ( 'table' === $format && count( $rows ) < $total ) {
			WP_CLI::log( sprintf( '%d of %d.', count( $rows ), $total ) );
		}
	}

	/**
	 * Ends sessions: of a person, of a portal, or all. With --account and --portal only that person's on that portal.
	 *
	 * ## OPTIONS
	 *
	 * [--account=<login>]
	 * : Login, e-mail address or number of an account.
	 *
	 * [--portal=<id>]
	 * : Portal, e.g. lernorte.
	 *
	 * [--all]
	 * : All sessions of the network.
	 *
	 * [--yes]
	 * : Don't ask.
	 *
	 * ## EXAMPLES
	 *
	 *     wp lernwelt session end --account=redaktion
	 *     wp lernwelt session end --portal=lernorte --yes
	 *
	 * @param list<string>               $args    Unused.
	 * @param array<string, string|bool> $options Options.
	 */
	public function end( array $args, array $options ): void {
		if ( is_string( WP_CLI::get_config( 'user' ) ) ) {
			// wp-cli takes that word for itself; everybody's sessions would end instead.
			WP_CLI::error( 'Say --account=<login> instead of --user.' );
		}
		$all = isset( $options['all'] );
		if ( $all === ( isset( $options['account'] ) || isset( $options['portal'] ) ) ) {
			WP_CLI::error( 'Say whose sessions end: --account, --portal, both of them, or --all alone.' );
		}
		$portal = $this->portal( $options );
		$target = isset( $options['account'] ) ? EndTarget::person( self::account( (string) $options['account'] )->ID ) : EndTarget::all();
		if ( $target->is_all() ) {
			WP_CLI::confirm( 'Everybody there has to log in again. End all these sessions?', $options );
		}
		WP_CLI::success( sprintf( '%d ended.', $this->sessions->end( $target, $portal ) ) );
	}

	/** @param array<string, string|bool> $options */
	private function portal( array $options ): int {
		if ( ! isset( $options['portal'] ) ) {
			return 0;
		}
		$ids = array_column( $this->portals->all(), 'blog_id', 'id' );
		return $ids[ (string) $options['portal'] ] ?? WP_CLI::error( 'There are these portals: ' . implode( ', ', array_keys( $ids ) ) . '.' );
	}

	private static function account( string $name ): WP_User {
		foreach ( [ 'login', 'email', ...( ctype_digit( $name ) ? [ 'id' ] : [] ) ] as $field ) {
			$user = get_user_by( $field, $name );
			if ( false !== $user ) {
				return $user;
			}
		}
		WP_CLI::error( 'There is no such account.' );
	}

	/** @return array<string, string> */
	private static function item( ListedSession $session ): array {
		return [
			'session' => $session->short,
			'user'    => 0 === $session->user_id ? PupilPresence::ROLE : (string) ( get_userdata( $session->user_id )->user_login ?? "($session->user_id)" ),
			'portal'  => $session->portal,
			'roles'   => implode( ', ', $session->roles ),
			'kind'    => $session->kind->value,
			'since'   => gmdate( 'Y-m-d\TH:i:s\Z', $session->since ),
			'seen'    => gmdate( 'Y-m-d\TH:i:s\Z', $session->seen ),
		];
	}
}
