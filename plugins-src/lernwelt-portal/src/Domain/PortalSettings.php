<?php
/**
 * What every portal says about itself.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain;

use Lernwelt\Portal\Domain\Form\EmailAddress;

/**
 * Fields and those rules that schemas/portal-settings.json can't say.
 */
final class PortalSettings {
	/** Name of the group in core's registry. */
	public const KEY = 'lernwelt_portal';

	/** Value of every field while a portal has stored none. */
	public const DEFAULTS = [
		'organisation'        => '',
		'contact_name'        => '',
		'street'              => '',
		'postcode'            => '',
		'city'                => '',
		'phone'               => '',
		'email'               => '',
		'accessibility_email' => '',
		'accent'              => '',
	];

	/**
	 * @param array<string, mixed> $values Values that fit the schema.
	 * @return array<string, string> Field → reason code `email` or `contrast`; empty when all is well.
	 */
	public static function problems( array $values ): array {
		$problems = [];
		foreach ( [ 'email', 'accessibility_email' ] as $field ) {
			$address = $values[ $field ] ?? '';
			if ( is_string( $address ) && '' !== $address && EmailAddress::ascii( $address ) !== $address ) {
				$problems[ $field ] = 'email';
			}
		}
		$accent = $values['accent'] ?? '';
		if ( is_string( $accent ) && '' !== $accent && null !== ( new Accent( $accent ) )->worst_pair() ) {
			$problems['accent'] = 'contrast';
		}
		return $problems;
	}
}
