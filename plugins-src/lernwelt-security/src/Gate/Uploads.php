<?php
/**
 * Uploaded files.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Gate;

use Lernwelt\Security\Domain\Gate\FileAnswer;
use Lernwelt\Security\Domain\Gate\FileType;
use Lernwelt\Security\Domain\Gate\StoredFile;
use Lernwelt\Security\Domain\Gate\UploadPath;

/** Finds the files of one portal, and sends them. Where a file lies says whose it is; the host only says who asks. */
final readonly class Uploads {

	/**
	 * @param int    $portal    Number of the site that is asked.
	 * @param int    $main_site Number of the network's main site.
	 * @param string $root      Folder of all uploads.
	 */
	public function __construct( private int $portal, private int $main_site, private string $root ) {}

	/** The uploads of the portal this request runs on. */
	public static function of_this_portal(): self {
		return new self( get_current_blog_id(), get_main_site_id(), WP_CONTENT_DIR . '/uploads' );
	}

	/**
	 * The file at an address; null when this portal has none there.
	 *
	 * @param string $path Path as it was sent.
	 */
	public function find( string $path ): ?StoredFile {
		$upload = UploadPath::of( $path, $this->main_site );
		$type   = null === $upload ? null : FileType::of( $upload->extension() );
		if ( null === $upload || null === $type || $upload->portal !== $this->portal ) {
			return null;
		}
		$root  = realpath( $this->root );
		$below = ( $upload->portal === $this->main_site ? '' : "sites/$upload->portal/" ) . $upload->relative;
		$file  = false === $root ? false : realpath( "$root/$below" );
		// A link, or a file system that knows no case, would lead to another name.
		if ( false === $root || false === $file || "$root/$below" !== $file || ! is_file( $file ) || ! is_readable( $file ) ) {
			return null;
		}
		return new StoredFile( $file, $below, $upload->extension(), $type, (int) filesize( $file ), (int) filemtime( $file ) );
	}

	/**
	 * Sends a file.
	 *
	 * @param StoredFile $file   The file.
	 * @param FileAnswer $answer How.
	 */
	public static function send( StoredFile $file, FileAnswer $answer ): void {
		while ( ob_get_level() > 0 && ob_end_clean() ) {
			continue;
		}
		status_header( $answer->status );
		header_remove( 'Content-Security-Policy' );
		foreach ( $answer->headers as $name => $value ) {
			header( "$name: $value" );
		}
		if ( 0 === $answer->length ) {
			return;
		}
		// phpcs:disable WordPress.WP.AlternativeFunctions -- WP_Filesystem would read the whole file into memory.
		$handle = fopen( $file->path, 'rb' );
		if ( false === $handle ) {
			return;
		}
		fseek( $handle, $answer->offset );
		$left = $answer->length;
		while ( $left > 0 && ! feof( $handle ) && 0 === connection_status() ) {
			$part  = (string) fread( $handle, min( 65_536, $left ) );
			$left -= strlen( $part );
			echo $part; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- bytes of a file.
			flush();
			if ( '' === $part ) {
				break;
			}
		}
		fclose( $handle );
		// phpcs:enable
	}
}
