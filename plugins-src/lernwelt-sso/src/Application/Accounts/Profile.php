<?php
/**
 * What an account says about a person.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use Closure;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Sso\Domain\Accounts\Person;
use RuntimeException;
use WP_User;

/** Writes name, address and school as the provider says them; nobody else changes them. */
final class Profile {

	/** User meta of the network: number of the school. */
	public const SCHOOL_NUMBER = 'lernwelt_school_number';

	/** User meta of the network: name of the school. */
	public const SCHOOL_NAME = 'lernwelt_school_name';

	/** Domain that no mail ever reaches (RFC 2606). */
	public const NO_ADDRESS = 'ohne-adresse.invalid';

	/** One for all: whoever guards accounts asks any of them. */
	private static bool $writing = false;

	/**
	 * @param AuditLog $audit Audit log.
	 */
	public function __construct( private readonly AuditLog $audit ) {}

	/** Whether an account is being written from claims just now. */
	public static function is_writing(): bool {
		return self::$writing;
	}

	/**
	 * Makes an account: random name, a password that nobody knows.
	 *
	 * @param Person $person       Who it is for.
	 * @param bool   $with_address Whether it gets the person's address.
	 * @throws RuntimeException When WordPress refuses.
	 */
	public function create( Person $person, bool $with_address ): int {
		$login = 'sso-' . bin2hex( random_bytes( 10 ) );
		$email = $with_address ? $person->email : "$login@" . self::NO_ADDRESS;
		/** @var array{user_login: string} $row */
		$row  = wp_slash( [ 'user_login' => $login, 'user_email' => $email, 'user_pass' => wp_generate_password( 64 ), 'role' => '', ...$this->names( $person, $login ) ] );
		$user = $this->write( static fn (): mixed => wp_insert_user( $row ) );
		// WordPress gives everybody a role on the portal they come to first.
		delete_user_option( $user, 'capabilities' );
		delete_user_option( $user, 'user_level' );
		$this->write_school( $user, $person );
		return $user;
	}

	/**
	 * Brings an account up to date.
	 *
	 * @param int    $user_id Account.
	 * @param Person $person  Whose it is.
	 * @throws RuntimeException When WordPress refuses.
	 */
	public function update( int $user_id, Person $person ): void {
		$user = get_userdata( $user_id );
		if ( ! $user instanceof WP_User ) {
			throw new RuntimeException( 'The account does not exist.' );
		}
		$wanted  = $this->names( $person, $user->user_login );
		// As WordPress stores it, with "&amp;" for "&": else it would be written anew at every login.
		$changes = array_filter( $wanted, static fn ( string $value, string $field ): bool => $user->get( $field ) !== sanitize_user_field( $field, $value, $user_id, 'db' ), ARRAY_FILTER_USE_BOTH );
		$address = $this->new_address( $user, $person );
		if ( [] !== $changes || null !== $address ) {
			$this->write( static fn (): mixed => wp_update_user( wp_slash( [ 'ID' => $user_id, ...$changes, ...( null === $address ? [] : [ 'user_email' => $address ] ) ] ) ) );
		}
		if ( $this->write_school( $user_id, $person ) ) {
			// Of names and addresses WordPress's own actions tell the audit log.
			$this->audit->record( new AuditEvent( 'account', 'changed', '', $user_id, "user:$user_id", details: [ 'school' => true ] ) );
		}
	}

	/**
	 * @return ?string Null when the address stays.
	 */
	private function new_address( WP_User $user, Person $person ): ?string {
		$email = $person->verified_email();
		if ( '' === $email || strtolower( $email ) === strtolower( $user->user_email ) ) {
			return null;
		}
		if ( false === email_exists( $email ) ) {
			return $email;
		}
		$this->audit->record( new AuditEvent( 'account', 'address-refused', 'address_taken', $user->ID, "user:{$user->ID}" ) );
		return null;
	}

	/**
	 * @param Person $person Who it is.
	 * @param string $login  What stands for a missing name.
	 * @return array<string, string>
	 */
	private function names( Person $person, string $login ): array {
		$name = '' === $person->name ? $login : $person->name;
		return [ 'display_name' => $name, 'nickname' => $name, 'first_name' => $person->given_name, 'last_name' => $person->family_name ];
	}

	private function write_school( int $user_id, Person $person ): bool {
		$changed = false;
		foreach ( [ self::SCHOOL_NUMBER => $person->school_number, self::SCHOOL_NAME => $person->school_name ] as $key => $value ) {
			if ( get_user_meta( $user_id, $key, true ) === $value ) {
				continue;
			}
			$changed = true;
			'' === $value ? delete_user_meta( $user_id, $key ) : update_user_meta( $user_id, $key, wp_slash( $value ) );
		}
		return $changed;
	}

	/**
	 * @param Closure(): mixed $work Writes an account.
	 * @return int Account.
	 * @throws RuntimeException When WordPress refuses.
	 */
	private function write( Closure $work ): int {
		self::$writing = true;
		// The person knows: they changed it at the provider.
		add_filter( 'send_email_change_email', '__return_false', 100 );
		try {
			$result = $work();
		} finally {
			remove_filter( 'send_email_change_email', '__return_false', 100 );
			self::$writing = false;
		}
		if ( ! is_int( $result ) ) {
			throw new RuntimeException( 'WordPress refused the account: ' . ( is_wp_error( $result ) ? $result->get_error_code() : '' ) );
		}
		return $result;
	}
}
