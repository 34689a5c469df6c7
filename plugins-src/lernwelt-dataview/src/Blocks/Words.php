<?php
/**
 * The words of the data view.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use Lernwelt\Core\Data\Facet;
use Lernwelt\Core\Data\FilterLogic;
use Lernwelt\Dataview\Domain\Layout;
use Lernwelt\Dataview\Domain\ViewState;

/** Sentences and labels. */
final class Words {

	/**
	 * What was chosen, to follow the number of records: " for “Werkstatt” in Harz or Burgenlandkreis".
	 *
	 * @param ViewState   $state  Where the visitor stands.
	 * @param list<Facet> $facets Filters with the words of their values.
	 */
	public static function chosen( ViewState $state, array $facets ): string {
		/* translators: %s: words to look for. Begins with a space: "48 places for “workshop”". */
		$sentence = '' === $state->search ? '' : sprintf( __( ' for “%s”', 'lernwelt-dataview' ), $state->search );
		$others   = [];
		foreach ( $facets as $facet ) {
			$values = self::selected( $facet );
			if ( [] === $values ) {
				continue;
			}
			$words = self::listed( $values, FilterLogic::All === $facet->field->logic );
			if ( '' !== $facet->field->phrase ) {
				$sentence .= ' ' . sprintf( $facet->field->phrase, $words );
			} else {
				/* translators: 1: name of a filter, 2: chosen values. */
				$others[] = sprintf( __( '%1$s: %2$s', 'lernwelt-dataview' ), $facet->field->label, $words );
			}
		}
		return $sentence . implode( '', array_map( static fn ( string $other ): string => ', ' . $other, $others ) );
	}

	/**
	 * The page, to follow everything else; '' for the first one.
	 *
	 * @param int $page  Page.
	 * @param int $pages Number of pages.
	 */
	public static function page_of( int $page, int $pages ): string {
		/* translators: 1: page, 2: number of pages. Begins with a comma. */
		return 1 < $page ? sprintf( __( ', page %1$s of %2$s', 'lernwelt-dataview' ), number_format_i18n( $page ), number_format_i18n( $pages ) ) : '';
	}

	/**
	 * The month of a calendar, to follow the number of records: " in December 2026".
	 *
	 * @param string $month Month and year.
	 */
	public static function in_month( string $month ): string {
		/* translators: %s: month and year. Begins with a space: "12 events in December 2026". */
		return sprintf( __( ' in %s', 'lernwelt-dataview' ), $month );
	}

	/**
	 * Name of a layout among the others.
	 *
	 * @param Layout $layout The layout.
	 * @param bool   $map    Whether the map stands above list and cards.
	 */
	public static function layout( Layout $layout, bool $map ): string {
		return match ( $layout ) {
			Layout::List     => $map ? __( 'List and map', 'lernwelt-dataview' ) : __( 'List', 'lernwelt-dataview' ),
			Layout::Cards    => $map ? __( 'Cards and map', 'lernwelt-dataview' ) : __( 'Cards', 'lernwelt-dataview' ),
			Layout::Table    => __( 'Table', 'lernwelt-dataview' ),
			Layout::Map      => __( 'Map', 'lernwelt-dataview' ),
			Layout::Calendar => __( 'Calendar', 'lernwelt-dataview' ),
			Layout::Chart    => __( 'Chart', 'lernwelt-dataview' ),
		};
	}

	/**
	 * What stands there when nothing was found.
	 *
	 * @param ViewState $state Where the visitor stands.
	 * @param Link      $reset Shows everything again.
	 * @param string    $seed  Seed of the motif.
	 */
	public static function nothing( ViewState $state, Link $reset, string $seed ): EmptyView {
		if ( ! $state->narrows() ) {
			return new EmptyView( __( 'Nothing here yet', 'lernwelt-dataview' ), __( 'As soon as something is published, it stands here.', 'lernwelt-dataview' ), $seed );
		}
		$text = match ( true ) {
			[] === $state->filters => __( 'Try a shorter word or another one.', 'lernwelt-dataview' ),
			'' === $state->search  => __( 'Nothing fits all the filters you have chosen. Take one away or show everything again.', 'lernwelt-dataview' ),
			default                => __( 'Nothing fits your words and all the filters you have chosen. Take a filter away, try another word or show everything again.', 'lernwelt-dataview' ),
		};
		return new EmptyView( __( 'Nothing found', 'lernwelt-dataview' ), $text, $seed, $reset );
	}

	/**
	 * Words of the chosen values.
	 *
	 * @param Facet $facet A filter.
	 * @return list<string>
	 */
	private static function selected( Facet $facet ): array {
		$words = [];
		foreach ( $facet->values as $value ) {
			if ( $value->selected ) {
				$words[] = $value->label;
			}
		}
		return $words;
	}

	/**
	 * @param non-empty-list<string> $words Words.
	 * @param bool                   $all   Whether all are needed.
	 */
	private static function listed( array $words, bool $all ): string {
		$last = array_pop( $words );
		if ( [] === $words ) {
			return $last;
		}
		/* translators: 1: values with commas between them, 2: the last value. */
		return sprintf( $all ? __( '%1$s and %2$s', 'lernwelt-dataview' ) : __( '%1$s or %2$s', 'lernwelt-dataview' ), implode( ', ', $words ), $last );
	}
}
