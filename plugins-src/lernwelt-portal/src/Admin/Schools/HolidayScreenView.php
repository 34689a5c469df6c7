<?php
/**
 * What the screen School holidays prints.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Admin\Schools;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Holidays\Holiday;
use Lernwelt\Core\Holidays\HolidayList;
use Lernwelt\Core\Holidays\HolidayProblem;

/** List, messages and the fields as they were typed. */
final readonly class HolidayScreenView {

	/** Names that the list usually has. */
	public const NAMES = [ 'Herbstferien', 'Weihnachtsferien', 'Winterferien', 'Osterferien', 'Pfingstferien', 'Sommerferien', 'Ferientag' ];

	/**
	 * @param HolidayList                                      $list        The list.
	 * @param string                                           $done        What was just done, '' for nothing.
	 * @param array{name: string, first: string, last: string} $typed       Fields of the form.
	 * @param ?HolidayProblem                                  $problem     What is wrong with them.
	 * @param bool                                             $unconfirmed Whether the reset was not confirmed.
	 */
	public function __construct( public HolidayList $list, private string $done, public array $typed, public ?HolidayProblem $problem, public bool $unconfirmed ) {}

	/** Address of the screen. */
	public static function url(): string {
		return add_query_arg( 'page', HolidayScreen::SLUG, network_admin_url( 'settings.php' ) );
	}

	/**
	 * The list by school years.
	 *
	 * @return array<string, list<Holiday>> "2026/2027" → its holidays.
	 */
	public function years(): array {
		$years = [];
		foreach ( $this->list->all() as $holiday ) {
			// Summer holidays end a school year.
			$year = (int) substr( $holiday->first, 0, 4 ) - ( substr( $holiday->first, 5 ) < '08-01' ? 1 : 0 );
			$years[ $year . '/' . ( $year + 1 ) ][] = $holiday;
		}
		return $years;
	}

	/**
	 * A day for people.
	 *
	 * @param string $day `YYYY-MM-DD`.
	 */
	public static function day( string $day ): string {
		return (string) wp_date( 'D, j. F Y', ( new DateTimeImmutable( $day, new DateTimeZone( 'UTC' ) ) )->getTimestamp(), new DateTimeZone( 'UTC' ) );
	}

	/**
	 * An entry in one line, for people who hear only a button.
	 *
	 * @param Holiday $holiday Entry.
	 */
	public static function spoken( Holiday $holiday ): string {
		/* translators: 1: name of holidays, 2: first day. */
		return sprintf( __( '%1$s from %2$s', 'lernwelt-portal' ), $holiday->name, self::day( $holiday->first ) );
	}

	/** What was just done in words, '' for nothing. */
	public function notice(): string {
		return match ( $this->done ) {
			'added'   => __( 'The holidays were added.', 'lernwelt-portal' ),
			'removed' => __( 'The holidays were removed.', 'lernwelt-portal' ),
			'reset'   => __( 'The list is as it was shipped again.', 'lernwelt-portal' ),
			default   => '',
		};
	}

	/** What is wrong in words, '' for nothing. */
	public function message(): string {
		return match ( $this->problem ) {
			null                         => '',
			HolidayProblem::NameMissing  => __( 'Please enter a name.', 'lernwelt-portal' ),
			HolidayProblem::NameInvalid  => __( 'The name may have 60 characters at most, and no “<” or “>”.', 'lernwelt-portal' ),
			HolidayProblem::FirstInvalid => __( 'Please enter the first day as a date, for example 05.02.2029.', 'lernwelt-portal' ),
			HolidayProblem::LastInvalid  => __( 'Please enter the last day as a date, for example 10.02.2029.', 'lernwelt-portal' ),
			HolidayProblem::LastTooEarly => __( 'The last day is before the first.', 'lernwelt-portal' ),
			HolidayProblem::TooLong      => __( 'These would be more than 60 days. Please check the year.', 'lernwelt-portal' ),
			HolidayProblem::Overlaps     => __( 'On at least one of these days there are other holidays already. Please remove those first.', 'lernwelt-portal' ),
		};
	}

	/** Id of the field that is wrong, '' for none. */
	public function culprit(): string {
		return match ( $this->problem ) {
			null => '',
			HolidayProblem::NameMissing, HolidayProblem::NameInvalid => 'name',
			HolidayProblem::FirstInvalid, HolidayProblem::Overlaps   => 'first',
			HolidayProblem::LastInvalid, HolidayProblem::LastTooEarly, HolidayProblem::TooLong => 'last',
		};
	}
}
