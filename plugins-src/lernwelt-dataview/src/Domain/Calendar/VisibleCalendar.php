<?php
/**
 * The calendar somebody may see.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Domain\Calendar;

use Lernwelt\Core\Data\CalendarFields;
use Lernwelt\Core\Data\DataSource;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\HasCalendar;

/** The fields of a source's calendar, for a viewer who may see what it needs. */
final readonly class VisibleCalendar {

	private function __construct( public Field $month, public CalendarFields $fields ) {}

	/**
	 * The calendar of a source.
	 *
	 * @param DataSource  $source The source.
	 * @param list<Field> $fields Its fields, as far as the viewer may see them.
	 * @return ?self Null when it has none, or none for this viewer.
	 */
	public static function of( DataSource $source, array $fields ): ?self {
		if ( ! $source instanceof HasCalendar ) {
			return null;
		}
		$calendar = $source->calendar();
		$month    = self::find( $fields, $calendar->month, FieldType::Terms );
		$start    = self::find( $fields, $calendar->start, FieldType::Moment );
		return null === $month || ! $month->filter || null === $start ? null : new self( $month, $calendar );
	}

	/**
	 * @param list<Field> $fields Fields.
	 */
	private static function find( array $fields, string $id, FieldType $type ): ?Field {
		foreach ( $fields as $field ) {
			if ( $field->id === $id && $field->type === $type ) {
				return $field;
			}
		}
		return null;
	}
}
