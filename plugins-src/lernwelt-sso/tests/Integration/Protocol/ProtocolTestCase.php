<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Protocol;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Core;
use Lernwelt\Core\Persistence\RateLimitTable;
use Lernwelt\Core\Persistence\Savepoints;
use Lernwelt\Core\RateLimiter;
use Lernwelt\Core\Transaction;
use Lernwelt\Sso\Application\LoginReceiver;
use Lernwelt\Sso\Application\Protocol\BeginLogin;
use Lernwelt\Sso\Application\Protocol\EndSession;
use Lernwelt\Sso\Application\Protocol\FinishLogin;
use Lernwelt\Sso\Application\Protocol\Provider;
use Lernwelt\Sso\Application\Protocol\RenewTokens;
use Lernwelt\Sso\Application\Protocol\TakeLogoutToken;
use Lernwelt\Sso\Application\Protocol\TokenEndpoint;
use Lernwelt\Sso\Application\Sessions;
use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Sso\Persistence\Protocol\DocumentTable;
use Lernwelt\Sso\Persistence\Protocol\LogoutTokenTable;
use Lernwelt\Sso\Persistence\Protocol\StateTable;
use Lernwelt\Sso\Web\Protocol\Answer;
use Lernwelt\Sso\Web\Protocol\Endpoints;
use Lernwelt\Sso\Web\Protocol\LoginEndpoints;
use Lernwelt\Sso\Web\Protocol\LogoutEndpoints;
use Lernwelt\Sso\Web\Protocol\RefusalPage;
use Lernwelt\Sso\Web\Protocol\Request;
use Lernwelt\Sso\Web\Protocol\WordPressHttp;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\HostileProvider;
use Lernwelt\Tests\IntegrationTestCase;

/** A portal with the endpoints of the protocol, a hostile provider, and somebody who writes down who gets in. */
abstract class ProtocolTestCase extends IntegrationTestCase {

	protected const SECRET = 'geheim-und-lang-genug-fuer-ein-hmac-32';

	protected const COOKIE = 'lernwelt-login';

	private static ?HostileProvider $shared = null;

	protected HostileProvider $provider;

	protected FakeClients $clients;

	protected RecordingSessions $sessions;

	protected RecordingReceiver $receiver;

	/** What the endpoints use; the recording ones unless a test wants the real ones. */
	protected Sessions $used_sessions;

	protected LoginReceiver $used_receiver;

	protected FrozenClock $clock;

	/** @var list<AuditEvent> */
	protected array $audited = [];

	/** Cookie of the browser. */
	protected string $browser = '';

	protected function setUp(): void {
		parent::setUp();
		$this->provider = self::$shared ??= new HostileProvider();
		$this->clients  = new FakeClients( $this->client() );
		$this->sessions = new RecordingSessions();
		$this->receiver = new RecordingReceiver();
		$this->used_sessions = $this->sessions;
		$this->used_receiver = $this->receiver;
		$this->clock    = new FrozenClock( gmdate( 'Y-m-d H:i:s' ) );
		$this->browser  = '';
		$this->audited  = [];
		add_action(
			AuditLog::ACTION,
			function ( AuditEvent $event ): void {
				$this->audited[] = $event;
			}
		);
		OpenHttp::allow( $this->provider->issuer );
		switch_to_locale( 'de_DE' );
		$this->provider->play( 'oidcc-client-test', [ 'clientSecret' => self::SECRET ] );
	}

	protected function tearDown(): void {
		restore_previous_locale();
		parent::tearDown();
	}

	public static function tearDownAfterClass(): void {
		self::$shared?->stop();
		self::$shared = null;
		parent::tearDownAfterClass();
	}

	/**
	 * @param array<string, string> $settings
	 */
	protected function client( array $settings = [] ): Configuration {
		return Configuration::from( $settings + [ 'issuer' => $this->provider->issuer, 'client_id' => 'lernwelt', 'client_secret' => self::SECRET ], true );
	}

	protected function provider_access(): Provider {
		global $wpdb;
		return new Provider( new WordPressHttp(), new DocumentTable( $wpdb, $this->clock ), $this->clock );
	}

	protected function states(): StateTable {
		global $wpdb;
		return new StateTable( $wpdb, $this->clock, Core::services()->pseudonyms );
	}

