<?php
/**
 * SVG files in the media library.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Admin;

use Lernwelt\Portal\Domain\Svg\Inspector;
use Lernwelt\Portal\Domain\Svg\Refusal;
use Lernwelt\Portal\Domain\Svg\Refused;
use Lernwelt\Portal\Domain\Svg\Source;
use WP_User;

/**
 * Opens the media library for SVG, for those who may edit the portal, and inspects every file on every way in.
 */
final readonly class SvgUploads {
	private const MIME = 'image/svg+xml';

	/**
	 * @param Inspector $inspector  Knows what an SVG may consist of.
	 * @param string    $capability Who may upload one.
	 */
	public function __construct( private Inspector $inspector, private string $capability ) {
	}

	/**
	 * Filter `upload_mimes`.
	 *
	 * @param array<string, string> $mimes Extension → type.
	 * @param int|WP_User|null      $user  Whose types; the current user when null.
	 * @return array<string, string>
	 */
	public function mimes( array $mimes, int|WP_User|null $user ): array {
		unset( $mimes['svg'], $mimes['svgz'] );
		if ( null === $user ? current_user_can( $this->capability ) : user_can( $user, $this->capability ) ) {
			$mimes['svg'] = self::MIME;
		}
		return $mimes;
	}

	/**
	 * Filters `wp_handle_upload_prefilter` and `wp_handle_sideload_prefilter`: the way of the media library, the
	 * editor, the REST API and imports.
	 *
	 * @param array<string, mixed> $file One entry of $_FILES.
	 * @return array<string, mixed> With a sentence in `error` when it is refused.
	 */
	public function check( array $file ): array {
		$name = is_string( $file['name'] ?? null ) ? $file['name'] : '';
		$path = is_string( $file['tmp_name'] ?? null ) ? $file['tmp_name'] : '';
		if ( ! self::is_svg_name( $name ) || ! is_readable( $path ) ) {
			return $file;
		}
		$refusal = $this->refusal( $name, $path );
		return null === $refusal ? $file : [ ...$file, 'error' => $refusal ];
	}

	/**
	 * Filter `wp_check_filetype_and_ext`. WordPress guesses the type of a text file from its first bytes; we have
	 * read it.
	 *
	 * @param array<string, string|false> $type Extension, type and better name as WordPress found them.
	 * @param string                      $path The file.
	 * @param string                      $name Its name.
	 * @return array<string, string|false>
	 */
	public function type( array $type, string $path, string $name ): array {
		if ( ! self::is_svg_name( $name ) || ! is_readable( $path ) ) {
			return $type;
		}
		$allowed = in_array( self::MIME, get_allowed_mime_types(), true ) && null === $this->refusal( $name, $path );
		return [
			'ext'             => $allowed ? 'svg' : false,
			'type'            => $allowed ? self::MIME : false,
			'proper_filename' => false,
		];
	}

	/**
	 * Filter `wp_upload_bits`: a way in that checks no file at all. Nobody needs it for SVG.
	 *
	 * @param mixed $upload Name, bits and time, or a refusal already.
	 * @return mixed
	 */
	public function refuse_bits( mixed $upload ): mixed {
		$name = is_array( $upload ) && is_string( $upload['name'] ?? null ) ? $upload['name'] : '';
		return self::is_svg_name( $name ) ? __( 'SVG files can be uploaded in the media library only.', 'lernwelt-portal' ) : $upload;
	}

	/**
	 * Filter `wp_generate_attachment_metadata`: WordPress can't measure an SVG.
	 *
	 * @param array<string, mixed> $metadata      Metadata so far.
	 * @param int                  $attachment_id Id.
	 * @return array<string, mixed>
	 */
	public function metadata( array $metadata, int $attachment_id ): array {
		$path = get_attached_file( $attachment_id );
		if ( self::MIME !== get_post_mime_type( $attachment_id ) || false === $path || ! is_readable( $path ) ) {
			return $metadata;
		}
		try {
			$size = $this->inspector->inspect( (string) file_get_contents( $path ) );
		} catch ( Refused ) {
			return $metadata;
		}
		return [
			...$metadata,
			'width'    => $size->width,
			'height'   => $size->height,
			'file'     => (string) _wp_relative_upload_path( $path ),
			'filesize' => (int) filesize( $path ),
			'sizes'    => [],
		];
	}

	private function refusal( string $name, string $path ): ?string {
		if ( 1 === preg_match( '/\.svgz$/iD', $name ) ) {
			return SvgWords::of( new Refused( Refusal::Compressed ) );
		}
		try {
			$this->inspector->inspect( (string) file_get_contents( $path, false, null, 0, Source::MAX_BYTES + 1 ) );
		} catch ( Refused $refused ) {
			return SvgWords::of( $refused );
		}
		return null;
	}

	private static function is_svg_name( string $name ): bool {
		return 1 === preg_match( '/\.svgz?$/iD', $name );
	}
}
