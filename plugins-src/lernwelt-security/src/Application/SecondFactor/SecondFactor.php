<?php
/**
 * The second factor of an account.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\SecondFactor;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Pseudonyms;
use Lernwelt\Security\Domain\SecondFactor\Factors;
use Lernwelt\Security\Domain\SecondFactor\RecoveryCode;
use Lernwelt\Security\Domain\SecondFactor\Totp;

/** Sets it up, checks codes – each of them once – and takes it away. */
final readonly class SecondFactor {

	/** Seconds for which a code from the command line is good. */
	public const ISSUED_FOR = 600;

	/**
	 * @param Factors    $factors    Memory.
	 * @param SecretBox  $box        Seals secrets.
	 * @param Pseudonyms $pseudonyms Hashes codes.
	 * @param Clock      $clock      Time.
	 * @param AuditLog   $audit      Takes events.
	 */
	public function __construct( private Factors $factors, private SecretBox $box, private Pseudonyms $pseudonyms, private Clock $clock, private AuditLog $audit ) {}

	/**
	 * Whether an account has one.
	 *
	 * @param int $user_id Account.
	 */
	public function is_set_up( int $user_id ): bool {
		return null !== $this->factors->secret( $user_id );
	}

	/**
	 * Since when.
	 *
	 * @param int $user_id Account.
	 * @return int|null Unix time; null when it has none.
	 */
	public function since( int $user_id ): ?int {
		return $this->factors->since( $user_id );
	}

	/** A new sealed secret, which belongs to nobody yet. */
	public function new_secret(): string {
		return $this->box->seal( random_bytes( Totp::SECRET_BYTES ) );
	}

	/**
	 * A sealed secret in clear, to show it to its owner.
	 *
	 * @param string $sealed Sealed secret.
	 * @return string Bytes; '' when it can't be opened.
	 */
	public function reveal( string $sealed ): string {
		return $this->box->open( $sealed ) ?? '';
	}

	/**
	 * Whether an app knows a secret.
	 *
	 * @param string $sealed Sealed secret.
	 * @param string $code   Code of the app.
	 */
	public function is_code_of( string $sealed, string $code ): bool {
		return null !== $this->step_of( $sealed, $code );
	}

	/**
	 * Sets the second factor up once a code shows that the app knows the secret.
	 *
	 * @param int    $user_id Account.
	 * @param string $sealed  Sealed secret.
	 * @param string $code    Code of the app.
	 * @param int    $before  It takes the place of one that is older than this, Unix time; 0: there must be none.
	 * @return list<string> Recovery codes, shown this once; empty when the code is wrong or somebody was faster.
	 */
	public function confirm( int $user_id, string $sealed, string $code, int $before = 0 ): array {
		$step = $this->step_of( $sealed, $code );
		if ( null === $step ) {
			return [];
		}
		$done = 0 < $before
			? $this->factors->replace( $user_id, $sealed, $step, $this->now(), $before )
			: $this->factors->enrol( $user_id, $sealed, $step, $this->now() );
		if ( ! $done ) {
			return [];
		}
		$this->record( 'enrolled', $user_id );
		return $this->new_codes( $user_id );
	}

	/**
	 * Gives an account a known secret; for demo accounts of local networks.
	 *
	 * @param int    $user_id Account.
	 * @param string $secret  Bytes.
	 */
	public function give( int $user_id, string $secret ): void {
		$sealed = $this->box->seal( $secret );
		if ( ! $this->factors->enrol( $user_id, $sealed, 0, $this->now() ) ) {
			$this->factors->replace( $user_id, $sealed, 0, $this->now(), PHP_INT_MAX );
		}
	}

	/**
	 * Checks a code of the app, or a recovery code, and uses it up.
	 *
	 * @param int    $user_id Account.
	 * @param string $typed   What was typed.
	 */
	public function check( int $user_id, string $typed ): bool {
		$sealed = $this->factors->secret( $user_id );
		$code   = RecoveryCode::plain( $typed );
		if ( '' !== $code ) {
			$good = $this->factors->use_code( $user_id, $this->hash( $user_id, $code ), $this->now() );
			if ( $good ) {
				$this->record( 'recovery_used', $user_id );
			}
			return $good;
		}
		$step = null === $sealed ? null : $this->step_of( $sealed, $typed );
		return null !== $step && $this->factors->use_step( $user_id, $step );
	}

	/**
	 * New recovery codes instead of the old ones.
	 *
	 * @param int $user_id Account.
	 * @return list<string> Codes, shown this once.
	 */
	public function new_codes( int $user_id ): array {
		$this->factors->drop_codes( $user_id );
		$codes = [];
		while ( count( $codes ) < RecoveryCode::COUNT ) {
			$codes[] = $this->add( $user_id, 0 );
		}
		$this->record( 'codes_renewed', $user_id );
		return $codes;
	}

	/**
	 * One code for one login within ten minutes, for whoever governs the server.
	 *
	 * @param int $user_id Account.
	 */
	public function issue( int $user_id ): string {
		$this->record( 'code_issued', $user_id );
		return $this->add( $user_id, $this->now() + self::ISSUED_FOR );
	}

	/**
	 * How many recovery codes are left.
	 *
	 * @param int $user_id Account.
	 */
	public function codes_left( int $user_id ): int {
		return $this->factors->codes_left( $user_id );
	}

	/**
	 * Takes it away; the next login sets a new one up.
	 *
	 * @param int $user_id Account.
	 * @return bool Whether there was one.
	 */
	public function reset( int $user_id ): bool {
		$was_there = $this->factors->reset( $user_id );
		if ( $was_there ) {
			$this->record( 'reset', $user_id );
		}
		return $was_there;
	}

	private function step_of( string $sealed, string $typed ): ?int {
		$secret = $this->box->open( $sealed );
		return null === $secret ? null : Totp::match( $secret, self::digits( $typed ), $this->now() );
	}

	private function add( int $user_id, int $expires ): string {
		$code = RecoveryCode::random();
		$this->factors->add_code( $user_id, $this->hash( $user_id, RecoveryCode::plain( $code ) ), $expires );
		return $code;
	}

	private function hash( int $user_id, string $code ): string {
		return $this->pseudonyms->of( 'recovery-code', "$user_id:$code" );
	}

	private static function digits( string $typed ): string {
		return (string) preg_replace( '/\s+/', '', $typed );
	}

	private function record( string $action, int $user_id ): void {
		$this->audit->record( new AuditEvent( 'second-factor', $action, object: "user:$user_id" ) );
	}

	private function now(): int {
		return $this->clock->now()->getTimestamp();
	}
}
