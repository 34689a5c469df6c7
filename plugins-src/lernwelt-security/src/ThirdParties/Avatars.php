<?php
/**
 * Pictures of persons.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\ThirdParties;

/** One neutral picture from this server instead of Gravatar, which would learn who looks at whom. */
final class Avatars {

	/** @param string $picture Address of the picture. */
	public function __construct( private readonly string $picture ) {}

	/**
	 * Filter `pre_get_avatar_data`.
	 *
	 * @param array<string, mixed> $data What is known about the picture so far.
	 * @return array<string, mixed>
	 */
	public function neutral( array $data ): array {
		return [
			'url'          => $this->picture,
			'found_avatar' => true,
		] + $data;
	}

	/** Filter `user_profile_picture_description`: WordPress points to Gravatar here. */
	public function description(): string {
		return esc_html__( 'All persons share one neutral picture. No picture service is asked.', 'lernwelt-security' );
	}

	/**
	 * Filter `avatar_defaults`: there is nothing to choose from.
	 *
	 * @return array<string, string>
	 */
	public function choices(): array {
		return [ 'mystery' => __( 'Neutral picture', 'lernwelt-security' ) ];
	}
}
