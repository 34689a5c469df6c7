<?php
/**
 * The portal's contact details, ready to print.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Blocks;

final readonly class ContactDetailsView {
	/** @var list<string> Lines of the postal address. */
	public array $lines;

	/** As people read it, '' when there is none. */
	public string $phone;

	/** For a tel: link. */
	public string $phone_uri;
	public string $email;

	/**
	 * @param array<string, mixed> $settings Portal settings.
	 */
	public function __construct( array $settings ) {
		$text        = static fn ( string $field ): string => is_string( $settings[ $field ] ?? null ) ? $settings[ $field ] : '';
		$this->lines = array_values(
			array_filter(
				[ $text( 'organisation' ), $text( 'contact_name' ), $text( 'street' ), trim( $text( 'postcode' ) . ' ' . $text( 'city' ) ) ],
				static fn ( string $line ): bool => '' !== $line
			)
		);

		$this->phone     = $text( 'phone' );
		$this->phone_uri = self::uri( $this->phone );
		$this->email     = $text( 'email' );
	}

	/** Whether there is nothing to print. */
	public function is_empty(): bool {
		return [] === $this->lines && '' === $this->phone && '' === $this->email;
	}

	/**
	 * "0391 5550-123" and "+49 (0)391 5550123" both become +493915550123.
	 */
	private static function uri( string $phone ): string {
		$digits = preg_replace( '/[^0-9+]/', '', str_replace( '(0)', '', $phone ) );
		$digits = preg_replace( [ '/^00/', '/^0/' ], [ '+', '+49' ], (string) $digits );
		return '' === (string) $digits ? '' : 'tel:' . $digits;
	}
}
