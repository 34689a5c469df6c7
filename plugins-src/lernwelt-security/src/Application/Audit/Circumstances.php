<?php
/**
 * What a request is like.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Audit;

/** Who sent this request, from where, at which portal. */
final readonly class Circumstances {

	/**
	 * @param int    $portal      Site.
	 * @param int    $user_id     Account, 0 for none.
	 * @param bool   $is_pupil    Whether a pupil sent it.
	 * @param bool   $is_schedule Whether it is scheduled work.
	 * @param bool   $is_command  Whether it came from the command line.
	 * @param string $address     Shortened network address, '' for none.
	 */
	public function __construct( public int $portal, public int $user_id, public bool $is_pupil, public bool $is_schedule, public bool $is_command, public string $address ) {}
}
