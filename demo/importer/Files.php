<?php
/**
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

namespace Lernwelt\Demo;

/** Puts PDFs and pictures into the media library. */
final class Files {

	/** Categories of downloads (lernwelt-portal). */
	private const TAXONOMY = 'download_category';

	/**
	 * @param Source $source Files.
	 * @param Ledger $ledger What was imported.
	 * @param int    $author User, 0 for none.
	 */
	public function __construct(
		private readonly Source $source,
		private readonly Ledger $ledger,
		private readonly int $author
	) {}

	/**
	 * @param array<mixed> $download file, title, category, description, date.
	 */
	public function download( array $download ): Outcome {
		$text = static fn ( string $name ): string => is_string( $download[ $name ] ?? null ) ? $download[ $name ] : '';
		$key  = 'file:' . $text( 'file' );
		if ( $this->ledger->has( $key ) ) {
			return Outcome::Kept;
		}
		$id = $this->insert(
			$this->source->file( 'downloads', $text( 'file' ) ),
			[
				'post_title'   => $text( 'title' ),
				'post_excerpt' => $text( 'description' ),
				'post_date'    => min( (string) wp_date( 'Y-m-d H:i:s' ), $text( 'date' ) . ' 09:00:00' ),
			]
		);
		if ( taxonomy_exists( self::TAXONOMY ) && '' !== $text( 'category' ) ) {
			wp_set_object_terms( $id, $text( 'category' ), self::TAXONOMY );
		}
		$this->ledger->record( $key, $id );
		return Outcome::Added;
	}

	/**
	 * @param array<mixed> $picture file, alt.
	 */
	public function picture( array $picture ): Outcome {
		$name = is_string( $picture['file'] ?? null ) ? $picture['file'] : '';
		$alt  = is_string( $picture['alt'] ?? null ) ? $picture['alt'] : '';
		if ( $this->ledger->has( "file:$name" ) ) {
			return Outcome::Kept;
		}
		$id = $this->insert(
			$this->source->file( 'pictures', $name ),
			[
				'post_title' => ucfirst( pathinfo( $name, PATHINFO_FILENAME ) ),
				'meta_input' => [ '_wp_attachment_image_alt' => $alt ],
			]
		);
		$this->ledger->record( "file:$name", $id );
		return Outcome::Added;
	}

	/**
	 * @param string               $file   File in the repository.
	 * @param array<string, mixed> $fields Fields of the attachment.
	 */
	private function insert( string $file, array $fields ): int {
		require_once ABSPATH . 'wp-admin/includes/image.php';
		$target = self::copy( $file );
		$type   = wp_check_filetype( $target );
		$id     = wp_insert_attachment(
			wp_slash(
				$fields + [
					// Files and pages share their addresses: "labor" must stay free for a page.
					'post_name'      => 'datei-' . sanitize_title( pathinfo( $file, PATHINFO_FILENAME ) ),
					'post_mime_type' => (string) $type['type'],
					'post_status'    => 'inherit',
					'post_author'    => $this->author,
					'comment_status' => 'closed',
				]
			),
			$target,
			0,
			true
		);
		if ( ! is_int( $id ) ) {
			throw new DemoError( 'The media library refused ' . basename( $file ) . ": {$id->get_error_message()}" );
		}
		wp_update_attachment_metadata( $id, wp_generate_attachment_metadata( $id, $target ) );
		return $id;
	}

	/**
	 * Copies a file into the uploads; one that an interrupted run left there is used again.
	 *
	 * @param string $file File in the repository.
	 * @return string Path of the copy.
	 */
	private static function copy( string $file ): string {
		$uploads = wp_upload_dir();
		if ( false !== $uploads['error'] ) {
			throw new DemoError( "The uploads folder can't be written: {$uploads['error']}" );
		}
		$target = $uploads['path'] . '/' . basename( $file );
		if ( is_file( $target ) && ( 0 !== attachment_url_to_postid( $uploads['url'] . '/' . basename( $file ) ) || md5_file( $target ) !== md5_file( $file ) ) ) {
			$target = $uploads['path'] . '/' . wp_unique_filename( $uploads['path'], basename( $file ) );
		}
		if ( ! copy( $file, $target ) ) {
			throw new DemoError( "The file $target can't be written: check that the disk has space left." );
		}
		return $target;
	}
}
