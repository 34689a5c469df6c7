<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Protocol;

use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Persistence\Protocol\StateTable;
use Lernwelt\Tests\Processes;
use PHPUnit\Framework\Attributes\DataProvider;

/** Authorization requests, states and the way back. */
final class LoginFlowTest extends ProtocolTestCase {

	public function test_every_request_has_state_nonce_and_pkce_of_its_own(): void {
		$first  = self::query( $this->ask( '/sso/start' )->location );
		$second = self::query( $this->ask( '/sso/start' )->location );
		foreach ( [ 'state', 'nonce', 'code_challenge' ] as $name ) {
			// 43 letters of base64url are 256 bits.
			self::assertMatchesRegularExpression( '/^[A-Za-z0-9_-]{43}$/', $first[ $name ] );
			self::assertNotSame( $first[ $name ], $second[ $name ] );
		}
		self::assertSame(
			[ 'code', 'lernwelt', home_url( '/sso/callback' ), 'openid profile email lernwelt', 'S256' ],
			[ $first['response_type'], $first['client_id'], $first['redirect_uri'], $first['scope'], $first['code_challenge_method'] ]
		);
		self::assertArrayNotHasKey( 'prompt', $first );
		self::assertCount( 3, array_unique( [ $first['state'], $first['nonce'], $first['code_challenge'] ] ) );
	}

	public function test_nothing_of_the_request_lies_readable_in_the_table(): void {
		global $wpdb;
		$query = self::query( $this->ask( '/sso/start?weiter=%2Fgeheimer-weg%2F' )->location );
		$rows  = (string) json_encode( $wpdb->get_results( "SELECT * FROM {$wpdb->base_prefix}lw_sso_states", ARRAY_A ) );
		foreach ( [ $query['state'], $query['nonce'], $query['code_challenge'], $this->browser, 'geheimer-weg' ] as $secret ) {
			self::assertStringNotContainsString( $secret, $rows );
		}
		self::assertStringContainsString( 'browser_key', $rows );
	}

	public function test_several_tabs_share_a_browser_and_each_goes_its_way(): void {
		$first   = $this->ask( '/sso/start?weiter=%2Feins%2F' );
		$browser = $this->browser;
		$second  = $this->ask( '/sso/start?weiter=%2Fzwei%2F' );
		self::assertSame( '', $second->browser, 'the cookie of the first tab stays' );
		self::assertSame( $browser, $this->browser );
		self::assertSame( home_url( '/zwei/' ), $this->ask( $this->provider->authorize( $second->location ) )->location );
		self::assertSame( home_url( '/eins/' ), $this->ask( $this->provider->authorize( $first->location ) )->location );
		self::assertCount( 2, $this->receiver->admitted );
	}

	public function test_a_state_works_once(): void {
		$callback = $this->provider->authorize( $this->ask( '/sso/start' )->location );
		self::assertSame( 302, $this->ask( $callback )->status );
		$this->receiver->admitted = [];
		self::assertSame( 'state_used', $this->assert_refused( $this->ask( $callback ) ) );
	}

	public function test_a_state_works_in_its_own_browser_only(): void {
		$callback = $this->provider->authorize( $this->ask( '/sso/start' )->location );
		$mine     = $this->browser;
		foreach ( [ '', str_repeat( 'A', 43 ), 'no secret' ] as $foreign ) {
			$this->audited = [];
			$this->browser = $foreign;
			self::assertSame( 'state_other_browser', $this->assert_refused( $this->ask( $callback ) ) );
		}
		$this->browser = $mine;
		self::assertSame( 302, $this->ask( $callback )->status, 'strangers have not used it up' );
	}

	public function test_a_state_works_on_its_own_portal_only(): void {
		$callback = $this->provider->authorize( $this->ask( '/sso/start' )->location );
		$this->go_to_portal( 'lernorte' );
		self::assertSame( 'state_unknown', $this->assert_refused( $this->ask( $callback ) ) );
	}

	public function test_a_state_for_logging_out_begins_no_session(): void {
		$this->sessions->id_token = '';
		$state                    = self::query( $this->ask( '/sso/logout', 'POST', [], [ 'sec-fetch-site' => 'same-origin' ] )->location )['state'];
		self::assertSame( 'state_unknown', $this->assert_refused( $this->ask( '/sso/callback?code=x&state=' . $state ) ) );
	}

