<?php
/**
 * The throttle of every login.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Throttle;

use Lernwelt\Core\Clock;
use Lernwelt\Core\RateLimiter;
use Lernwelt\Security\Domain\Throttle\Attempt;
use Lernwelt\Security\Domain\Throttle\Limits;
use Lernwelt\Security\Domain\Throttle\Refusal;
use Lernwelt\Security\Domain\Throttle\Slowdown;
use Lernwelt\Security\Domain\Throttle\Subject;
use Lernwelt\Security\Domain\Throttle\Tries;

/**
 * Takes a try before the password is looked at. An account is closed to the network that guessed wrong, never to all:
 * otherwise anybody could lock it from outside. Networks from which it logged in within a day never wait.
 */
final readonly class LoginThrottle {

	private const BUCKET = 'login-network';

	/**
	 * @param Tries       $tries   Memory.
	 * @param RateLimiter $limiter Counts per network.
	 * @param Limits      $limits  How many wrong tries.
	 * @param Clock       $clock   Time.
	 */
	public function __construct( private Tries $tries, private RateLimiter $limiter, private Limits $limits, private Clock $clock ) {}

	/**
	 * Takes a try, which counts as wrong until it is given back.
	 *
	 * @param Subject $subject Account and network.
	 */
	public function take( Subject $subject ): Attempt|Refusal {
		if ( ! $this->limiter->hit( self::BUCKET, $subject->network, $this->limits->network, Limits::NETWORK_WINDOW ) ) {
			return new Refusal( Refusal::SPRAYING, Limits::NETWORK_WINDOW );
		}
		$now   = $this->now();
		$owner = bin2hex( random_bytes( 16 ) );
		$slot  = $this->tries->take( $subject, $this->limits->of( $subject->class ), $owner, $now, $now + Limits::WINDOW );
		if ( null === $slot ) {
			// Who hammers one account doesn't close the others to the school.
			$this->limiter->give_back( self::BUCKET, $subject->network, Limits::NETWORK_WINDOW );
			return new Refusal( Refusal::NETWORK );
		}
		$attempt = new Attempt( $subject, $slot, $owner );
		$wait    = $this->wait( $subject, $now );
		if ( 0 < $wait ) {
			$this->give_back( $attempt );
			return new Refusal( Refusal::ACCOUNT, $wait );
		}
		return $attempt;
	}

	/**
	 * Gives a try back that wasn't wrong.
	 *
	 * @param Attempt $attempt The try.
	 */
	public function give_back( Attempt $attempt ): void {
		$this->tries->give_back( $attempt );
		$this->tries->uncount( $attempt->subject );
		$this->limiter->give_back( self::BUCKET, $attempt->subject->network, Limits::NETWORK_WINDOW );
	}

	/**
	 * The account is logged in: its wrong tries from this network are forgotten, and the network is known for a day.
	 *
	 * @param Subject $subject Account and network.
	 */
	public function logged_in( Subject $subject ): void {
		$this->tries->clear( $subject );
		$this->tries->remember( $subject, $this->now() + Limits::WINDOW );
	}

	/**
	 * The account proved itself in another way than by logging in, by a link in a mail.
	 *
	 * @param Subject $subject Account and network.
	 */
	public function forgive( Subject $subject ): void {
		$this->tries->clear( $subject );
	}

	/** @return int Seconds to wait, 0 for none. */
	private function wait( Subject $subject, int $now ): int {
		$before = $this->tries->count( $subject, $now, $now + Limits::WINDOW ) - 1;
		$delay  = Slowdown::delay( $before );
		if ( 0 === $delay || $this->tries->knows( $subject, $now ) ) {
			return 0;
		}
		return max( 0, $this->tries->wait( $subject, $now, $now + $delay, $now + Limits::WINDOW ) - $now );
	}

	private function now(): int {
		return $this->clock->now()->getTimestamp();
	}
}
