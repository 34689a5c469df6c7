<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Session;

use Lernwelt\Core\Locks;
use Lernwelt\Core\Persistence\LockTable;
use Lernwelt\Sso\Application\LoginReceiver;
use Lernwelt\Sso\Application\Renewal;
use Lernwelt\Sso\Application\Session\RenewSession;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\TokenSet;
use Lernwelt\Sso\Domain\VerifiedLogin;

/** Sessions whose access token has ended. */
final class RenewalTest extends SessionsTestCase {

	/** @var list<string> What was asked and told. */
	private array $said = [];

	private int $user = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->user = $this->teacher();
		$this->sessions->open_for_user( $this->user, self::login( expires: $this->clock->now()->getTimestamp() + 300 ) );
	}

	public function test_nothing_is_asked_before_the_time(): void {
		$this->clock->advance( '+299 seconds' );
		self::assertFalse( $this->renewing( self::login() )->is_due( $this->user, wp_get_session_token() ) );
		self::assertTrue( $this->renewing( self::login() )->run( $this->user, wp_get_session_token() ) );
		self::assertSame( [], $this->said );
	}

	public function test_new_tokens_take_the_place_of_the_old_and_roles_follow(): void {
		$this->clock->advance( '+300 seconds' );
		$renewing = $this->renewing( self::login( refresh: 'second', expires: $this->clock->now()->getTimestamp() + 60 ) );
		self::assertTrue( $renewing->is_due( $this->user, wp_get_session_token() ) );
		self::assertTrue( $renewing->run( $this->user, wp_get_session_token() ) );
		self::assertTrue( $renewing->run( $this->user, wp_get_session_token() ), 'not due' );
		$this->clock->advance( '+60 seconds' );
		self::assertTrue( $renewing->run( $this->user, wp_get_session_token() ) );
		self::assertSame( [ 'ask anja sid-1 refresh-geheim', "tell $this->user", 'ask anja sid-1 second', "tell $this->user" ], $this->said );
		self::assertSame( $this->user, self::known() );
	}

	public function test_a_silent_provider_ends_nothing_and_is_asked_again_in_a_minute(): void {
		$this->clock->advance( '+300 seconds' );
		$renewing = $this->renewing( null );
		self::assertTrue( $renewing->run( $this->user, wp_get_session_token() ) );
		$this->clock->advance( '+59 seconds' );
		self::assertTrue( $renewing->run( $this->user, wp_get_session_token() ) );
		self::assertCount( 1, $this->said );
		$this->clock->advance( '+1 second' );
		self::assertTrue( $renewing->run( $this->user, wp_get_session_token() ) );
		self::assertSame( [ 'ask anja sid-1 refresh-geheim', 'ask anja sid-1 refresh-geheim' ], $this->said );
		self::assertSame( $this->user, self::known() );
	}

	public function test_a_no_of_the_provider_ends_the_session(): void {
		$this->clock->advance( '+300 seconds' );
		self::assertFalse( $this->renewing( new LoginRefused( 'renewal_refused', 401 ) )->run( $this->user, wp_get_session_token() ) );
		self::assertSame( [ 0, [] ], [ self::known(), self::rows() ] );
		self::assertSame( [ 'ended', 'renewal_refused', $this->user ], [ $this->audited[0]->action, $this->audited[0]->reason, $this->audited[0]->user_id ] );
	}

	public function test_whoever_may_no_longer_stay_is_out(): void {
		$this->clock->advance( '+300 seconds' );
		self::assertFalse( $this->renewing( self::login(), new LoginRefused( 'no_role_here', 403 ) )->run( $this->user, wp_get_session_token() ) );
		self::assertSame( [ 0, 'no_role_here' ], [ self::known(), $this->audited[0]->reason ] );
	}

	public function test_whoever_comes_second_goes_on_unrenewed(): void {
		global $wpdb;
		$this->clock->advance( '+300 seconds' );
		$id    = (int) self::rows()[0]['id'];
		$lease = $this->locks()->acquire( "sso-renewal-$id", 60 );
		self::assertNotNull( $lease );
		self::assertTrue( $this->renewing( self::login() )->run( $this->user, wp_get_session_token() ) );
		self::assertSame( [], $this->said );
		$lease->release();
		self::assertTrue( $this->renewing( self::login() )->run( $this->user, wp_get_session_token() ) );
		self::assertCount( 2, $this->said );
		self::assertSame( '0', (string) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}lw_locks" ) );
	}

	public function test_tokens_that_the_cookie_does_not_open_end_the_session(): void {
		global $wpdb;
		$wpdb->query( "UPDATE {$wpdb->base_prefix}lw_sessions SET sealed = 'AAAA'" );
		wp_cache_flush();
		$this->clock->advance( '+300 seconds' );
		self::assertFalse( $this->renewing( self::login() )->run( $this->user, wp_get_session_token() ) );
		self::assertSame( [ [], 'tokens_unreadable' ], [ $this->said, $this->audited[0]->reason ] );
	}

	private function locks(): Locks {
		global $wpdb;
		return new Locks( new LockTable( $wpdb ), $this->clock );
	}

	/**
	 * @param VerifiedLogin|LoginRefused|null $answer What the provider answers.
	 * @param ?LoginRefused                   $refusal What the receiver says.
	 */
	private function renewing( VerifiedLogin|LoginRefused|null $answer, ?LoginRefused $refusal = null ): RenewSession {
		$renewal  = new class( fn ( string $words ): string => $this->said[] = $words, $answer ) implements Renewal {
			/** @param \Closure(string): string $note */
			public function __construct( private readonly \Closure $note, private readonly VerifiedLogin|LoginRefused|null $answer ) {}

			public function renew( string $issuer, string $subject, string $sid, TokenSet $tokens ): ?VerifiedLogin {
				( $this->note )( "ask $subject $sid $tokens->refresh_token" );
				return $this->answer instanceof LoginRefused ? throw $this->answer : $this->answer;
			}
		};
		$receiver = new class( fn ( string $words ): string => $this->said[] = $words, $refusal ) implements LoginReceiver {
			/** @param \Closure(string): string $note */
			public function __construct( private readonly \Closure $note, private readonly ?LoginRefused $refusal ) {}

			public function admit( VerifiedLogin $login ): void {}

			public function renew( int $user_id, VerifiedLogin $login ): void {
				( $this->note )( "tell $user_id" );
				if ( null !== $this->refusal ) {
					throw $this->refusal;
				}
			}
		};
		return new RenewSession( $this->store, $this->locks(), static fn (): Renewal => $renewal, static fn (): LoginReceiver => $receiver, self::audit() );
	}
}