	protected function endpoints(): Endpoints {
		global $wpdb;
		$provider = $this->provider_access();
		$tokens   = new TokenEndpoint( new WordPressHttp(), $provider );
		$url      = home_url( ... );
		return new Endpoints(
			new LoginEndpoints( new BeginLogin( $this->clients, $provider, $this->states(), $url ), new FinishLogin( $this->clients, $provider, $tokens, $this->states(), $url ), $this->used_receiver ),
			new LogoutEndpoints(
				new EndSession( $this->clients, $provider, $this->states(), $this->used_sessions, $url ),
				new TakeLogoutToken( $this->clients, $provider, new LogoutTokenTable( $wpdb, $this->clock, Core::services()->pseudonyms ), $this->used_sessions ),
				$this->states()
			),
			$this->limiter(),
			// The test's own transaction would hold the entries back.
			new AuditLog( new Transaction( new Savepoints( $wpdb ) ) ),
			new RefusalPage()
		);
	}

	/** Its windows end when the test's clock says so. */
	protected function limiter(): RateLimiter {
		global $wpdb;
		return new RateLimiter( new RateLimitTable( $wpdb ), $this->clock, 'secret' );
	}

	protected function renewal(): RenewTokens {
		$provider = $this->provider_access();
		return new RenewTokens( $this->clients, $provider, new TokenEndpoint( new WordPressHttp(), $provider ) );
	}

	/**
	 * Asks an address as the browser does.
	 *
	 * @param array<string, string> $form
	 * @param array<string, string> $headers
	 */
	protected function ask( string $address, string $method = 'GET', array $form = [], array $headers = [] ): Answer {
		$cookies = '' === $this->browser ? [] : [ self::COOKIE => $this->browser ];
		$request = new Request( $method, (string) parse_url( $address, PHP_URL_PATH ), self::query( $address ), $form, $cookies, $headers, '192.0.2.1' );
		$answer  = $this->endpoints()->answer( $request );
		self::assertInstanceOf( Answer::class, $answer );
		$this->browser = '' === $answer->browser ? $this->browser : $answer->browser;
		return $answer;
	}

	/** Logs in from the start; the answer is that of the last step that was reached. */
	protected function log_in( string $start = '/sso/start?weiter=%2Fziel%2F' ): Answer {
		$answer = $this->ask( $start );
		return str_starts_with( $answer->location, $this->provider->issuer ) ? $this->ask( $this->provider->authorize( $answer->location ) ) : $answer;
	}

	/** @return array<string, string> */
	protected static function query( string $address ): array {
		parse_str( (string) parse_url( $address, PHP_URL_QUERY ), $query );
		$texts = [];
		foreach ( $query as $name => $value ) {
			if ( is_string( $value ) ) {
				$texts[ (string) $name ] = $value;
			}
		}
		return $texts;
	}

	/**
	 * Everything of the database that a refused request must leave alone.
	 *
	 * @return array<string, string> Table → what is in it.
	 */
	protected static function rows_that_matter(): array {
		global $wpdb;
		$tables = $wpdb->get_col( "SHOW TABLES LIKE '{$wpdb->base_prefix}%'" );
		$rows   = [];
		foreach ( $tables as $table ) {
			$name = (string) $table;
			// What is under way, what the provider publishes, and counters: no people, no sessions.
			if ( 1 !== preg_match( '/(lw_sso_states|lw_sso_documents|lw_sso_logout_tokens|lw_rate_limit|lw_audit|lw_audit_marks|lw_operations_counters|sitemeta|options)$/', $name ) ) {
				$rows[ $name ] = md5( (string) json_encode( $wpdb->get_results( "SELECT * FROM `$name`", ARRAY_A ) ) ); // phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- the database's own list.
			}
		}
		self::assertArrayHasKey( $wpdb->users, $rows );
		return $rows;
	}

	/** Asserts what has to be true of every refusal. */
	protected function assert_refused( Answer $answer, string $area = 'login', string $about = '' ): string {
		self::assertSame( '', $answer->browser, "$about: no cookie" );
		self::assertSame( '', $answer->location, "$about: no redirect" );
		self::assertNotNull( $answer->page, "$about: a page" );
		self::assertSame( $answer->status, $answer->page->status );
		self::assertMatchesRegularExpression( '/Anmeldung|Bildungsserver|Abmeldung|abgemeldet/', $answer->page->title . $answer->page->html, "$about: German" );
		self::assertStringNotContainsString( 'alert(1)', $answer->page->html, "$about: nothing of the provider's words" );
		self::assertCount( 1, $this->audited, "$about: one entry in the audit log: " . implode( ', ', array_map( static fn ( AuditEvent $event ): string => $event->reason, $this->audited ) ) );
		self::assertSame( [ $area, 'refused' ], [ $this->audited[0]->area, $this->audited[0]->action ], $about );
		self::assertMatchesRegularExpression( '/^[a-z_]{4,}$/', $this->audited[0]->reason, $about );
		self::assertSame( [], $this->receiver->admitted, "$about: nobody gets in" );
		return $this->audited[0]->reason;
	}
}
