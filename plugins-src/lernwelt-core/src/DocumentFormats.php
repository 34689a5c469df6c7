<?php
/**
 * Formats of documents.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/** Files of the media library that are documents to download; pictures are none. */
final class DocumentFormats {

	/** MIME type to the short name that people know. */
	public const NAMES = [
		'application/pdf'          => 'PDF',
		'application/zip'          => 'ZIP',
		'application/epub+zip'     => 'EPUB',
		'application/msword'       => 'DOC',
		'application/vnd.ms-excel' => 'XLS',
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document' => 'DOCX',
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' => 'XLSX',
		'application/vnd.openxmlformats-officedocument.presentationml.presentation' => 'PPTX',
		'application/vnd.oasis.opendocument.text' => 'ODT',
		'application/vnd.oasis.opendocument.spreadsheet' => 'ODS',
		'application/vnd.oasis.opendocument.presentation' => 'ODP',
		'text/csv'                 => 'CSV',
	];
}
