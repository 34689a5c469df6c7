<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\PupilPresence;
use Lernwelt\Core\Viewer;
use Lernwelt\Sso\AccountHooks;
use Lernwelt\Sso\Application\Accounts\AdmitPerson;
use Lernwelt\Sso\Application\Accounts\RoleTables;
use Lernwelt\Sso\Application\LoginReceiver;
use Lernwelt\Sso\Application\Protocol\BeginLogin;
use Lernwelt\Sso\Application\Protocol\EndSession;
use Lernwelt\Sso\Application\Protocol\FinishLogin;
use Lernwelt\Sso\Application\Protocol\TakeLogoutToken;
use Lernwelt\Sso\Application\Protocol\TokenEndpoint;
use Lernwelt\Sso\Application\Session\LiveLimits;
use Lernwelt\Sso\Application\Session\SessionStore;
use Lernwelt\Sso\Domain\VerifiedLogin;
use Lernwelt\Sso\Persistence\Protocol\LogoutTokenTable;
use Lernwelt\Sso\Persistence\Session\SessionTable;
use Lernwelt\Sso\Tests\Integration\Protocol\ProtocolTestCase;
use Lernwelt\Sso\Web\Protocol\Endpoints;
use Lernwelt\Sso\Web\Protocol\LoginEndpoints;
use Lernwelt\Sso\Web\Protocol\LogoutEndpoints;
use Lernwelt\Sso\Web\Protocol\RefusalPage;
use Lernwelt\Sso\Web\Protocol\WordPressHttp;
use Lernwelt\Sso\Web\Session\BrowserSessions;
use Lernwelt\Sso\Web\Session\PupilVisit;
use Lernwelt\Tests\Stack;
use PHPUnit\Framework\Attributes\TestWith;
use WP_REST_Request;

/**
 * Nothing of a pupil stays (R4.7): somebody whose every claim, token, address and browser is a canary logs in through
 * the real code, looks around and leaves; then no table and no log knows a canary, nor its plain hash.
 */
final class PupilCanaryTest extends ProtocolTestCase {

	/** Claim → canary. Tokens, codes and the rest are found out on the way. */
	private const CLAIMS = [
		'sub'                => 'kanarie-sub-5f1c',
		'sid'                => 'kanarie-sid-77aa',
		'name'               => 'Kanaria Vogelsang',
		'given_name'         => 'Kanaria',
		'family_name'        => 'Vogelsang',
		'preferred_username' => 'kvogelsang',
		'nickname'           => 'kanarienpieps',
		'email'              => 'kanaria.vogelsang@schule.example.org',
		'phone_number'       => '+49 391 4711815',
		'birthdate'          => '2014-02-31',
		'gender'             => 'kanarisch',
		'picture'            => 'https://bilder.example.org/kanaria.jpg',
		'schulnummer'        => '98765432',
		'schulname'          => 'Kanarienschule Vogelhausen',
		'klasse'             => 'Klasse 7 Kanarie',
	];

	private const ADDRESS = '203.0.113.77';

	private const BROWSER = 'KanarienBrowser/7.7';

	private ?BrowserSessions $real = null;

	/** Whether the provider names no session; ours always does. */
	private bool $drops_sid = false;

	public function test_nothing_of_a_pupil_is_stored_or_logged(): void {
		$this->work_without_rollback();
		$_SERVER['REMOTE_ADDR']     = self::ADDRESS;
		$_SERVER['HTTP_USER_AGENT'] = self::BROWSER;
		$canaries                   = [ ...array_values( self::CLAIMS ), self::ADDRESS, '203.0.113.0', '203.0.113', self::BROWSER ];
		$logs                       = self::log_sizes();
		self::assertSame( [], self::found( $canaries, $logs ), 'nobody knows the canaries before' );

		$this->provider->play( 'oidcc-client-test', [ 'clientSecret' => self::SECRET, 'claims' => self::CLAIMS + [ 'email_verified' => true, 'realm_access' => [ 'roles' => [ 'schueler' ] ] ] ] );
		$answer = $this->log_in();
		self::assertSame( 302, $answer->status, (string) $answer->page?->html );
		self::assertTrue( Viewer::current()->is_pupil() );
		self::assertFalse( is_user_logged_in() );

		$canaries = [ ...$canaries, ...$this->secrets() ];
		self::assertGreaterThan( count( self::CLAIMS ) + 6, count( $canaries ), 'code, state, nonce, verifier and access token are canaries too' );
		$canaries[] = (string) $_COOKIE['lernwelt-pupil'];

		$this->look_around();
		$found = self::found( $canaries, $logs, [ (string) $_COOKIE['lernwelt-pupil'] ] );
		self::assertSame( [], $found, 'while the pupil is there' );
		self::assertNotSame( '0', self::count_sessions(), 'the session is there, so the search looked at something' );

		$this->logs_out_at_the_provider();
		self::assertSame( '0', self::count_sessions() );
		self::assertSame( [], self::found( $canaries, $logs ), 'afterwards' );
	}

