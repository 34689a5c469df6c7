<?php
/**
 * What a token would give.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use JsonException;
use Lernwelt\Core\InvalidSettings;
use Lernwelt\Core\Portal;
use Lernwelt\Core\Portals;
use Lernwelt\Core\PupilPresence;
use Lernwelt\Sso\Domain\Accounts\Person;
use Lernwelt\Sso\Domain\Roles\InvalidTable;
use Lernwelt\Sso\Domain\Roles\RoleTable;

/** Tries claims on a role table without storing anything. */
final readonly class Preview {

	/** Longest claims in bytes. */
	public const LENGTH = 50_000;

	/**
	 * @param RoleTables $tables  Role table.
	 * @param Portals    $portals Portals.
	 */
	public function __construct( private RoleTables $tables, private Portals $portals ) {}

	/**
	 * Tries claims.
	 *
	 * @param string                       $json Claims as JSON: an object.
	 * @param array<array-key, mixed>|null $rows Rows of a role table; null for the one in use.
	 * @return array{outcome: string, missing: list<string>, address: string, portals: list<array{id: string, name: string, roles: list<string>, enters: bool}>}
	 *         Outcome: account, pupil, nothing, unknown (claim absent); address: verified, unverified, missing.
	 * @throws InvalidSettings When claims or rows are refused.
	 */
	public function of( #[\SensitiveParameter] string $json, ?array $rows = null ): array {
		$table       = $this->table( $rows );
		$claims      = self::claims( $json );
		$entitlement = $this->tables->resolve( $claims, $table );
		$person      = Person::of( $claims );
		return [
			'outcome' => match ( true ) {
				$entitlement->has_account()  => 'account',
				$entitlement->is_pupil()     => 'pupil',
				[] !== $entitlement->missing => 'unknown',
				default                      => 'nothing',
			},
			'missing' => $entitlement->missing,
			'address' => match ( true ) {
				'' !== $person->verified_email() => 'verified',
				'' !== $person->email            => 'unverified',
				default                          => 'missing',
			},
			'portals' => array_map(
				static function ( Portal $portal ) use ( $entitlement ): array {
					$roles = $entitlement->is_pupil_on( $portal->id ) ? [ PupilPresence::ROLE ] : $entitlement->roles( $portal->id );
					return [ 'id' => $portal->id, 'name' => $portal->name, 'roles' => $roles, 'enters' => [] !== $roles ];
				},
				$this->portals->all()
			),
		];
	}

	/**
	 * @param array<array-key, mixed>|null $rows Rows.
	 * @throws InvalidSettings When rows are refused.
	 */
	private function table( ?array $rows ): ?RoleTable {
		try {
			return null === $rows ? null : $this->tables->reader()->read( $rows );
		} catch ( InvalidTable $refused ) {
			throw new InvalidSettings( $refused->reasons );
		}
	}

	/**
	 * @return array<string, mixed>
	 * @throws InvalidSettings When it is no JSON object.
	 */
	private static function claims( #[\SensitiveParameter] string $json ): array {
		try {
			$claims = strlen( $json ) > self::LENGTH ? null : json_decode( $json, true, 20, JSON_THROW_ON_ERROR );
		} catch ( JsonException ) {
			$claims = null;
		}
		// "{}" becomes an empty list in PHP.
		if ( ! is_array( $claims ) || ( array_is_list( $claims ) && ! str_starts_with( trim( $json ), '{' ) ) ) {
			throw new InvalidSettings( [ 'claims' => strlen( $json ) > self::LENGTH ? 'too_long' : 'json' ] );
		}
		return array_combine( array_map( strval( ... ), array_keys( $claims ) ), $claims );
	}
}
