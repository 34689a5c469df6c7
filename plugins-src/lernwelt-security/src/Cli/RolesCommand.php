<?php
/**
 * `wp lernwelt roles`.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Cli;

use Lernwelt\Core\CsvLine;
use Lernwelt\Security\Application\Roles\Explain;
use Lernwelt\Security\Application\Roles\ExplanationWords;
use Lernwelt\Security\Application\Roles\Matrices;
use Lernwelt\Security\Application\Roles\MatrixRows;
use Lernwelt\Security\Application\Roles\RoleNames;
use WP_CLI;
use WP_User;

use function WP_CLI\Utils\format_items;

/** Shows who may do what on the portal of --url. */
final readonly class RolesCommand {

	/**
	 * @param Matrices $matrices Matrices.
	 * @param Explain  $explain  Explains.
	 */
	public function __construct( private Matrices $matrices, private Explain $explain ) {}

	/**
	 * Lists the rights with the roles that have them on this portal.
	 *
	 * ## OPTIONS
	 *
	 * [--role=<role>]
	 * : Only rights of this role.
	 *
	 * [--format=<format>]
	 * : table, csv or json.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - csv
	 *   - json
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     wp lernwelt roles list --url=lernorte.example --role=editor
	 *
	 * @subcommand list
	 *
	 * @param list<string>          $args  Unused.
	 * @param array<string, string> $assoc Options.
	 */
	public function list_rights( array $args, array $assoc ): void {
		$matrix = $this->matrices->of( get_current_blog_id() );
		$role   = (string) ( $assoc['role'] ?? '' );
		if ( '' !== $role && ! in_array( $role, $matrix->roles, true ) ) {
			WP_CLI::error( "There is no role \"$role\": use one of " . implode( ', ', $matrix->roles ) . '.' );
		}
		$rows = [];
		foreach ( $matrix->rights as $right ) {
			$having = array_values( array_filter( $matrix->roles, static fn ( string $each ): bool => $matrix->cell( $each, $right )->granted ) );
			if ( '' === $role || in_array( $role, $having, true ) ) {
				$rows[] = [
					'capability' => $right->name,
					'label'      => $right->label,
					'roles'      => implode( ', ', array_map( RoleNames::of( ... ), $having ) ),
				];
			}
		}
		$format = $assoc['format'] ?? '';
		format_items( in_array( $format, [ 'csv', 'json' ], true ) ? $format : 'table', $rows, [ 'capability', 'label', 'roles' ] );
	}

	/**
	 * Explains why a person may do something on this portal, or why not.
	 *
	 * ## OPTIONS
	 *
	 * <user>
	 * : Login, e-mail address or number.
	 *
	 * <capability>
	 * : Technical name of the right.
	 *
	 * ## EXAMPLES
	 *
	 *     wp lernwelt roles why redaktion edit_others_posts --url=lernorte.example
	 *
	 * @param list<string> $args Person and right.
	 */
	public function why( array $args ): void {
		[ $person, $capability ] = array_map( strval( ... ), $args ); // wp-cli turns digits into numbers.

		$user = get_user_by( 'login', $person );
		$user = $user instanceof WP_User ? $user : get_user_by( str_contains( $person, '@' ) ? 'email' : 'id', $person );
		if ( ! $user instanceof WP_User ) {
			WP_CLI::error( "There is no account \"$person\"." );
		}
		$found = $this->explain->run( $user->ID, $capability, get_current_blog_id() );
		if ( null === $found ) {
			WP_CLI::error( "The role matrix doesn't know the right \"$capability\" on this portal: see wp lernwelt roles list." );
		}
		WP_CLI::log( "{$found->right->label} ({$found->right->name})" );
		foreach ( ExplanationWords::steps( $found ) as $step ) {
			WP_CLI::log( "- $step" );
		}
	}

	/**
	 * Prints who may do what on this portal as CSV for Excel.
	 *
	 * ## EXAMPLES
	 *
	 *     wp lernwelt roles export --url=lernorte.example > rechte.csv
	 */
	public function export(): void {
		// Without WP_CLI's line break at the end.
		foreach ( CsvLine::file( MatrixRows::of( $this->matrices->of( get_current_blog_id() ) ) ) as $part ) {
			fwrite( STDOUT, $part );
		}
	}
}
