<?php
/**
 * An uploaded school register.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Admin\Schools;

use Closure;
use Lernwelt\Core\Schools\Import\SchoolFile;

/** Reads what a file field sent. */
final readonly class SchoolUpload {

	/**
	 * @param Closure(string): bool $is_uploaded Whether a path is an upload of this request.
	 */
	public function __construct( private Closure $is_uploaded ) {}

	/**
	 * Content of the file.
	 *
	 * @param mixed $file Entry of $_FILES.
	 * @throws UploadRefused When none was sent, or it is too large or didn't arrive.
	 */
	public function read( mixed $file ): string {
		$error = is_array( $file ) && is_int( $file['error'] ?? null ) ? $file['error'] : UPLOAD_ERR_NO_FILE;
		if ( UPLOAD_ERR_NO_FILE === $error || ! is_array( $file ) ) {
			throw new UploadRefused( __( 'Please choose a file.', 'lernwelt-portal' ) );
		}
		if ( UPLOAD_ERR_INI_SIZE === $error || UPLOAD_ERR_FORM_SIZE === $error || (int) ( $file['size'] ?? 0 ) > SchoolFile::BYTES ) {
			throw new UploadRefused( __( 'The file is larger than 2 MB.', 'lernwelt-portal' ) );
		}
		$path  = is_string( $file['tmp_name'] ?? null ) ? $file['tmp_name'] : '';
		$bytes = UPLOAD_ERR_OK === $error && ( $this->is_uploaded )( $path ) ? file_get_contents( $path ) : false;
		if ( false === $bytes ) {
			throw new UploadRefused( __( 'The file did not arrive completely. Please try again.', 'lernwelt-portal' ) );
		}
		return $bytes;
	}
}
