<?php
/**
 * Logins and logouts that are under way.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Persistence\Protocol;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Core\Pseudonyms;
use Lernwelt\Core\Seal;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\LoginSecrets;
use Lernwelt\Sso\Domain\Protocol\PendingLogin;
use Lernwelt\Sso\Domain\Protocol\StateExpired;
use Lernwelt\Sso\Domain\Protocol\StateKind;
use Lernwelt\Sso\Domain\Protocol\StateStore;
use SensitiveParameter;
use wpdb;

/**
 * Network-wide table of states. A row holds keyed hashes, and a note that only the browser's cookie opens: whoever
 * reads the table can neither finish a login nor see where somebody was going.
 */
final readonly class StateTable implements StateStore {

	public const NAME = 'lw_sso_states';

	/** Seconds in which a login has to come back. */
	public const SECONDS = 600;

	/** Seconds for which it is known that a login came back too late, so that it can be begun anew. */
	private const KEPT = 86_400;

	/**
	 * @param wpdb       $db         Database.
	 * @param Clock      $clock      Time.
	 * @param Pseudonyms $pseudonyms Keyed hashes.
	 */
	public function __construct( private wpdb $db, private Clock $clock, private Pseudonyms $pseudonyms ) {}

	public function keep( StateKind $kind, LoginSecrets $secrets, #[SensitiveParameter] string $browser, PendingLogin $pending ): void {
		Statement::run(
			$this->db,
			'INSERT INTO %i (state_key, browser_key, note, expires, used) VALUES (%s, %s, %s, %d, 0)',
			$this->name(),
			$this->state_key( $kind, $secrets->state ),
			$this->pseudonyms->of( 'sso-browser', $browser ),
			self::sealed( $pending, $secrets ),
			$this->now() + self::SECONDS
		);
	}

	public function take( StateKind $kind, #[SensitiveParameter] string $state, #[SensitiveParameter] string $browser ): PendingLogin {
		$key = $this->state_key( $kind, $state );
		$row = '' === $state ? null : $this->db->get_row( (string) $this->db->prepare( 'SELECT browser_key, note, expires, used FROM %i WHERE state_key = %s', $this->name(), $key ), ARRAY_A );
		if ( ! is_array( $row ) ) {
			throw new LoginRefused( '' === $state ? 'state_missing' : 'state_unknown' );
		}
		if ( '' === $browser || ! hash_equals( (string) $row['browser_key'], $this->pseudonyms->of( 'sso-browser', $browser ) ) ) {
			throw new LoginRefused( 'state_other_browser' );
		}
		// The condition decides who of several gets it.
		if ( 0 === Statement::run( $this->db, "UPDATE %i SET used = 1, note = '' WHERE state_key = %s AND used = 0", $this->name(), $key ) ) {
			throw new LoginRefused( 'state_used' );
		}
		$pending = self::opened( (string) $row['note'], new LoginSecrets( $state, $browser ) );
		if ( (int) $row['expires'] <= $this->now() ) {
			throw new StateExpired( $pending );
		}
		return $pending;
	}

	public function purge(): void {
		do {
			$keys = $this->db->get_col( (string) $this->db->prepare( 'SELECT state_key FROM %i WHERE expires <= %d LIMIT 500', $this->name(), $this->now() - self::KEPT ) );
			foreach ( $keys as $key ) {
				Statement::run( $this->db, 'DELETE FROM %i WHERE state_key = %s', $this->name(), (string) $key );
			}
		} while ( [] !== $keys );
	}

	private function name(): string {
		return $this->db->base_prefix . self::NAME;
	}

	private function now(): int {
		return $this->clock->now()->getTimestamp();
	}

	/** A state is good on the portal where it was made. */
	private function state_key( StateKind $kind, #[SensitiveParameter] string $state ): string {
		return $this->pseudonyms->of( 'sso-state', $kind->value . "\0" . get_current_blog_id() . "\0" . $state );
	}

	private static function sealed( PendingLogin $pending, LoginSecrets $secrets ): string {
		return Seal::close( (string) wp_json_encode( [ $pending->return_to, $pending->silent, $pending->restarted ] ), $secrets->note_key() );
	}

	private static function opened( string $note, LoginSecrets $secrets ): PendingLogin {
		$opened = Seal::open( $note, $secrets->note_key() );
		$data   = null === $opened ? null : json_decode( $opened, true );
		if ( ! is_array( $data ) || ! is_string( $data[0] ?? null ) ) {
			throw new LoginRefused( 'state_used' );
		}
		return new PendingLogin( $data[0], true === ( $data[1] ?? null ), true === ( $data[2] ?? null ) );
	}
}
