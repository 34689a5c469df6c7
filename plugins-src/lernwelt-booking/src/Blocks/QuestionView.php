<?php
/**
 * A question of the booking form.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Blocks;

use Lernwelt\Booking\Content\RefusalWords;
use Lernwelt\Booking\Domain\Question;

/** Ready to print. */
final readonly class QuestionView {

	public string $id;

	/** Name of the control. */
	public string $name;

	/** `radio`, `checkbox` or `text`. */
	public string $control;

	/** '' when nothing is wrong. */
	public string $error;

	/** @var list<string> What was chosen or typed. */
	public array $values;

	/**
	 * @param Question $question Question.
	 * @param Attempt  $attempt  What was sent.
	 */
	public function __construct( public Question $question, Attempt $attempt ) {
		$reason        = $attempt->errors[ "answers.$question->id" ] ?? '';
		$given         = $attempt->answers[ $question->id ] ?? [];
		$this->id      = "lw-frage-$question->id";
		$this->control = [ 'one' => 'radio', 'several' => 'checkbox' ][ $question->type ] ?? 'text';
		$this->name    = Attempt::ANSWERS . "[$question->id]" . ( 'several' === $question->type ? '[]' : '' );
		$this->error   = '' === $reason ? '' : self::sentence( $question, $reason );
		$this->values  = array_values( array_filter( (array) $given, is_string( ... ) ) );
	}

	private static function sentence( Question $question, string $reason ): string {
		return 'required' === $reason && 'text' !== $question->type ? __( 'Please choose an answer.', 'lernwelt-booking' ) : RefusalWords::field( $reason );
	}
}
