<?php
/**
 * A field of a record.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;

/** One field with its values, ready to print in a table or beside the title. */
final readonly class CellView {

	/**
	 * @param Field       $field  The field.
	 * @param list<Value> $values What the record has, may be nothing.
	 */
	public function __construct( public Field $field, public array $values ) {}

	/** The values with what separates them, escaped. */
	public function html(): string {
		return implode( FieldType::Terms === $this->field->type ? ', ' : '<br>', array_map( static fn ( Value $value ): string => $value->html(), $this->values ) );
	}
}