	public function test_a_teachers_tokens_are_in_no_table_and_no_log(): void {
		$this->work_without_rollback();
		$logs   = self::log_sizes();
		$claims = [
			'sub'          => 'lehrkraft-mit-geheimnissen',
			'realm_access' => [ 'roles' => [ 'lehrkraft' ] ],
		];
		$this->provider->play( 'oidcc-client-test', [ 'clientSecret' => self::SECRET, 'claims' => [ ...self::CLAIMS, ...$claims ] ] );
		$answer = $this->log_in();
		self::assertSame( 302, $answer->status, (string) $answer->page?->html );
		self::assertTrue( is_user_logged_in() );

		$secrets = $this->secrets();
		self::assertGreaterThan( 4, count( $secrets ), 'code, state, nonce, verifier and access token' );
		$this->look_around();
		self::assertSame( [], self::found( $secrets, $logs ) );
		self::assertNotSame( [], self::found( [ self::CLAIMS['email'] ], $logs ), 'the account is there, so the search looked at something' );
	}

	#[TestWith( [ AdmitPerson::NO_ROLE ] )]
	#[TestWith( [ 'sid_missing' ] )]
	public function test_nothing_of_a_refused_pupil_is_stored_or_logged_not_even_a_shortened_address( string $reason ): void {
		$this->work_without_rollback();
		$this->drops_sid = 'sid_missing' === $reason;
		if ( ! $this->drops_sid ) {
			update_site_option( RoleTables::OPTION, [ 'version' => RoleTables::VERSION, 'rows' => [ [ 'claim' => 'realm_access.roles', 'value' => 'schueler', 'role' => PupilPresence::ROLE, 'portals' => [ 'lernorte' ] ] ] ] );
		}
		$_SERVER['REMOTE_ADDR']     = self::ADDRESS;
		$_SERVER['HTTP_USER_AGENT'] = self::BROWSER;
		$canaries                   = [ ...array_values( self::CLAIMS ), self::ADDRESS, '203.0.113.0', '203.0.113', self::BROWSER ];
		$logs                       = self::log_sizes();
		$this->audited              = [];
		self::assertSame( [], self::found( $canaries, $logs ), 'nobody knows the canaries before' );

		$this->provider->play( 'oidcc-client-test', [ 'clientSecret' => self::SECRET, 'claims' => self::CLAIMS + [ 'realm_access' => [ 'roles' => [ 'schueler' ] ] ] ] );
		$answer = $this->log_in();
		self::assertSame( [ 403, $reason ], [ $answer->status, $this->assert_refused( $answer ) ] );
		self::assertSame( [ [ 'role' => PupilPresence::ROLE ] ], array_column( $this->audited, 'details' ) );
		self::assertSame( [], self::found( $canaries, $logs ) );
	}

	public function test_the_search_finds_what_is_there(): void {
		$this->work_without_rollback();
		update_site_option( 'lernwelt_test_canary', [ 'x' => 'kanarie-sub-5f1c' ] );
		self::assertNotSame( [], self::found( [ 'kanarie-sub-5f1c' ], [] ) );
		update_site_option( 'lernwelt_test_canary', sha1( 'kanarie-sub-5f1c' ) );
		self::assertNotSame( [], self::found( [ 'kanarie-sub-5f1c' ], [] ) );
		delete_site_option( 'lernwelt_test_canary' );
		$log = Stack::from_environment()->dir . '/logs/canary-test.log';
		file_put_contents( $log, base64_encode( 'kanarie-sub-5f1c' ) );
		try {
			self::assertNotSame( [], self::found( [ 'kanarie-sub-5f1c' ], [] ) );
		} finally {
			unlink( $log );
		}
	}

	/**
	 * What went to the provider and nobody else may know.
	 *
	 * @return list<string>
	 */
	private function secrets(): array {
		$secrets = [];
		foreach ( $this->provider->log() as $entry ) {
			foreach ( [ ...array_values( $entry['form'] ), ...array_values( $entry['query'] ), str_replace( 'Bearer ', '', $entry['authorization'] ) ] as $secret ) {
				if ( 16 <= strlen( $secret ) && ! str_starts_with( $secret, 'http' ) && ! str_starts_with( $secret, 'authorization' ) && ! str_starts_with( $secret, 'openid' ) && ! str_starts_with( $secret, 'Basic' ) ) {
					$secrets[] = $secret;
				}
			}
		}
		return $secrets;
	}

	/** The real receiver and the real sessions take the place of those that only write down. */
	protected function endpoints(): Endpoints {
		global $wpdb;
		$services = Core::services();
		$real     = $this->real ??= $this->browser_sessions();
		$receiver = ( new AccountHooks( $services ) )->receiver( $real );
		$receiver = $this->drops_sid ? self::without_sid( $receiver ) : $receiver;
		$provider = $this->provider_access();
		$tokens   = new TokenEndpoint( new WordPressHttp(), $provider );
		return new Endpoints(
			new LoginEndpoints( new BeginLogin( $this->clients, $provider, $this->states(), home_url( ... ) ), new FinishLogin( $this->clients, $provider, $tokens, $this->states(), home_url( ... ) ), $receiver ),
			new LogoutEndpoints(
				new EndSession( $this->clients, $provider, $this->states(), $real, home_url( ... ) ),
				new TakeLogoutToken( $this->clients, $provider, new LogoutTokenTable( $wpdb, $this->clock, $services->pseudonyms ), $real ),
				$this->states()
			),
			$services->rate_limiter,
			$services->audit,
			new RefusalPage()
		);
	}

