<?php
/**
 * One field of a form, ready to print.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Blocks;

use Lernwelt\Portal\Domain\Form\Field;
use Lernwelt\Portal\Domain\Form\Kind;
use Lernwelt\Portal\Domain\Form\Problem;

final readonly class FieldView {
	public string $id;
	public string $label;

	/** "(required)" or "(optional)". */
	public string $requirement;

	/** '' when the label says enough. */
	public string $help;

	/** '' when nothing is wrong. */
	public string $error;

	/** The error as the summary says it, away from the field. */
	public string $summary;

	/** Whether it is a textarea. */
	public bool $has_lines;
	public string $value;

	/** @var array<string, string> Attributes of the control. */
	public array $attributes;

	/**
	 * @param Kind      $kind  Which form.
	 * @param Field     $field Which field.
	 * @param FormState $state Where the visitor stands.
	 */
	public function __construct( Kind $kind, Field $field, FormState $state ) {
		$problem           = $state->problems[ $field->value ] ?? null;
		$this->value       = $state->values[ $field->value ] ?? '';
		$this->id          = 'lw-form-' . $field->value;
		$this->label       = FormWords::label( $kind, $field );
		$this->requirement = FormWords::requirement( $kind->requires( $field ) );
		$this->help        = FormWords::help( $kind, $field );
		$this->error       = null === $problem ? '' : FormWords::problem( $problem, $kind, $field, mb_strlen( $this->value ) );
		$this->summary     = in_array( $problem, [ Problem::Missing, Problem::NoEmail ], true ) ? $this->error : $this->label . ': ' . $this->error;
		$this->has_lines   = $field->has_lines();
		$this->attributes  = $this->control( $field, $kind->requires( $field ) );
	}

	/**
	 * @return array<string, string>
	 */
	private function control( Field $field, bool $required ): array {
		$described_by = array_filter( [ '' === $this->help ? '' : $this->id . '-help', '' === $this->error ? '' : $this->id . '-error' ] );

		$attributes = [
			'id'               => $this->id,
			'name'             => FormRequest::PREFIX . $field->value,
			'autocomplete'     => match ( $field ) {
				Field::Name  => 'name',
				Field::Email => 'email',
				default      => 'off',
			},
			'aria-describedby' => implode( ' ', $described_by ),
			'aria-invalid'     => '' === $this->error ? '' : 'true',
			'required'         => $required ? 'required' : '',
		];
		$attributes += $this->has_lines ? [ 'rows' => '8' ] : [
			'type'  => Field::Email === $field ? 'email' : 'text',
			'value' => $this->value,
		];
		return array_filter( $attributes, static fn ( string $attribute ): bool => '' !== $attribute );
	}
}
