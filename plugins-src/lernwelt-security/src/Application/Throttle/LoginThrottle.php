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
use Lernwelt\Security\Domain\SecondFactor\PendingStep;
use Lernwelt\Security\Domain\Throttle\Attempt;
use Lernwelt\Security\Domain\Throttle\Counter;
use Lernwelt\Security\Domain\Throttle\Limits;
use Lernwelt\Security\Domain\Throttle\Quota;
use Lernwelt\Security\Domain\Throttle\Refusal;
use Lernwelt\Security\Domain\Throttle\Slowdown;
use Lernwelt\Security\Domain\Throttle\Subject;
use Lernwelt\Security\Domain\Throttle\Tries;

/**
 * Takes a try before the password is looked at. An account is closed to the network that guessed wrong, never to all:
 * otherwise anybody could lock it from outside. Networks from which it logged in within a day never wait;
 * all others have one try together after each wait.
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
	 * Takes a try of a password, which counts as wrong until it is given back.
	 *
	 * @param Subject $subject Account and network.
	 */
	public function take( Subject $subject ): Attempt|Refusal {
		$known   = $this->tries->knows( $subject, $this->now() );
		$attempt = $this->hold( $subject, $this->quotas( $subject, $known ) );
		if ( $attempt instanceof Refusal ) {
			return $attempt;
		}
		$wait = $this->wait( $subject, $known );
		if ( 0 < $wait ) {
			$this->give_back( $attempt );
			return new Refusal( Refusal::ACCOUNT, $wait );
		}
		return $attempt;
	}

	/**
	 * The same for a code. Whoever types one knows the password, so nobody else can use these up – and whoever guesses
	 * codes can't do it from network after network.
	 *
	 * @param Subject $subject Account and network.
	 * @param string  $step    Hash of the half login.
	 */
	public function take_code( Subject $subject, string $step ): Attempt|Refusal {
		$now     = $this->now();
		$attempt = $this->hold(
			$subject,
			[
				...$this->quotas( $subject, $this->tries->knows( $subject, $now ) ),
				new Quota( Counter::Step, $step, Limits::STEP, PendingStep::LIFETIME ),
				new Quota( Counter::Codes, '', Limits::CODES ),
			]
		);
		if ( $attempt instanceof Attempt ) {
			$this->tries->count( $subject, $now, $now + Limits::WINDOW );
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
		$this->give_back_networks( $attempt->subject );
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
	 * The account proved itself in another way than by logging in, by a link in a mail: the way in for somebody whom
	 * others let wait. Wrong codes stay counted.
	 *
	 * @param Subject $subject Account and network.
	 */
	public function forgive( Subject $subject ): void {
		$this->logged_in( $subject );
	}

	/** @return list<Quota> */
	private function quotas( Subject $subject, bool $known ): array {
		$limit  = $this->limits->of( $subject->class );
		$quotas = [ new Quota( Counter::Network, $subject->network, $limit ) ];
		// Neighbours can't close a network from which the account logged in.
		return '' === $subject->around || $known ? $quotas : [ ...$quotas, new Quota( Counter::Around, $subject->around, $limit * Limits::AROUND ) ];
	}

	/** @param list<Quota> $quotas */
	private function hold( Subject $subject, array $quotas ): Attempt|Refusal {
		if ( ! $this->hit_networks( $subject ) ) {
			return new Refusal( Refusal::SPRAYING, Limits::NETWORK_WINDOW );
		}
		$now   = $this->now();
		$owner = bin2hex( random_bytes( 16 ) );
		$slots = [];
		foreach ( $quotas as $quota ) {
			$slot = $this->tries->take( $subject->account, $quota, $owner, $now );
			if ( null === $slot ) {
				$this->tries->give_back( new Attempt( $subject, $slots, $owner ) );
				// Who hammers one account doesn't close the others to the school.
				$this->give_back_networks( $subject );
				return $quota->counter->refusal();
			}
			$slots[] = $slot;
		}
		return new Attempt( $subject, $slots, $owner );
	}

	private function hit_networks( Subject $subject ): bool {
		if ( ! $this->limiter->hit( self::BUCKET, $subject->network, $this->limits->network, Limits::NETWORK_WINDOW ) ) {
			return false;
		}
		if ( '' === $subject->around || $this->limiter->hit( self::BUCKET, $subject->around, $this->limits->network * Limits::AROUND, Limits::NETWORK_WINDOW ) ) {
			return true;
		}
		$this->limiter->give_back( self::BUCKET, $subject->network, Limits::NETWORK_WINDOW );
		return false;
	}

	private function give_back_networks( Subject $subject ): void {
		$this->limiter->give_back( self::BUCKET, $subject->network, Limits::NETWORK_WINDOW );
		if ( '' !== $subject->around ) {
			$this->limiter->give_back( self::BUCKET, $subject->around, Limits::NETWORK_WINDOW );
		}
	}

	/** @return int Seconds to wait, 0 for none. */
	private function wait( Subject $subject, bool $known ): int {
		$now   = $this->now();
		$delay = Slowdown::delay( $this->tries->count( $subject, $now, $now + Limits::WINDOW ) );
		return 0 === $delay || $known ? 0 : max( 0, $this->tries->pass( $subject, $now, $now + $delay, $now + Limits::WINDOW ) - $now );
	}

	private function now(): int {
		return $this->clock->now()->getTimestamp();
	}
}
