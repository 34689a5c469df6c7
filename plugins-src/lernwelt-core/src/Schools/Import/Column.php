<?php
/**
 * Columns of a school register.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Schools\Import;

/** What a file may say about a school; the value is the heading that we write. */
enum Column: string {

	case Number       = 'Schulnummer';
	case Name         = 'Name';
	case Type         = 'Schulform';
	case District     = 'Landkreis';
	case Startchancen = 'Startchancen';

	/** Headings that mean the same, in the form of {@see Words::fold()}. */
	private const ALSO = [
		'schulnummer'               => self::Number,
		'schulnr'                   => self::Number,
		'nummer'                    => self::Number,
		'name'                      => self::Name,
		'schulname'                 => self::Name,
		'schule'                    => self::Name,
		'schulform'                 => self::Type,
		'schulart'                  => self::Type,
		'landkreis'                 => self::District,
		'kreis'                     => self::District,
		'landkreis/kreisfreiestadt' => self::District,
		'startchancen'              => self::Startchancen,
		'startchancenschule'        => self::Startchancen,
	];

	/**
	 * The column with a heading.
	 *
	 * @param string $heading Heading.
	 * @return ?self Null for one that isn't read.
	 */
	public static function with( string $heading ): ?self {
		return self::ALSO[ Words::fold( $heading ) ] ?? null;
	}
}
