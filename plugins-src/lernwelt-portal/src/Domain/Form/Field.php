<?php
/**
 * The fields of the forms.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain\Form;

enum Field: string {
	case Name  = 'name';
	case Email = 'email';
	case Page  = 'page';
	case Text  = 'text';

	/**
	 * Characters a person may write here.
	 */
	public function max_length(): int {
		return match ( $this ) {
			self::Name  => 100,
			self::Email => 254,
			self::Page  => 500,
			self::Text  => 5000,
		};
	}

	/**
	 * Whether the field takes several lines.
	 */
	public function has_lines(): bool {
		return self::Text === $this;
	}
}
