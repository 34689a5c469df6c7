<?php
/**
 * E-mail addresses.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain\Form;

final class EmailAddress {
	/**
	 * The form of an address that mail servers understand: `post@grundschule-köthen.example` has a domain with an
	 * umlaut, which travels as `xn--…`.
	 *
	 * @param string $address As a person writes it.
	 * @return string '' when it is no address.
	 */
	public static function ascii( string $address ): string {
		$at = strrpos( $address, '@' );
		// Browsers refuse a quoted name too; a comma in it would end the address in a mail's header.
		if ( false === $at || str_contains( $address, '"' ) ) {
			return '';
		}
		$domain = idn_to_ascii( substr( $address, $at + 1 ), IDNA_NONTRANSITIONAL_TO_ASCII, INTL_IDNA_VARIANT_UTS46 );
		$ascii  = false === $domain ? $address : substr( $address, 0, $at + 1 ) . $domain;
		// A name without a dot is valid in a local network only.
		return false !== filter_var( $ascii, FILTER_VALIDATE_EMAIL ) && str_contains( substr( $ascii, $at ), '.' ) ? $ascii : '';
	}
}