	public function test_an_expired_state_restarts_the_login_once(): void {
		$callback = $this->provider->authorize( $this->ask( '/sso/start?weiter=%2Fziel%2F' )->location );
		$this->clock->advance( '+601 seconds' );
		$again = $this->ask( $callback );
		self::assertStringStartsWith( $this->provider->issuer . '/auth?', $again->location );
		self::assertSame( [], $this->audited, 'no error' );
		$callback = $this->provider->authorize( $again->location );
		$this->clock->advance( '+601 seconds' );
		self::assertSame( 'state_expired', $this->assert_refused( $this->ask( $callback ) ) );
	}

	public function test_a_restarted_login_arrives_where_the_first_one_was_going(): void {
		$callback = $this->provider->authorize( $this->ask( '/sso/start?weiter=%2Fziel%2F' )->location );
		$this->clock->advance( '+601 seconds' );
		$again = $this->provider->authorize( $this->ask( $callback )->location );
		$this->clock->advance( '-601 seconds' );
		self::assertSame( home_url( '/ziel/' ), $this->ask( $again )->location );
	}

	public function test_long_expired_states_are_deleted(): void {
		global $wpdb;
		$this->ask( '/sso/start' );
		$count = static fn (): int => (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->base_prefix}lw_sso_states" );
		$this->clock->advance( '+1 hour' );
		$this->states()->purge();
		self::assertSame( 1, $count() );
		$this->clock->advance( '+1 day' );
		$this->states()->purge();
		self::assertSame( 0, $count() );
	}

	#[DataProvider( 'foreign_paths' )]
	public function test_nobody_is_led_away_from_the_portal( string $path ): void {
		self::assertSame( home_url( '/' ), $this->log_in( '/sso/start?weiter=' . rawurlencode( $path ) )->location );
	}

	/** @return list<array{string}> */
	public static function foreign_paths(): array {
		return [ [ '//evil.example' ], [ 'https://evil.example/' ], [ '/\\evil.example' ], [ "/\tevil" ], [ 'javascript:alert(1)' ], [ '/' . str_repeat( 'a', 3000 ) ], [ "/x\r\nSet-Cookie: a=b" ] ];
	}

	public function test_a_silent_login_asks_nothing_and_comes_back_without_an_error(): void {
		$this->provider->play( 'oidcc-client-test', [ 'loggedOut' => true ] );
		$start = $this->ask( '/sso/start?still=1&weiter=%2Fziel%2F' );
		self::assertSame( 'none', self::query( $start->location )['prompt'] );
		$answer = $this->ask( $this->provider->authorize( $start->location ) );
		self::assertSame( add_query_arg( 'weiter', rawurlencode( '/ziel/' ), home_url( '/anmelden/' ) ), $answer->location );
		self::assertSame( [ [], [] ], [ $this->audited, $this->receiver->admitted ] );
	}

	public function test_a_silent_login_lets_in_who_is_logged_in_there(): void {
		self::assertSame( home_url( '/ziel/' ), $this->log_in( '/sso/start?still=1&weiter=%2Fziel%2F' )->location );
	}

	public function test_other_errors_of_a_silent_login_are_errors(): void {
		$this->provider->play( 'error-access_denied' );
		self::assertSame( 'provider_access_denied', $this->assert_refused( $this->log_in( '/sso/start?still=1' ) ) );
	}

	public function test_an_unreachable_provider_is_said_in_german_and_not_asked_again_at_once(): void {
		$this->provider->play( 'oidcc-client-test', [ 'dead' => [ 'discovery' ] ] );
		$answer = $this->ask( '/sso/start' );
		self::assertSame( [ 503, 'provider_unreachable' ], [ $answer->status, $this->assert_refused( $answer ) ] );
		self::assertStringContainsString( 'Wer schon angemeldet ist, kann weiterarbeiten', $answer->page->html ?? '' );
		self::assertFalse( $this->provider_access()->is_reachable( $this->client() ) );

		$this->ask( '/sso/start' );
		self::assertCount( 1, $this->provider->log( 'discovery' ) );
		self::assertSame( home_url( '/anmelden/' ), $this->ask( '/sso/start?still=1' )->location );

		$this->provider->play( 'oidcc-client-test' );
		$this->clock->advance( '+16 seconds' );
		self::assertSame( 302, $this->ask( '/sso/start' )->status );
		self::assertTrue( $this->provider_access()->is_reachable( $this->client() ) );
	}

