<?php
/**
 * A record, ready to print.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\Record;

/**
 * One record as list entry, card, table row or what the map shows of it. Sentences become paragraphs; terms become tags,
 * those before the first sentence stand in the line below the title with everything short.
 */
final readonly class RecordView {

	/** @var list<CellView> The columns, in their order; empty ones too. */
	public array $cells;

	/** @var list<Value> The line below the title. */
	public array $meta;

	/** @var list<string> Paragraphs. */
	public array $texts;

	/** @var list<string> Short words. */
	public array $tags;

	/**
	 * @param Record      $record  The record.
	 * @param list<Field> $columns What is shown of it.
	 * @param ValueFormat $format  How values read.
	 * @param bool        $card    Whether it is a card with a picture.
	 * @param string      $id      Id of the element, '' for none.
	 */
	public function __construct( public Record $record, array $columns, ValueFormat $format, public bool $card = false, public string $id = '' ) {
		$this->cells = array_map( static fn ( Field $field ): CellView => new CellView( $field, $format->of_record( $field, $record ) ), $columns );

		$sentences = array_filter( $columns, static fn ( Field $field ): bool => FieldType::LongText === $field->type );
		$first     = array_key_first( $sentences ) ?? 0;
		$meta      = [];
		$texts     = [];
		$tags      = [];
		foreach ( $this->cells as $position => $cell ) {
			$words = array_map( static fn ( Value $value ): string => $value->text, $cell->values );
			match ( true ) {
				FieldType::LongText === $cell->field->type => array_push( $texts, ...$words ),
				FieldType::Boolean === $cell->field->type  => array_push( $tags, ...( [] === $words ? [] : [ $cell->field->label ] ) ),
				FieldType::Terms === $cell->field->type && $first <= $position => array_push( $tags, ...$words ),
				default                                    => array_push( $meta, ...self::unsaid( $cell, $meta ) ),
			};
		}
		$this->meta  = $meta;
		$this->texts = $texts;
		$this->tags  = array_values( array_unique( $tags ) );
	}

	/**
	 * A town that is a district of its own needn't be named twice.
	 *
	 * @param CellView    $cell A short field.
	 * @param list<Value> $said What stands in the line already.
	 * @return list<Value> Its values, without words that stand there.
	 */
	private static function unsaid( CellView $cell, array $said ): array {
		if ( ! in_array( $cell->field->type, [ FieldType::Text, FieldType::Terms ], true ) ) {
			return $cell->values;
		}
		$words = array_column( $said, 'text' );
		return array_values( array_filter( $cell->values, static fn ( Value $value ): bool => ! in_array( $value->text, $words, true ) ) );
	}

	/** The record as HTML: one piece for lists, cards and the map. */
	public function html(): string {
		return Part::html( 'record', $this );
	}
}
