<?php
/**
 * The school of an account.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Schools;

/** Reads what the single sign-on noted at the last login, in user meta of the network. The register isn't asked. */
final class SchoolOfUser {

	/** User meta: number of the school as the claim `schulnummer` says it. */
	public const NUMBER = 'lernwelt_school_number';

	/** User meta: name of the school. */
	public const NAME = 'lernwelt_school_name';

	/**
	 * School of an account.
	 *
	 * @param int $user_id Account.
	 * @return array{number: string, name: string} '' for what isn't known; the number is not normalised.
	 */
	public static function of( int $user_id ): array {
		return [
			'number' => self::text( get_user_meta( $user_id, self::NUMBER, true ) ),
			'name'   => self::text( get_user_meta( $user_id, self::NAME, true ) ),
		];
	}

	private static function text( mixed $value ): string {
		return is_string( $value ) ? $value : '';
	}
}
