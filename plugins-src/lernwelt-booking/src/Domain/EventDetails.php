<?php
/**
 * Everything about an event that isn't title, text, term or date.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** The object stored in one meta value. */
final readonly class EventDetails {

	public const FORMATS = [ 'onsite', 'online', 'hybrid' ];

	/** Most materials. */
	public const MOST = 20;

	/** Fields of text and their longest, in characters. */
	private const TEXTS = [
		'contact_name'  => 100,
		'contact_email' => 100,
		'contact_phone' => 60,
	];

	private const TITLE = 150;

	private const URL = 500;

	/**
	 * @param string                                  $format        One of FORMATS.
	 * @param string                                  $contact_name  Whom people ask, '' for nobody named.
	 * @param string                                  $contact_email Where answers go, '' for the portal.
	 * @param string                                  $contact_phone Telephone.
	 * @param list<array{title: string, url: string}> $materials     Documents: addresses with https, or paths of this portal.
	 */
	private function __construct(
		public string $format,
		public string $contact_name,
		public string $contact_email,
		public string $contact_phone,
		public array $materials,
	) {}

	/**
	 * Reads the form of {@see to_array()}. Null and '' count as missing.
	 *
	 * @param array<array-key, mixed> $values Field → value.
	 * @throws InvalidInput With everything that is wrong; of materials `materials.0.title`.
	 */
	public static function from_array( array $values ): self {
		[ $details, $errors ] = self::read( $values );
		if ( [] !== $errors ) {
			throw new InvalidInput( $errors );
		}
		return $details;
	}

	/**
	 * Reads what is stored and leaves out what could not be stored today: a page has to be shown in any case.
	 *
	 * @param mixed $meta Value of the meta key.
	 */
	public static function stored( mixed $meta ): self {
		return self::read( is_array( $meta ) ? $meta : [] )[0];
	}

	/**
	 * The object to be stored: empty fields are left out, always in the same order.
	 *
	 * @return array<string, string|list<array{title: string, url: string}>>
	 */
	public function to_array(): array {
		return array_filter( get_object_vars( $this ), static fn ( string|array $value ): bool => '' !== $value && [] !== $value );
	}

	/**
	 * Takes what can be taken.
	 *
	 * @param array<array-key, mixed> $values Field → value.
	 * @return array{self, array<string, string>} Details, and why something was left out.
	 */
	private static function read( array $values ): array {
		$values = array_filter( $values, static fn ( mixed $value ): bool => null !== $value && '' !== $value );
		$errors = array_fill_keys( array_map( strval( ... ), array_keys( array_diff_key( $values, self::TEXTS, [ 'format' => true, 'materials' => true ] ) ) ), 'unknown_field' );
		$format = $values['format'] ?? self::FORMATS[0];
		if ( ! is_string( $format ) || ! in_array( $format, self::FORMATS, true ) ) {
			$errors['format'] = 'not_allowed';
			$format           = self::FORMATS[0];
		}
		$texts = [];
		foreach ( self::TEXTS as $name => $longest ) {
			$text    = is_string( $values[ $name ] ?? '' ) ? trim( $values[ $name ] ?? '' ) : null;
			$problem = null === $text ? 'type' : ( self::line_problem( $text, $longest ) ?? self::contact_problem( $name, $text ) );
			if ( null !== $problem ) {
				$errors[ $name ] = $problem;
			}
			$texts[] = null === $problem ? (string) $text : '';
		}
		[ $materials, $wrong ] = self::materials( $values['materials'] ?? [] );
		return [ new self( $format, $texts[0], $texts[1], $texts[2], $materials ), $errors + $wrong ];
	}

	/**
	 * @param mixed $given Whatever came in.
	 * @return array{list<array{title: string, url: string}>, array<string, string>}
	 */
	private static function materials( mixed $given ): array {
		if ( ! is_array( $given ) || ! array_is_list( $given ) ) {
			return [ [], [ 'materials' => 'type' ] ];
		}
		$fine   = [];
		$errors = count( $given ) > self::MOST ? [ 'materials' => 'too_many' ] : [];
		foreach ( $given as $place => $one ) {
			$one   = is_object( $one ) ? get_object_vars( $one ) : $one;
			$title = is_array( $one ) && is_string( $one['title'] ?? null ) ? trim( $one['title'] ) : '';
			$url   = is_array( $one ) && is_string( $one['url'] ?? null ) ? trim( $one['url'] ) : '';
			$wrong = array_filter(
				[
					"materials.$place.title" => '' === $title ? 'required' : self::line_problem( $title, self::TITLE ),
					"materials.$place.url"   => match ( true ) {
						'' === $url => 'required',
						mb_strlen( $url ) > self::URL => 'too_long',
						default => self::is_address( $url ) ? null : 'uri',
					},
				],
				is_string( ... )
			);
			$errors += $wrong;
			if ( [] === $wrong ) {
				$fine[] = [
					'title' => $title,
					'url'   => $url,
				];
			}
		}
		return [ array_slice( $fine, 0, self::MOST ), $errors ];
	}

	private static function line_problem( string $text, int $longest ): ?string {
		return match ( true ) {
			! mb_check_encoding( $text, 'UTF-8' ) => 'invalid',
			1 === preg_match( '/\p{Cc}|\x{2028}|\x{2029}/u', $text ) => 'line_break',
			mb_strlen( $text ) > $longest => 'too_long',
			default => null,
		};
	}

	private static function contact_problem( string $name, string $text ): ?string {
		return match ( true ) {
			'' === $text => null,
			// Mails go there as it stands, so it has to be one that mail servers take.
			'contact_email' === $name => false === filter_var( $text, FILTER_VALIDATE_EMAIL ) ? 'email' : null,
			'contact_phone' === $name => 3 > (int) preg_match_all( '/\d/', $text ) ? 'phone' : null,
			default => null,
		};
	}

	/** Encrypted, or a path of this portal, which goes on working when the portal gets another name. */
	private static function is_address( string $url ): bool {
		return 1 === preg_match( '~^(?:https://[^\s/?#@:<>"\'\\\\]+(?::\d{1,5})?(?:[/?#][^\s<>"\'\\\\^`{|}]*)?|/(?!/)[^\s<>"\'\\\\^`{|}]*)$~Du', $url );
	}
}
