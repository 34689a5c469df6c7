<?php
/**
 * The booking form.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Blocks;

use Lernwelt\Booking\Content\RefusalWords;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Domain\Question;
use Lernwelt\Core\Blocks\Template;

/** Ready to print. */
final readonly class BookingFormView {

	/** @var list<QuestionView> */
	public array $questions;

	/** Why it isn't booked yet, '' when nothing is wrong. */
	public string $problem;

	/** Whether a field is wrong. */
	public bool $has_errors;

	/** Account of the colleague that was chosen, 0 for oneself. */
	public int $colleague;

	/**
	 * @param EventDate    $date       Date.
	 * @param Person       $person     Who books; without a name when nobody is logged in any more.
	 * @param list<Person> $colleagues Whom they can book for.
	 * @param Attempt      $attempt    What was sent, if it was this form.
	 * @param string       $action     Where it is sent.
	 * @param string       $login_url  Where somebody logs in again, '' for who is logged in.
	 * @param bool         $has_seat   Whether they have a seat themselves and can only book for others.
	 */
	public function __construct( public EventDate $date, public Person $person, public array $colleagues, Attempt $attempt, public string $action, public string $login_url, public bool $has_seat ) {
		$sent             = $attempt->date_id === $date->id ? $attempt : new Attempt();
		$this->questions  = array_map( static fn ( Question $question ): QuestionView => new QuestionView( $question, $sent ), $date->facts->questions->all );
		$this->problem    = null === $sent->refusal ? $sent->problem : RefusalWords::of( $sent->refusal );
		$this->has_errors = [] !== $sent->errors;
		$this->colleague  = $sent->colleague;
	}

	/** School of the person as it is copied into the booking. */
	public function school(): string {
		return '' === $this->person->school->name ? $this->person->school->number : $this->person->school->name;
	}

	/** Printed, every value escaped. */
	public function html(): string {
		return Template::print( dirname( __DIR__, 2 ) . '/templates/booking-form.php', $this );
	}
}
