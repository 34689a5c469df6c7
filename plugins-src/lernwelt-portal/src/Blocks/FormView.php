<?php
/**
 * A form, ready to print.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Blocks;

use Lernwelt\Portal\Domain\Form\Field;
use Lernwelt\Portal\Domain\Form\Kind;

final readonly class FormView {
	/**
	 * Id of the error summary and of the confirmation. The form's address ends in it, so browsers move the focus
	 * there after sending, without a script.
	 */
	public const STATUS_ID = 'lw-form-status';

	public string $kind;
	public string $action;
	public bool $sent;
	public string $sent_title;
	public string $sent_text;

	/** '' when nothing is wrong. */
	public string $error_title;

	/** Why the form as a whole was refused, '' when it was not. */
	public string $refusal;

	/** @var list<FieldView> */
	public array $fields;
	public string $submit;
	public string $privacy_url;

	/**
	 * @param Kind      $form  Which form.
	 * @param FormState $state Where the visitor stands.
	 * @param string    $page  Address of the page that holds the form.
	 */
	public function __construct( Kind $form, FormState $state, string $page ) {
		$this->kind        = $form->value;
		$this->action      = $page . '#' . self::STATUS_ID;
		$this->sent        = $state->sent;
		$this->sent_title  = FormWords::sent_title( $form );
		$this->sent_text   = FormWords::sent_text( $form );
		$this->error_title = $state->has_errors() ? FormWords::error_title( count( $state->problems ) ) : '';
		$this->refusal     = null === $state->refusal ? '' : FormWords::refusal( $state->refusal );
		$this->fields      = array_map( static fn ( Field $field ): FieldView => new FieldView( $form, $field, $state ), $form->fields() );
		$this->submit      = FormWords::submit( $form );
		$policy            = get_privacy_policy_url();
		$this->privacy_url = '' !== $policy ? $policy : home_url( '/datenschutz/' );
	}
}
