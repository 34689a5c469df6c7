<?php
/**
 * The role table of this network.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use Lernwelt\Core\Portal;
use Lernwelt\Core\Portals;
use Lernwelt\Core\PupilPresence;
use Lernwelt\Core\Role;
use Lernwelt\Sso\Domain\Roles\Entitlement;
use Lernwelt\Sso\Domain\Roles\InvalidTable;
use Lernwelt\Sso\Domain\Roles\RoleTable;
use Lernwelt\Sso\Domain\Roles\TableReader;
use UnexpectedValueException;

/** Holds the table that an administrator of the network wrote; until then the one that is delivered. */
final readonly class RoleTables {

	/** Network option: version of the format and rows. */
	public const OPTION = 'lernwelt_sso_roles';

	/** Version of the format. */
	public const VERSION = 1;

	/**
	 * @param string  $file    Table that is delivered (JSON).
	 * @param Portals $portals Portals.
	 */
	public function __construct( private string $file, private Portals $portals ) {}

	/**
	 * The table in use. A row that isn't possible any more – its role or portal is gone – grants nothing.
	 */
	public function current(): RoleTable {
		$stored = get_site_option( self::OPTION );
		$rows   = is_array( $stored ) && self::VERSION === ( $stored['version'] ?? null ) && is_array( $stored['rows'] ?? null ) ? $stored['rows'] : $this->delivered();
		$reader = $this->reader();
		$good   = [];
		foreach ( $rows as $row ) {
			try {
				$good = [ ...$good, ...$reader->read( [ $row ] )->rows ];
			} catch ( InvalidTable ) {
				continue;
			}
		}
		return new RoleTable( $good );
	}

	/**
	 * Rows that are delivered.
	 *
	 * @return list<array<string, mixed>>
	 * @throws UnexpectedValueException When the file is broken.
	 */
	public function delivered(): array {
		$table = wp_json_file_decode( $this->file, [ 'associative' => true ] );
		if ( ! is_array( $table ) || ! is_array( $table['rows'] ?? null ) ) {
			throw new UnexpectedValueException( "The role table {$this->file} is missing or isn't valid JSON." );
		}
		return array_values( $table['rows'] );
	}

	/**
	 * Stores a table; the one that is delivered is only taken back to.
	 *
	 * @param RoleTable $table Table.
	 */
	public function store( RoleTable $table ): void {
		if ( $this->reader()->read( $this->delivered() )->to_array() === $table->to_array() ) {
			delete_site_option( self::OPTION );
			return;
		}
		update_site_option( self::OPTION, [ 'version' => self::VERSION, 'rows' => $table->to_array() ] );
	}

	/** Checks tables against the roles and portals of this network. */
	public function reader(): TableReader {
		return new TableReader( array_map( strval( ... ), array_keys( $this->roles() ) ), $this->portal_ids() );
	}

	/**
	 * Roles that may be granted: those that portals know. There is none for administrators of the network.
	 *
	 * @return array<string, string> Slug → name for people.
	 */
	public function roles(): array {
		$names = array_map( 'translate_user_role', wp_roles()->get_names() );
		foreach ( array_column( $this->delivered(), 'role' ) as $slug ) {
			$names += [ (string) $slug => (string) $slug ];
		}
		return [
			...$names,
			// As everywhere here; WordPress says "Administrator", which could be one of the network.
			Role::ADMINISTRATOR => __( 'Portal admin', 'lernwelt-sso' ),
			Role::EDITOR        => __( 'Editor', 'lernwelt-sso' ),
			PupilPresence::ROLE => __( 'Pupil (without an account)', 'lernwelt-sso' ),
		];
	}

	/** @return list<string> */
	public function portal_ids(): array {
		return array_map( static fn ( Portal $portal ): string => $portal->id, $this->portals->all() );
	}

	/**
	 * What a table makes of claims.
	 *
	 * @param array<array-key, mixed> $claims Claims.
	 * @param ?RoleTable              $table  Table; null for the one in use.
	 */
	public function resolve( #[\SensitiveParameter] array $claims, ?RoleTable $table = null ): Entitlement {
		return ( $table ?? $this->current() )->resolve( $claims, $this->portal_ids(), PupilPresence::ROLE );
	}
}