	public function test_without_configuration_the_page_says_so(): void {
		$this->clients->client = null;
		$answer                = $this->ask( '/sso/start' );
		self::assertSame( [ 503, 'not_configured' ], [ $answer->status, $this->assert_refused( $answer ) ] );
		self::assertStringContainsString( 'noch nicht eingerichtet', $answer->page->html ?? '' );
	}

	public function test_who_may_not_get_in_gets_a_page_and_one_entry(): void {
		$this->receiver->refuses = new LoginRefused( 'not_welcome', 403 );
		$answer                  = $this->log_in();
		self::assertSame( [ 403, 'not_welcome' ], [ $answer->status, $this->assert_refused( $answer ) ] );
		self::assertStringContainsString( 'Code für die Hilfe: not_welcome', $answer->page->html ?? '' );
	}

	public function test_trying_again_leads_to_the_page_where_the_login_began(): void {
		$again = esc_url( add_query_arg( 'weiter', rawurlencode( '/ziel/' ), home_url( '/anmelden/' ) ) );
		$this->receiver->refuses = new LoginRefused( 'not_welcome', 403 );
		self::assertStringContainsString( $again, $this->log_in()->page->html ?? '', 'refused by the receiver' );
		$this->provider->play( 'error-access_denied' );
		self::assertStringContainsString( $again, $this->log_in()->page->html ?? '', 'cancelled at the provider' );

		$callback = $this->provider->authorize( $this->ask( '/sso/start?weiter=%2Fziel%2F' )->location );
		$this->clock->advance( '+601 seconds' );
		$callback = $this->provider->authorize( $this->ask( $callback )->location );
		$this->clock->advance( '+601 seconds' );
		self::assertStringContainsString( $again, $this->ask( $callback )->page->html ?? '', 'took too long twice' );

		$this->provider->play( 'oidcc-client-test', [ 'dead' => [ 'discovery' ] ] );
		$this->clock->advance( '+2 days' );
		self::assertStringContainsString( $again, $this->ask( '/sso/start?weiter=%2Fziel%2F' )->page->html ?? '', 'no provider' );
		$this->clients->client = null;
		self::assertStringContainsString( $again, $this->ask( '/sso/start?weiter=%2Fziel%2F' )->page->html ?? '', 'no configuration' );
		self::assertStringNotContainsString( 'evil', $this->ask( '/sso/start?weiter=%2F%2Fevil.example' )->page->html ?? '' );
	}

	public function test_unknown_keys_are_fetched_once_a_minute_whatever_comes(): void {
		$this->log_in();
		$this->provider->play( 'unknown-kid' );
		for ( $i = 0; $i < 3; ++$i ) {
			self::assertSame( 400, $this->log_in()->status );
		}
		self::assertCount( 1, $this->provider->log( 'jwks' ) );
		$this->clock->advance( '+60 seconds' );
		$this->log_in();
		self::assertCount( 2, $this->provider->log( 'jwks' ) );
	}

	public function test_tokens_with_an_unknown_key_keep_nobody_from_a_new_one(): void {
		$this->log_in();
		$this->provider->play( 'unknown-kid' );
		self::assertSame( 400, $this->log_in()->status );
		$this->provider->play( 'oidcc-client-test', [ 'clientSecret' => self::SECRET, 'rotate' => true ] );
		$this->clock->advance( '+4 seconds' );
		self::assertSame( 400, $this->log_in()->status, 'the provider gets a breath' );
		self::assertCount( 0, $this->provider->log( 'jwks' ) );
		$this->clock->advance( '+1 second' );
		self::assertSame( 302, $this->log_in()->status );
		self::assertCount( 1, $this->provider->log( 'jwks' ) );
	}

	public function test_keys_and_configuration_are_fetched_once_for_many_logins(): void {
		foreach ( range( 1, 3 ) as $i ) {
			self::assertSame( 302, $this->log_in()->status );
		}
		self::assertCount( 1, $this->provider->log( 'jwks' ) );
		self::assertCount( 1, $this->provider->log( 'discovery' ) );
	}

