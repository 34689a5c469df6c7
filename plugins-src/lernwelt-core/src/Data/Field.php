<?php
/**
 * One field of a data source.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

use Closure;
use Lernwelt\Core\Viewer;

/** Describes a field: its words, its type, what may be done with it and who may see it. */
final readonly class Field {

	/** Name of the field in addresses: `?fach=biologie`. */
	public string $parameter;

	/**
	 * @param string      $id         Name in code, unique within the source: lower-case letters, digits and underscores.
	 * @param string      $label      Translated name.
	 * @param FieldType   $type       Type of the values.
	 * @param bool        $filter     Whether it is offered as a filter with counts; needs the type Terms or Boolean.
	 * @param bool        $sort       Whether lists can be sorted by it.
	 * @param FilterLogic $logic      How several values of this filter go together.
	 * @param ?string     $capability Who may see it: null everybody, else the capability needed. A hidden field is in no
	 *                                output, count, sort or search.
	 * @param string      $parameter  Name in addresses, '' for the id. Never a query variable of WordPress.
	 * @param ?Closure(): array<string, string> $choices Value → translated word, in the order to be shown; for Terms.
	 * @param string      $phrase     Translated words around the chosen values in a sentence, with %s: "in %s" makes
	 *                                "48 places in Harz". '' for "Label: values".
	 */
	public function __construct(
		public string $id,
		public string $label,
		public FieldType $type = FieldType::Text,
		public bool $filter = false,
		public bool $sort = false,
		public FilterLogic $logic = FilterLogic::Any,
		public ?string $capability = null,
		string $parameter = '',
		private ?Closure $choices = null,
		public string $phrase = '',
	) {
		$this->parameter = '' === $parameter ? $id : $parameter;
	}

	/**
	 * The values this field can have.
	 *
	 * @return array<string, string> Value → translated word, in the order to be shown.
	 */
	public function choices(): array {
		return null === $this->choices ? [] : ( $this->choices )();
	}

	/**
	 * Whether somebody may see this field.
	 *
	 * @param Viewer $viewer Who looks.
	 */
	public function visible_to( Viewer $viewer ): bool {
		return null === $this->capability || $viewer->can( $this->capability );
	}
}
