<?php
/**
 * Addresses of a data view.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Domain;

use Lernwelt\Core\Data\Field;

/** Writes states as a form would send them, so that links, the form and scripts share one address. */
final readonly class Address {

	/**
	 * @param Parameters                         $names    How parameters are called.
	 * @param list<Field>                        $fields   Fields the viewer may see.
	 * @param string                             $page     Path of the page.
	 * @param string                             $fragment Id that browsers go to, '' for none.
	 * @param array<string, string|list<string>> $others   Parameters of the page that belong to something else.
	 * @param ?Field                             $month    The field of a calendar's months; null without a calendar.
	 */
	public function __construct( public Parameters $names, private array $fields, public string $page = '', public string $fragment = '', public array $others = [], private ?Field $month = null ) {}

	/**
	 * The whole address of a state.
	 *
	 * @param ViewState $state The state.
	 */
	public function of( ViewState $state ): string {
		$query = self::encode( [ ...$this->others, ...$this->parameters( $state ) ] );
		return $this->page . ( '' === $query ? '' : '?' . $query ) . ( '' === $this->fragment ? '' : '#' . $this->fragment );
	}

	/**
	 * The parameters of a state; defaults are left out.
	 *
	 * @param ViewState $state The state.
	 * @return array<string, string|list<string>>
	 */
	public function parameters( ViewState $state ): array {
		$parameters = '' === $state->search ? [] : [ $this->names->search() => $state->search ];
		foreach ( $this->fields as $field ) {
			if ( isset( $state->filters[ $field->id ] ) ) {
				$parameters[ $this->names->field( $field ) ] = $state->filters[ $field->id ];
			}
		}
		return [ ...$parameters, ...$this->order_and_layout( $state ), ...( 1 < $state->page ? [ $this->names->page() => (string) $state->page ] : [] ) ];
	}

	/**
	 * What the form carries along beside its controls.
	 *
	 * @param ViewState $state The state.
	 * @return array<string, string|list<string>>
	 */
	public function carried( ViewState $state ): array {
		return [ ...$this->others, ...$this->order_and_layout( $state ) ];
	}

	/**
	 * As a browser sends a form.
	 *
	 * @param array<string, string|list<string>> $parameters Name → value or values.
	 */
	public static function encode( array $parameters ): string {
		$pairs = [];
		foreach ( $parameters as $name => $value ) {
			foreach ( (array) $value as $one ) {
				$pairs[] = urlencode( $name ) . ( is_array( $value ) ? '%5B%5D' : '' ) . '=' . urlencode( $one );
			}
		}
		return implode( '&', $pairs );
	}

	/** @return array<string, string> Month of a calendar, too. */
	private function order_and_layout( ViewState $state ): array {
		$parameters = [];
		$word       = ViewState::TITLE === $state->sort ? ViewState::TITLE_PARAMETER : '';
		foreach ( $this->fields as $field ) {
			if ( '' === $word && $field->id === $state->sort ) {
				$word = $this->names->field_word( $field );
			}
		}
		if ( '' !== $word ) {
			$parameters[ $this->names->sort() ] = ( $state->descending ? '-' : '' ) . $word;
		}
		if ( null !== $state->layout ) {
			$parameters[ $this->names->layout() ] = $state->layout->parameter();
		}
		if ( null !== $state->month && null !== $this->month ) {
			$parameters[ $this->names->field( $this->month ) ] = $state->month->text();
		}
		return $parameters;
	}
}
