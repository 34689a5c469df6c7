<?php
/**
 * The log on the command line.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Cli;

use Generator;
use Lernwelt\Core\CsvLine;
use Lernwelt\Security\Application\Audit\Reading;
use Lernwelt\Security\Application\Audit\Retention;
use Lernwelt\Security\Application\Audit\Verification;
use Lernwelt\Security\AuditHooks;
use Lernwelt\Security\Domain\Audit\Entry;
use Lernwelt\Security\Domain\Audit\EntryFilter;
use Lernwelt\Security\Domain\Audit\Mark;
use Lernwelt\Security\Words\AuditWords;
use Throwable;
use WP_CLI;

/** Verifies, lists and exports the log of security events; sees all portals. */
final readonly class AuditCommand {

	/** Fields of an export. */
	private const FIELDS = [ 'id', 'time_utc', 'portal', 'area', 'action', 'reason', 'kind', 'person', 'object', 'details', 'address', 'sentence', 'previous', 'hash' ];

	/**
	 * @param Reading      $reading      Reads and says so.
	 * @param Verification $verification Verifies.
	 */
	public function __construct( private Reading $reading, private Verification $verification ) {}

	/**
	 * Verifies every line and names the first that doesn't fit. Exit code 1 when the log is broken.
	 *
	 * Note number and hash of the last line somewhere outside of this server; with --head a later verification also
	 * shows whether the whole log was exchanged or set back since.
	 *
	 * ## OPTIONS
	 *
	 * [--head=<state>]
	 * : State that an earlier verification named, as number:hash.
	 *
	 * @param list<string>          $args    Unused.
	 * @param array<string, string> $options Options.
	 */
	public function verify( array $args, array $options ): void {
		$known = null;
		if ( isset( $options['head'] ) ) {
			if ( 1 !== preg_match( '/^(\d{1,18}):([0-9a-f]{64})$/D', $options['head'], $parts ) ) {
				WP_CLI::error( __( 'Please give the state as number:hash, as an earlier verification named it.', 'lernwelt-security' ) );
			}
			$known = new Mark( Mark::HEAD, (int) $parts[1], $parts[2], '' );
		}
		$verdict = $this->verification->run( $known );
		if ( ! $verdict->is_whole() ) {
			WP_CLI::error( AuditWords::verdict( $verdict ) );
		}
		WP_CLI::log( "$verdict->id:$verdict->hash" );
		WP_CLI::success( AuditWords::verdict( $verdict ) );
	}

	/**
	 * Lists lines, newest first.
	 *
	 * ## OPTIONS
	 *
	 * [--from=<day>]
	 * : First day, YYYY-MM-DD.
	 *
	 * [--to=<day>]
	 * : Last day.
	 *
	 * [--area=<code>]
	 * : Only this area.
	 *
	 * [--action=<code>]
	 * : Only this action.
	 *
	 * [--reason=<code>]
	 * : Only this reason.
	 *
	 * [--of-portal=<number>]
	 * : Only this site; 0 for the network's own lines.
	 *
	 * [--person=<account>]
	 * : Only what this account did or what is about it: login name, e-mail address or number.
	 *
	 * [--limit=<number>]
	 * : Lines at most.
	 * ---
	 * default: 50
	 * ---
	 *
	 * [--format=<format>]
	 * : table, json or csv.
	 * ---
	 * default: table
	 * ---
	 *
	 * @param list<string>                                                                $args    Unused.
	 * @param array{format: 'table'|'json'|'csv', limit: string, from?: string, to?: string, area?: string, action?: string, reason?: string, of-portal?: string, person?: string} $options Options.
	 */
	public function list( array $args, array $options ): void {
		$rows = [];
		foreach ( $this->reading->all( $this->filter( $options ), max( 1, (int) $options['limit'] ), 'read' ) as $line ) {
			$rows[] = self::row( $line );
		}
		WP_CLI\Utils\format_items( $options['format'], $rows, [ 'id', 'time_utc', 'portal', 'sentence', 'kind', 'person', 'object', 'details' ] );
	}

	/**
	 * Writes lines to the standard output, newest first: as CSV that Excel reads, or as JSON with everything that a
	 * verification elsewhere needs.
	 *
	 * ## OPTIONS
	 *
	 * [--from=<day>]
	 * : First day, YYYY-MM-DD.
	 *
	 * [--to=<day>]
	 * : Last day.
	 *
	 * [--area=<code>]
	 * : Only this area.
	 *
	 * [--of-portal=<number>]
	 * : Only this site; 0 for the network's own lines.
	 *
	 * [--person=<account>]
	 * : Only what this account did or what is about it: login name, e-mail address or number.
	 *
	 * [--format=<format>]
	 * : csv or json.
	 * ---
	 * default: csv
	 * options:
	 *   - csv
	 *   - json
	 * ---
	 *
	 * @param list<string>          $args    Unused.
	 * @param array<string, string> $options Options.
	 */
	public function export( array $args, array $options ): void {
		$lines = $this->reading->all( $this->filter( $options ), PHP_INT_MAX, 'exported' );
		if ( 'json' === $options['format'] ) {
			$before = "[\n";
			foreach ( $lines as $line ) {
				echo $before, wp_json_encode( self::row( $line ), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ); // phpcs:ignore WordPress.Security.EscapeOutput -- a file.
				$before = ",\n";
			}
			echo "[\n" === $before ? "[]\n" : "\n]\n"; // phpcs:ignore WordPress.Security.EscapeOutput -- a file.
			return;
		}
		$rows = static function () use ( $lines ): Generator {
			yield self::FIELDS;
			foreach ( $lines as $line ) {
				yield array_values( self::row( $line ) );
			}
		};
		foreach ( CsvLine::file( $rows() ) as $part ) {
			echo $part; // phpcs:ignore WordPress.Security.EscapeOutput -- a file.
		}
	}

	/**
	 * Shows or sets how many days lines are kept.
	 *
	 * ## OPTIONS
	 *
	 * [<days>]
	 * : 30 to 365.
	 *
	 * @param list<string> $args Days.
	 */
	public function retention( array $args ): void {
		if ( isset( $args[0] ) ) {
			if ( ! ctype_digit( $args[0] ) || Retention::within( (int) $args[0] ) !== (int) $args[0] ) {
				/* translators: 1: fewest days, 2: most days. */
				WP_CLI::error( sprintf( __( 'Please give a number of days from %1$d to %2$d.', 'lernwelt-security' ), Retention::LEAST, Retention::MOST ) );
			}
			update_site_option( AuditHooks::DAYS, (int) $args[0] );
		}
		/* translators: %d: number of days. */
		WP_CLI::success( sprintf( __( 'Lines are kept for %d days.', 'lernwelt-security' ), AuditHooks::days() ) );
	}

	/** @param array<string, string> $options */
	private function filter( array $options ): EntryFilter {
		try {
			[ $from, $until ] = Reading::days( $options['from'] ?? '', $options['to'] ?? '', wp_timezone() );
		} catch ( Throwable ) {
			WP_CLI::error( __( 'Please give days as YYYY-MM-DD.', 'lernwelt-security' ) );
		}
		return new EntryFilter(
			isset( $options['of-portal'] ) ? (int) $options['of-portal'] : null,
			$from,
			$until,
			$options['area'] ?? '',
			$options['action'] ?? '',
			$options['reason'] ?? '',
			isset( $options['person'] ) ? $this->person( $options['person'] ) : ''
		);
	}

	private function person( string $account ): string {
		$user = get_user_by( ctype_digit( $account ) ? 'id' : ( str_contains( $account, '@' ) ? 'email' : 'login' ), $account );
		if ( false === $user ) {
			WP_CLI::error( __( 'There is no such account.', 'lernwelt-security' ) );
		}
		return $this->reading->person( $user->ID, null );
	}

	/** @return array<string, string|int> */
	private static function row( Entry $line ): array {
		return [
			'id'       => $line->id,
			'time_utc' => $line->at,
			'portal'   => $line->portal,
			'area'     => $line->area,
			'action'   => $line->action,
			'reason'   => $line->reason,
			'kind'     => $line->kind,
			'person'   => $line->actor,
			'object'   => $line->object,
			'details'  => $line->details,
			'address'  => $line->address,
			'sentence' => AuditWords::sentence( $line ),
			'previous' => $line->previous,
			'hash'     => $line->hash,
		];
	}
}
