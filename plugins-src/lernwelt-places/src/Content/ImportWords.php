<?php
/**
 * Reports in words.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Content;

use Lernwelt\Places\Domain\Import\Finding;
use Lernwelt\Places\Domain\Import\FindingCode;
use Lernwelt\Places\Domain\Import\InputProblem;
use Lernwelt\Places\Domain\PlaceField;
use Lernwelt\Places\Domain\Runs\Run;
use Lernwelt\Places\Reading\DownloadProblem;

/** Turns reason codes and values of an import into what people read. */
final class ImportWords {

	/**
	 * Name of a field, '' for none.
	 *
	 * @param string $field Name in code.
	 */
	public static function label( string $field ): string {
		return '' === $field ? '' : ProblemWords::label( $field );
	}

	/**
	 * Why a row was refused, mended or lost a value.
	 *
	 * @param FindingCode $code Code.
	 */
	public static function finding( FindingCode $code ): string {
		return match ( $code ) {
			FindingCode::InvalidUtf8        => __( 'The text is not readable: it is not in the character encoding of the file.', 'lernwelt-places' ),
			FindingCode::Binary             => __( 'The row holds signs that belong into no text.', 'lernwelt-places' ),
			FindingCode::BadQuotes          => __( 'A quotation mark is missing or stands in the wrong place.', 'lernwelt-places' ),
			FindingCode::TooFewColumns      => __( 'The row has fewer columns than the first line.', 'lernwelt-places' ),
			FindingCode::TooManyColumns     => __( 'The row has more columns than the first line.', 'lernwelt-places' ),
			FindingCode::RecordTooLarge     => __( 'The row is larger than 1 MB.', 'lernwelt-places' ),
			FindingCode::InvalidJson        => __( 'The record is no correct JSON.', 'lernwelt-places' ),
			FindingCode::NotARecord         => __( 'This is no record with named fields.', 'lernwelt-places' ),
			FindingCode::Truncated          => __( 'The file ends in the middle of this record. Everything after it is missing.', 'lernwelt-places' ),
			FindingCode::MissingId          => __( 'The id is missing, so the place could not be found again.', 'lernwelt-places' ),
			FindingCode::BadId              => __( 'The id is longer than 190 characters.', 'lernwelt-places' ),
			FindingCode::DuplicateId        => __( 'This id occurs twice. The first row counts.', 'lernwelt-places' ),
			FindingCode::MissingTitle       => __( 'The name of the place is missing.', 'lernwelt-places' ),
			FindingCode::OutsideArea        => __( 'The coordinates lie outside Saxony-Anhalt.', 'lernwelt-places' ),
			FindingCode::InvalidPlace       => __( 'The values make no place.', 'lernwelt-places' ),
			FindingCode::SwappedCoordinates => __( 'Latitude and longitude were swapped. They were put right.', 'lernwelt-places' ),
			FindingCode::HtmlRemoved        => __( 'HTML was taken out of the text.', 'lernwelt-places' ),
			FindingCode::TooLong            => __( 'The text was too long and was cut.', 'lernwelt-places' ),
			FindingCode::PostcodePadded     => __( 'The postcode had lost its leading zero. It was added.', 'lernwelt-places' ),
			FindingCode::BadCoordinates     => __( 'The coordinates are incomplete or no numbers. They were left out.', 'lernwelt-places' ),
			FindingCode::UnknownTerm        => __( 'This word is not on the portal’s list. It was left out.', 'lernwelt-places' ),
			FindingCode::NotInTable         => __( 'This value is not in the lookup table. It was left out.', 'lernwelt-places' ),
			FindingCode::NotText            => __( 'A list stands where a single value belongs. It was left out.', 'lernwelt-places' ),
			FindingCode::BadDate            => __( 'This is no date in the expected notation. It was left out.', 'lernwelt-places' ),
			FindingCode::BadUrl             => __( 'This is no web address. It was left out.', 'lernwelt-places' ),
			FindingCode::BadEmail           => __( 'This is no e-mail address. It was left out.', 'lernwelt-places' ),
			FindingCode::BadNumber          => __( 'This is no number. It was left out.', 'lernwelt-places' ),
			FindingCode::BadBoolean         => __( 'This is neither yes nor no. It was left out.', 'lernwelt-places' ),
			FindingCode::BadPostcode        => __( 'This is no postcode of five digits. It was left out.', 'lernwelt-places' ),
			FindingCode::BadPhone           => __( 'This is no telephone number. It was left out.', 'lernwelt-places' ),
			FindingCode::TooManyValues      => __( 'These are too many values. The first ones were taken.', 'lernwelt-places' ),
			FindingCode::RegionMismatch     => __( 'The coordinates lie in another district than the one named. Please check this.', 'lernwelt-places' ),
		};
	}