	public function test_the_access_token_goes_in_the_header_and_the_secret_nowhere_else(): void {
		$this->log_in();
		$userinfo = $this->provider->log( 'userinfo' )[0];
		self::assertSame( 'Bearer ' . $this->receiver->admitted[0]->tokens->access_token, $userinfo['authorization'] );
		self::assertSame( [ [], [] ], [ $userinfo['query'], $userinfo['form'] ] );
		$token = $this->provider->log( 'token' )[0];
		self::assertSame( 'Basic ' . base64_encode( 'lernwelt:' . self::SECRET ), $token['authorization'] );
		self::assertSame( [ 'authorization_code', home_url( '/sso/callback' ) ], [ $token['form']['grant_type'], $token['form']['redirect_uri'] ] );
		self::assertArrayNotHasKey( 'client_secret', $token['form'] );
	}

	public function test_a_flood_is_answered_in_german_and_leaves_no_entries(): void {
		$limiter = $this->limiter();
		for ( $i = 0; $i < 3000; ++$i ) {
			$limiter->hit( 'sso', '192.0.2.1', 3000, 600 );
		}
		$answer = $this->ask( '/sso/start' );
		self::assertSame( [ 429, '600', [] ], [ $answer->status, $answer->headers['Retry-After'] ?? '', $this->audited ] );
		self::assertStringContainsString( 'zu viele Anmeldeversuche', $answer->page->html ?? '' );
	}

	public function test_nobody_can_fill_the_audit_log(): void {
		$limiter = $this->limiter();
		for ( $i = 0; $i < 299; ++$i ) {
			$limiter->hit( 'sso-refused', '192.0.2.1', 300, 600 );
		}
		self::assertSame( [ 400, 400 ], [ $this->ask( '/sso/callback?state=a' )->status, $this->ask( '/sso/callback?state=b' )->status ] );
		self::assertCount( 1, $this->audited );
	}

	public function test_other_methods_begin_nothing(): void {
		global $wpdb;
		self::assertSame( 405, $this->ask( '/sso/start', 'POST' )->status );
		self::assertSame( 405, $this->ask( '/sso/logout' )->status );
		self::assertSame( 405, $this->ask( '/sso/backchannel-logout' )->status );
		self::assertSame( 200, $this->ask( '/sso/start', 'HEAD' )->status );
		self::assertSame( '0', $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->base_prefix}lw_sso_states" ) );
		self::assertSame( 0, $this->sessions->ended );
	}

	public function test_two_processes_with_one_state_let_exactly_one_through(): void {
		$this->work_without_rollback();
		$secret = str_repeat( 'b', 43 );
		$state  = str_repeat( 's', 43 );
		$code   = '
			global $wpdb;
			$services = \Lernwelt\Core\Core::services();
			$table    = new ' . StateTable::class . '( $wpdb, $services->clock, $services->pseudonyms );
			$login    = \Lernwelt\Sso\Domain\Protocol\StateKind::Login;
			for ( $i = 0; $i < 20; ++$i ) {
				$state = substr( ( 10 + $i ) . "' . $state . '", 0, 43 );
				%s
			}';
		$keep   = '$table->keep( $login, new \Lernwelt\Sso\Domain\Protocol\LoginSecrets( $state, "' . $secret . '" ), "' . $secret . '", new \Lernwelt\Sso\Domain\Protocol\PendingLogin( "/" ) );';
		$take   = 'try { $table->take( $login, $state, "' . $secret . '" ); echo "y"; } catch ( \Lernwelt\Sso\Domain\LoginRefused $refused ) { echo "state_used" === $refused->reason ? "n" : "?"; }';
		Processes::run( 1, sprintf( $code, $keep ) );
		$results = Processes::run( 3, sprintf( $code, $take ) );
		for ( $i = 0; $i < 20; ++$i ) {
			$letters = array_map( static fn ( string $result ): string => $result[ $i ], $results );
			sort( $letters );
			self::assertSame( [ 'n', 'n', 'y' ], $letters, implode( ' ', $results ) );
		}
	}
}