	private static function without_sid( LoginReceiver $receiver ): LoginReceiver {
		return new class( $receiver ) implements LoginReceiver {

			public function __construct( private readonly LoginReceiver $receiver ) {}

			public function admit( VerifiedLogin $login ): void {
				$this->receiver->admit( new VerifiedLogin( $login->issuer, $login->subject, '', $login->claims, $login->tokens, $login->return_to ) );
			}

			public function renew( int $user_id, VerifiedLogin $login ): void {}
		};
	}

	private function browser_sessions(): BrowserSessions {
		global $wpdb;
		$services = Core::services();
		$store    = new SessionStore( new SessionTable( $wpdb ), new LiveLimits(), $services->clock, $services->pseudonyms, get_current_blog_id() );
		return new BrowserSessions( $store, new PupilVisit( $store, $services->pupil ), $services->audit );
	}

	/** A pupil's own logout would end the session here first; the provider's word does the same by `sid` alone. */
	private function logs_out_at_the_provider(): void {
		$token  = $this->provider->logout_token( 'oidcc-client-test-rp-backchannel-rpinitlogout', [ 'sub' => self::CLAIMS['sub'], 'sid' => self::CLAIMS['sid'] ] );
		$answer = $this->ask( '/sso/backchannel-logout', 'POST', [ 'logout_token' => $token ] );
		self::assertSame( 200, $answer->status, (string) $answer->page?->html );
	}

	private function look_around(): void {
		rest_do_request( new WP_REST_Request( 'GET', '/wp/v2/posts' ) );
		rest_do_request( new WP_REST_Request( 'GET', '/wp/v2/users/me' ) );
		rest_do_request( new WP_REST_Request( 'GET', '/lernwelt/v1/audit-events' ) );
		do_action( 'lernwelt_sweep' );
		remove_action( 'shutdown', 'wp_ob_end_flush_all', 1 );
		do_action( 'shutdown' );
	}

	private static function count_sessions(): string {
		global $wpdb;
		return (string) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->base_prefix}lw_sessions" );
	}

	/**
	 * Looks through all tables, what was added to the logs, and WordPress's caches in memory.
	 *
	 * @param list<string>       $canaries Canaries.
	 * @param array<string, int> $logs     Length of the logs at the beginning.
	 * @param list<string>       $hashed   Canaries whose SHA-256 has to be there: it names the session of whoever holds the cookie.
	 * @return list<string> Where which was found.
	 */
	private static function found( array $canaries, array $logs, array $hashed = [] ): array {
		$texts = self::tables();
		foreach ( self::log_sizes() as $file => $size ) {
			$texts[ $file ] = substr( (string) file_get_contents( $file ), $logs[ $file ] ?? 0 );
		}
		$found = [];
		foreach ( $canaries as $canary ) {
			$forms = [ $canary, md5( $canary ), sha1( $canary ), base64_encode( $canary ), rawurlencode( $canary ), (string) json_encode( $canary ), bin2hex( $canary ) ];
			if ( ! in_array( $canary, $hashed, true ) ) {
				$forms[] = hash( 'sha256', $canary );
			}
			foreach ( $texts as $place => $text ) {
				foreach ( array_unique( $forms ) as $form ) {
					if ( false !== stripos( $text, trim( $form, '"' ) ) ) {
						$found[] = "$place: $form ($canary)";
					}
				}
			}
		}
		return $found;
	}

	/** @return array<string, string> Table → everything in it. */
	private static function tables(): array {
		global $wpdb;
		$texts = [];
		foreach ( $wpdb->get_col( "SHOW TABLES LIKE '{$wpdb->base_prefix}%'" ) as $table ) {
			$name = (string) $table;
			$rows = (array) $wpdb->get_results( "SELECT * FROM `$name`", ARRAY_A ); // phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- the database's own list.
			$text = '';
			foreach ( $rows as $row ) {
				$text .= implode( "\n", array_map( strval( ... ), (array) $row ) ) . "\n";
			}
			$texts[ $name ] = $text;
		}
		self::assertArrayHasKey( "{$wpdb->base_prefix}lw_sessions", $texts );
		self::assertNotSame( [], array_filter( array_keys( $texts ), static fn ( string $name ): bool => str_contains( $name, 'lw_audit' ) ) );
		return $texts;
	}

	/** @return array<string, int> Log → bytes. */
	private static function log_sizes(): array {
		clearstatcache();
		$sizes = [];
		foreach ( (array) glob( Stack::from_environment()->dir . '/logs/*' ) as $file ) {
			$sizes[ (string) $file ] = (int) filesize( (string) $file );
		}
		return $sizes;
	}
}
