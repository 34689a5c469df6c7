<?php
/**
 * A try to book.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Blocks;

use Lernwelt\Booking\Domain\Refusal;

/** What somebody sent by the form of an event's page, and what became of it. */
final readonly class Attempt {

	/** Names of the fields; a plain `name` or `date` would be WordPress's own. */
	public const DATE = 'lw_date';

	public const ANSWERS = 'lw_answers';

	public const COLLEAGUE = 'lw_colleague';

	public const NONCE = 'lw_nonce';

	/** Action of the nonce. */
	public const ACTION = 'lernwelt_book';

	/**
	 * @param int                   $date_id   Date; 0 when nothing was sent.
	 * @param array<string, mixed>  $answers   Question → answer, as it came in.
	 * @param int                   $colleague Account of a colleague, 0 for oneself.
	 * @param ?Refusal              $refusal   Why it was refused.
	 * @param string                $problem   Why it wasn't even tried, a sentence; '' for tried.
	 * @param array<string, string> $errors    `answers.ID` → reason code.
	 * @param int                   $status    Status of the page.
	 */
	public function __construct( public int $date_id = 0, public array $answers = [], public int $colleague = 0, public ?Refusal $refusal = null, public string $problem = '', public array $errors = [], public int $status = 200 ) {}

	/** Whether something went wrong. */
	public function failed(): bool {
		return null !== $this->refusal || '' !== $this->problem || [] !== $this->errors;
	}

	/**
	 * The same with its outcome.
	 *
	 * @param int                   $status  Status of the page.
	 * @param ?Refusal              $refusal Why it was refused.
	 * @param string                $problem Why it wasn't even tried.
	 * @param array<string, string> $errors  `answers.ID` → reason code.
	 */
	public function ended( int $status, ?Refusal $refusal = null, string $problem = '', array $errors = [] ): self {
		return new self( $this->date_id, $this->answers, $this->colleague, $refusal, $problem, $errors, $status );
	}

	/**
	 * Reads what a browser sent.
	 *
	 * @param array<mixed> $post Fields, without WordPress's slashes.
	 */
	public static function sent( array $post ): self {
		$date      = $post[ self::DATE ] ?? '';
		$colleague = $post[ self::COLLEAGUE ] ?? '';
		$answers   = [];
		foreach ( is_array( $post[ self::ANSWERS ] ?? null ) ? $post[ self::ANSWERS ] : [] as $id => $answer ) {
			$answers[ (string) $id ] = $answer;
		}
		return new self( self::id( $date ), $answers, self::id( $colleague ) );
	}

	/**
	 * A number of the database.
	 *
	 * @param mixed $value Whatever came in.
	 * @return int 0 for none.
	 */
	public static function id( mixed $value ): int {
		return is_string( $value ) && 1 === preg_match( '/^[1-9]\d{0,17}$/D', $value ) ? (int) $value : 0;
	}
}