	/**
	 * Why an input as a whole can't be read.
	 *
	 * @param string $code Value of {@see InputProblem}, or ''.
	 */
	public static function input( string $code ): string {
		return match ( InputProblem::tryFrom( $code ) ) {
			null                       => '',
			InputProblem::NotFound     => __( 'The file is no longer there. Please choose it again.', 'lernwelt-places' ),
			InputProblem::Empty        => __( 'There is nothing in this file.', 'lernwelt-places' ),
			InputProblem::Binary       => __( 'This is no text file. Please save tables as CSV first.', 'lernwelt-places' ),
			InputProblem::Encoding     => __( 'The file is written in UTF-16. Please save it as CSV in UTF-8.', 'lernwelt-places' ),
			InputProblem::Html         => __( 'This is a web page instead of data, perhaps one that asks to log in.', 'lernwelt-places' ),
			InputProblem::BadHeader    => __( 'The first line must name the columns, each name once, at most 1,000.', 'lernwelt-places' ),
			InputProblem::NotJson      => __( 'This is no correct JSON.', 'lernwelt-places' ),
			InputProblem::PathNotFound => __( 'No records were found at this path.', 'lernwelt-places' ),
			InputProblem::TooLarge     => __( 'The file is too large.', 'lernwelt-places' ),
			InputProblem::Database     => __( 'The database could not be read.', 'lernwelt-places' ),
			InputProblem::NoKey        => __( 'The rows can’t be told apart: the mapping must name a “key”, a column that is filled and different in every row.', 'lernwelt-places' ),
		};
	}

	/**
	 * Why a run stopped, failed or had nothing to do.
	 *
	 * @param Run $run Run.
	 */
	public static function run( Run $run ): string {
		if ( 'too_many_vanished' === $run->reason ) {
			return self::too_many( $run );
		}
		return match ( $run->reason ) {
			''                => '',
			'not_modified'    => __( 'The address has nothing new since the last import.', 'lernwelt-places' ),
			'incomplete'      => isset( $run->fetched['cut'] )
				? __( 'The address has more pages than the mapping allows. The others were not read, so no place was taken offline.', 'lernwelt-places' )
				: __( 'Rows are missing at the end of the data, so no place was taken offline.', 'lernwelt-places' ),
			/* translators: %s: names of columns. */
			'missing_columns' => sprintf( __( 'These columns of the mapping are missing in the data: %s', 'lernwelt-places' ), $run->detail ),
			'invalid_mapping' => __( 'The mapping can’t be used. Please assign the columns again.', 'lernwelt-places' ),
			'input_changed'   => __( 'The data changed while they were being imported. Please start again.', 'lernwelt-places' ),
			'abandoned'       => __( 'The import was interrupted and nobody went on with it. Please start again.', 'lernwelt-places' ),
			'database'        => __( 'The database refused. Please tell the administrators.', 'lernwelt-places' ),
			'error'           => __( 'Something unforeseen happened. Please tell the administrators.', 'lernwelt-places' ),
			default           => self::other( $run->reason ),
		};
	}

	private static function too_many( Run $run ): string {
		$numbers = array_map( intval( ... ), explode( '/', $run->detail . '/0' ) );
		$words   = $run->dry_run
			/* translators: 1: number of places that would go offline, 2: number of places of the source. */
			? __( '%1$d of %2$d published places are missing in the data. That is more than a fifth. Please check whether the data are complete. The import asks again before it unpublishes any.', 'lernwelt-places' )
			/* translators: 1: number of places that would go offline, 2: number of places of the source. */
			: __( '%1$d of %2$d published places are missing in the data. That is more than a fifth, so nothing was unpublished. Please check whether the data are complete.', 'lernwelt-places' );
		return sprintf( $words, $numbers[0], $numbers[1] );
	}

	private static function other( string $reason ): string {
		$input = self::input( $reason );
		if ( '' !== $input ) {
			return $input;
		}
		return match ( DownloadProblem::tryFrom( $reason ) ) {
			DownloadProblem::HostNotAllowed, DownloadProblem::PortNotAllowed, DownloadProblem::PrivateAddress => __( 'Nothing may be fetched from this address.', 'lernwelt-places' ),
			null, DownloadProblem::Storage => __( 'The import did not work. Please try again.', 'lernwelt-places' ),
			default                        => __( 'The address can’t be reached. Please try again later.', 'lernwelt-places' ),
		};
	}

	/**
	 * A finding as the schema wants it.
	 *
	 * @param Finding $finding Finding.
	 * @return array<string, int|string|bool>
	 */
	public static function of_finding( Finding $finding ): array {
		return [
			'row'         => $finding->row,
			'code'        => $finding->code->value,
			'field'       => $finding->field,
			'raw'         => $finding->raw,
			'refuses'     => $finding->refuses,
			'external_id' => $finding->external_id,
			'message'     => self::finding( $finding->code ),
			'label'       => self::label( $finding->field ),
		];
	}

	/**
	 * A value of a place as one text.
	 *
	 * @param string                               $field Field.
	 * @param mixed                                $value Text, boolean, or list of slugs.
	 * @param array<string, array<string, string>> $terms Taxonomy → slug → name.
	 */
	public static function value( string $field, mixed $value, array $terms ): string {
		if ( is_array( $value ) ) {
			$taxonomy = PlaceField::tryFrom( $field )?->taxonomy()?->value;
			$names    = array_map( static fn ( mixed $slug ): string => $terms[ $taxonomy ][ (string) $slug ] ?? (string) $slug, array_filter( $value, is_scalar( ... ) ) );
			return implode( ', ', $names );
		}
		if ( is_bool( $value ) ) {
			return $value ? __( 'yes', 'lernwelt-places' ) : __( 'no', 'lernwelt-places' );
		}
		return is_scalar( $value ) ? (string) $value : '';
	}
}
