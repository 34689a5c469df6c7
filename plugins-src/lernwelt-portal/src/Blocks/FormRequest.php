<?php
/**
 * A form as a browser sent it.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Blocks;

use Lernwelt\Core\ClientAddress;
use Lernwelt\Portal\Domain\Form\Field;
use Lernwelt\Portal\Domain\Form\Kind;

final readonly class FormRequest {
	/** In front of every name: WordPress takes a posted `name` or `page` for its own and answers 404. */
	public const PREFIX = 'lw_';

	/** Says which form was sent. */
	public const KIND = 'lw_form';

	/** The field that only programs see. */
	public const TRAP = 'lw_website';

	/**
	 * @param ?Kind                 $kind       Which form; null when the request is none, or too large to tell.
	 * @param array<string, string> $values     Field → text as it was typed.
	 * @param bool                  $trapped    Whether the hidden field was filled in.
	 * @param string                $fetch_site Header Sec-Fetch-Site, '' when it was not sent.
	 * @param string                $origin     Header Origin.
	 * @param string                $referer    Header Referer.
	 * @param ?ClientAddress        $client     Network address of the sender; null when the request is made by hand.
	 * @param bool                  $too_large  Whether PHP dropped what was sent because of its size.
	 */
	public function __construct(
		public ?Kind $kind,
		public array $values = [],
		public bool $trapped = false,
		public string $fetch_site = '',
		public string $origin = '',
		public string $referer = '',
		public ?ClientAddress $client = null,
		public bool $too_large = false
	) {
	}

	/**
	 * @param array<mixed> $server $_SERVER.
	 * @param array<mixed> $post   $_POST, slashed as WordPress does it.
	 */
	public static function of( array $server, array $post ): self {
		$is_post = 'POST' === self::text( $server, 'REQUEST_METHOD' );
		$values  = [];
		foreach ( Field::cases() as $field ) {
			$values[ $field->value ] = self::text( $post, self::PREFIX . $field->value );
		}
		return new self(
			$is_post ? Kind::tryFrom( self::text( $post, self::KIND ) ) : null,
			$values,
			'' !== self::text( $post, self::TRAP ),
			self::text( $server, 'HTTP_SEC_FETCH_SITE' ),
			self::text( $server, 'HTTP_ORIGIN' ),
			self::text( $server, 'HTTP_REFERER' ),
			ClientAddress::from_server( $server ),
			$is_post && [] === $post && self::is_too_large( (int) self::text( $server, 'CONTENT_LENGTH' ) )
		);
	}

	/**
	 * Above post_max_size PHP hands on the request without a single field; 0 stands for no limit.
	 *
	 * @param int $length Bytes of the body.
	 */
	private static function is_too_large( int $length ): bool {
		$limit = wp_convert_hr_to_bytes( (string) ini_get( 'post_max_size' ) );
		return 0 < $limit && $limit < $length;
	}

	/**
	 * @param array<mixed> $from $_SERVER or $_POST.
	 * @param string       $key  A list in the place of a text counts as empty.
	 */
	private static function text( array $from, string $key ): string {
		$value = $from[ $key ] ?? '';
		return is_string( $value ) ? wp_unslash( $value ) : '';
	}
}
