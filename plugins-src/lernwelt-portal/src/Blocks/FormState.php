<?php
/**
 * Where a visitor stands with a form.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Blocks;

use Lernwelt\Portal\Domain\Form\Message;
use Lernwelt\Portal\Domain\Form\Problem;
use Lernwelt\Portal\Domain\Form\Refusal;

final readonly class FormState {
	/**
	 * @param array<string, string>  $values   Field → what stands in it.
	 * @param array<string, Problem> $problems Field → what is wrong with it.
	 * @param ?Refusal               $refusal  Why the form as a whole was not sent.
	 * @param bool                   $sent     Whether the message is on its way.
	 */
	private function __construct(
		public array $values = [],
		public array $problems = [],
		public ?Refusal $refusal = null,
		public bool $sent = false
	) {
	}

	/**
	 * @param array<string, string> $values What is known already.
	 */
	public static function fresh( array $values = [] ): self {
		return new self( $values );
	}

	public static function sent(): self {
		return new self( sent: true );
	}

	/**
	 * @param array<string, string>  $values   As they were sent.
	 * @param array<string, Problem> $problems Field → what is wrong with it.
	 */
	public static function invalid( array $values, array $problems ): self {
		return new self( array_map( Message::shown( ... ), $values ), $problems );
	}

	/**
	 * @param array<string, string> $values  As they were sent.
	 * @param Refusal               $refusal Why.
	 */
	public static function refused( array $values, Refusal $refusal ): self {
		return new self( array_map( Message::shown( ... ), $values ), [], $refusal );
	}

	public function has_errors(): bool {
		return [] !== $this->problems || null !== $this->refusal;
	}

	/**
	 * HTTP status of the page that shows this state.
	 */
	public function status(): int {
		return match ( $this->refusal ) {
			Refusal::OtherOrigin => 403,
			Refusal::TooLarge    => 413,
			Refusal::TooMany     => 429,
			Refusal::Failed      => 503,
			Refusal::Trap        => 422,
			null                 => [] === $this->problems ? 200 : 422,
		};
	}
}
