<?php
/**
 * Types of uploaded files.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Gate;

/** Which files are given out, as what. */
final class FileType {

	private const TYPES = [
		'avif' => 'image/avif',
		'csv'  => 'text/csv; charset=utf-8',
		'docx' => 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		'gif'  => 'image/gif',
		'ico'  => 'image/x-icon',
		'jpeg' => 'image/jpeg',
		'jpg'  => 'image/jpeg',
		'json' => 'application/json',
		'm4a'  => 'audio/mp4',
		'mp3'  => 'audio/mpeg',
		'mp4'  => 'video/mp4',
		'odp'  => 'application/vnd.oasis.opendocument.presentation',
		'ods'  => 'application/vnd.oasis.opendocument.spreadsheet',
		'odt'  => 'application/vnd.oasis.opendocument.text',
		'pdf'  => 'application/pdf',
		'png'  => 'image/png',
		'pptx' => 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		'svg'  => 'image/svg+xml',
		'txt'  => 'text/plain; charset=utf-8',
		'vtt'  => 'text/vtt; charset=utf-8',
		'webm' => 'video/webm',
		'webp' => 'image/webp',
		'xlsx' => 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		'xml'  => 'application/xml',
		'zip'  => 'application/zip',
	];

	/** Types that a browser reads as a document with scripts. */
	private const DOCUMENTS = [ 'svg', 'xml' ];

	/**
	 * Content type, null when such files are not given out.
	 *
	 * @param string $extension Ending in lower case.
	 */
	public static function of( string $extension ): ?string {
		return self::TYPES[ $extension ] ?? null;
	}

	/**
	 * Policy that such a file is opened under; null where a policy would only stop the browser's own viewer.
	 *
	 * @param string $extension Ending in lower case.
	 */
	public static function policy( string $extension ): ?string {
		return in_array( $extension, self::DOCUMENTS, true ) ? "default-src 'none'; style-src 'unsafe-inline'; sandbox" : null;
	}
}
