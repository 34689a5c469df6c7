<?php
/**
 * Directories of wordpress.org.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\ThirdParties;

/** Answers in place of directories that are not asked. */
final class Directories {

	/**
	 * Filter `translations_api`: the screens for a person's and a portal's language ask for the names of all languages.
	 * Only the installed one needs a name here.
	 *
	 * @return array{translations: list<array{language: string, version: string, english_name: string, native_name: string, iso: array<int, string>}>}
	 */
	public function translations(): array {
		return [
			'translations' => [
				[
					'language'     => 'de_DE',
					'version'      => wp_get_wp_version(),
					'english_name' => 'German',
					'native_name'  => 'Deutsch',
					'iso'          => [ 1 => 'de' ],
				],
			],
		];
	}
}
