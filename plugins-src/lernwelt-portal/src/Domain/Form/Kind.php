<?php
/**
 * The kinds of form a portal offers.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain\Form;

enum Kind: string {
	case Contact = 'contact';
	case Barrier = 'barrier';

	/**
	 * What this form asks for, in the order of the page.
	 *
	 * @return list<Field>
	 */
	public function fields(): array {
		return match ( $this ) {
			self::Contact => [ Field::Name, Field::Email, Field::Text ],
			self::Barrier => [ Field::Page, Field::Text, Field::Name, Field::Email ],
		};
	}

	/**
	 * Whoever reports a barrier may stay anonymous; whoever asks something wants an answer.
	 *
	 * @param Field $field A field of this form.
	 */
	public function requires( Field $field ): bool {
		return match ( $this ) {
			self::Contact => true,
			self::Barrier => Field::Text === $field,
		};
	}
}
