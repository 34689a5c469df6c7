<?php
/**
 * What decides about keeping an answer.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Domain\PageCache;

/** Facts about a request and the answer to it. */
final readonly class AnswerFacts {

	/**
	 * @param string $method     Method.
	 * @param int    $status     Status of the answer.
	 * @param bool   $guest      Whether nobody is logged in, and no cookie or header says who it could be.
	 * @param bool   $open       Whether guests may see this portal.
	 * @param bool   $search     Whether it is a search.
	 * @param bool   $preview    Whether it is a preview, or asks with a key of its own.
	 * @param bool   $protected  Whether a password protects it.
	 * @param bool   $nonce      Whether a nonce is printed.
	 * @param bool   $cookie     Whether the answer sets a cookie.
	 * @param bool   $restricted Whether somebody already said that nobody may keep the answer.
	 * @param bool   $outdated   Whether something changed since its making began.
	 * @param bool   $full       Whether the disk of the page cache has no room for it.
	 */
	public function __construct(
		public string $method = 'GET',
		public int $status = 200,
		public bool $guest = true,
		public bool $open = true,
		public bool $search = false,
		public bool $preview = false,
		public bool $protected = false,
		public bool $nonce = false,
		public bool $cookie = false,
		public bool $restricted = false,
		public bool $outdated = false,
		public bool $full = false,
	) {}
}
