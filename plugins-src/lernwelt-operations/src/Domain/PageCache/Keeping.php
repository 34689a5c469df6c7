<?php
/**
 * Whether and how long an answer may be kept.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Domain\PageCache;

/** The one place that decides what a page cache may keep. Nothing is kept that this doesn't allow. */
final readonly class Keeping {

	/** Seconds for pages that aren't there, and for addresses that lead elsewhere for good. */
	public const LOST = 60;

	/** What caches of browsers are told about a page that may be kept: ask whether it is still the same. */
	public const REVALIDATE = 'public, max-age=0, must-revalidate';

	/** What everybody is told about a page that may not be kept. */
	public const NO_STORE = 'no-store, private';

	/**
	 * @param int    $seconds How long, 0 for not at all.
	 * @param string $reason  Why not, '' when it may: `method`, `person`, `closed`, `search`, `preview`, `protected`, `nonce`,
	 *                        `cookie`, `restricted`, `status`, `outdated`, `full`.
	 */
	private function __construct( public int $seconds, public string $reason ) {}

	/**
	 * Decides.
	 *
	 * @param AnswerFacts $facts Facts.
	 * @param int         $life  Seconds a page may be kept at most.
	 * @param ?int        $right Seconds the page will be right; null when nothing but a change makes it wrong.
	 */
	public static function of( AnswerFacts $facts, int $life, ?int $right ): self {
		$reason = match ( true ) {
			! in_array( $facts->method, [ 'GET', 'HEAD' ], true ) => 'method',
			! $facts->guest                     => 'person',
			! $facts->open                      => 'closed',
			$facts->search                      => 'search',
			$facts->preview                     => 'preview',
			$facts->protected                   => 'protected',
			$facts->nonce                       => 'nonce',
			$facts->cookie                      => 'cookie',
			$facts->restricted                  => 'restricted',
			0 === self::life( $facts->status, $life ) => 'status',
			$facts->outdated, null !== $right && $right < 1 => 'outdated',
			$facts->full                        => 'full',
			default                             => '',
		};
		return new self( '' === $reason ? min( self::life( $facts->status, $life ), $right ?? $life ) : 0, $reason );
	}

	private static function life( int $status, int $life ): int {
		return match ( $status ) {
			200                => $life,
			301, 308, 404, 410 => min( self::LOST, $life ),
			default            => 0,
		};
	}
}
