<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Audit;

use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Security\Domain\Audit\ActorKind;
use Lernwelt\Security\Domain\Audit\Entry;
use Lernwelt\Security\Words\AuditCatalogue;
use Lernwelt\Security\Words\AuditWords;
use Lernwelt\Sso\Application\Protocol\FinishLogin;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\PortalPlugins;
use PHPUnit\Framework\Attributes\TestWith;
use ReflectionClassConstant;

/** The log says in German what the sources record: everything, and nothing that nobody records. */
final class CatalogueTest extends IntegrationTestCase {

	private const SOURCES = __DIR__ . '/../../../..';

	private const PLUGINS = [ 'lernwelt-booking', 'lernwelt-core', 'lernwelt-operations', 'lernwelt-security', 'lernwelt-sso' ];

	/** Events whose codes are put together: file → what it records. A file that isn't here must name its codes. */
	private const COMPOSED_EVENTS = [
		'AccountEvents.php'          => [ 'account/created', 'account/changed', 'account/deleted', 'account/joined', 'account/left', 'account/reset_requested', 'account/password_reset' ],
		'Approvals.php'              => [ 'approval/requested', 'approval/explained', 'approval/confirmed', 'approval/denied', 'approval/withdrawn', 'approval/expired', 'approval/outdated', 'approval/emergency' ],
		'Endpoints.php'              => [ 'login/refused', 'logout/refused' ],
		'ReadEvents.php'             => [ 'privacy/confirmed', 'privacy/exported', 'privacy/erased' ],
		'Reading.php'                => [ 'audit/read', 'audit/exported' ],
		'RoleAudit.php'              => [ 'role/granted', 'role/revoked' ],
		'SecondFactor.php'           => [ 'second-factor/enrolled', 'second-factor/reset', 'second-factor/codes_renewed', 'second-factor/recovery_used', 'second-factor/code_issued' ],
		'SettingEvents.php'          => [ 'setting/changed', 'plugin/activated', 'plugin/deactivated' ],
		'booking/BookSeat.php'       => [ 'booking/booked', 'booking/registered' ],
		'booking/BookingCommand.php' => [ 'people/read', 'export/downloaded' ],
		'core/Retention.php'         => [ 'retention/applied', 'retention/failed' ],
	];

	/** The same for reasons of `LoginRefused`; those of FinishLogin and ClaimRules are read as well. */
	private const COMPOSED_REASONS = [
		'ClaimRules.php'      => [ 'sub_invalid', 'sid_invalid', 'jti_invalid' ],
		'Endpoints.php'       => [ 'not_configured', 'configuration_issuer', 'configuration_auth_method', 'configuration_client_id', 'configuration_client_secret', 'configuration_private_key', 'configuration_scopes', 'configuration_algorithms' ],
		'FinishLogin.php'     => [ 'provider_error' ],
		'LogoutEndpoints.php' => [ 'logout_state_missing', 'logout_state_unknown', 'logout_state_used', 'logout_state_other_browser' ],
		'Provider.php'        => [ 'discovery_unavailable', 'discovery_malformed', 'keys_unavailable', 'keys_malformed' ],
		'SignedToken.php'     => [ 'signature_invalid', 'expired', 'not_yet_valid', 'token_malformed' ],
		'TakeLogoutToken.php' => [ 'issuer_invalid', 'audience_invalid' ],
	];

	/** Reasons that reach an event through a variable: file → pattern of the call that names them. */
	private const PASSED_REASONS = [
		'PasswordGate.php'   => '/\$this->record\( ([^;]*) \);/',
		'SecondStep.php'     => '/\$this->record\( ([^;]*) \);/',
		'TokenLinks.php'     => '/->check\( (\'[a-z_]+\')/',
		'AccountChanges.php' => '/->end\( ([^;]*) \);/',
		'Refusal.php'        => '/const \w+ += (\'[a-z_]+\')/',
	];

	protected function setUp(): void {
		parent::setUp();
		PortalPlugins::load( 'lernwelt-booking' );
	}

	public function test_every_event_that_is_recorded_has_german_words_and_no_other(): void {
		[ $events, $composed ] = self::events();
		self::assertSame( array_keys( self::COMPOSED_EVENTS ), $composed, 'These put their codes together: list them above.' );
		self::same_words( $events, AuditCatalogue::events( ... ) );
		$areas = array_unique( array_map( static fn ( string $event ): string => explode( '/', $event )[0], $events ) );
		self::assertSame( [], array_diff( $areas, array_keys( AuditCatalogue::areas() ) ) );
		self::assertSame( [], array_diff( array_keys( AuditCatalogue::areas() ), $areas ) );
	}

	public function test_every_reason_has_german_words_and_no_other(): void {
		[ $reasons, $composed ] = self::reasons();
		self::assertSame( array_keys( self::COMPOSED_REASONS ), $composed, 'These put their codes together: list them above.' );
		self::same_words( $reasons, AuditCatalogue::reasons( ... ) );
	}

	public function test_every_detail_that_is_recorded_has_a_name(): void {
		$names = [];
		foreach ( self::sources() as $code ) {
			preg_match_all( '/new AuditEvent\([^;]*?details: (\[[^;]*?\])/s', $code, $found );
			preg_match_all( "/'([a-z_]+)'\s*=>/", implode( ' ', $found[1] ), $keys );
			$names = [ ...$names, ...$keys[1] ];
		}
		self::assertContains( 'before', $names );
		self::assertSame( [], array_values( array_diff( $names, array_keys( AuditCatalogue::details() ) ) ) );
	}

	/** @param list<string> $words Expected. */
	#[TestWith( [ '{"after":"inherited","before":"no","capability":"edit_posts"}', [ 'nachher: wie sonst', 'vorher: nein', 'Recht: edit_posts' ] ] )]
	#[TestWith( [ '{"via":"local"}', [ 'über: lokales Konto' ] ] )]
	#[TestWith( [ '{"via":"sso"}', [ 'über: Bildungsserver' ] ] )]
	#[TestWith( [ '{"via":"carrier-pigeon"}', [ 'über: carrier-pigeon' ] ] )]
	public function test_values_are_said_in_german( string $details, array $words ): void {
		self::assertSame( $words, AuditWords::details( new Entry( 1, '2026-03-01 00:00:00', 1, 'role', 'changed', '', ActorKind::Guest->value, '', '', $details, '', '' ) ) );
	}

	/**
	 * @param list<string>                        $codes What is recorded.
	 * @param \Closure(): array<string, string> $words What the log knows.
	 */
	private static function same_words( array $codes, \Closure $words ): void {
		$german = $words();
		self::assertSame( [], array_values( array_diff( $codes, array_keys( $german ) ) ), 'The log would show the code.' );
		self::assertSame( [], array_values( array_diff( array_keys( $german ), $codes ) ), 'Nobody records this.' );
		switch_to_locale( 'en_US' );
		$english = $words();
		restore_previous_locale();
		self::assertSame( [], array_keys( array_intersect_assoc( $german, $english ) ), 'Not translated.' );
	}

	/** @return array{list<string>, list<string>} Codes, and files that put them together. */
	private static function events(): array {
		$codes    = array_merge( ...array_values( self::COMPOSED_EVENTS ) );
		$composed = [];
		foreach ( self::sources() as $file => $code ) {
			preg_match_all( "/new AuditEvent\(\s*([^,]+),\s*([^,)]+)/", $code, $found, PREG_SET_ORDER );
			foreach ( $found as [ , $area, $action ] ) {
				if ( 1 === preg_match( "/^'[a-z-]+'\|'[a-z_-]+'$/D", trim( $area ) . '|' . trim( $action ) ) ) {
					$codes[] = trim( $area, " '" ) . '/' . trim( $action, " '" );
				} else {
					$composed[] = $file;
				}
			}
		}
		return [ array_values( array_unique( $codes ) ), self::sorted( $composed ) ];
	}

	/** @return array{list<string>, list<string>} Codes, and files that put them together. */
	private static function reasons(): array {
		$codes    = array_merge( ...array_values( self::COMPOSED_REASONS ) );
		$composed = [];
		foreach ( CancelledBy::cases() as $by ) {
			$codes[] = $by->value;
		}
		foreach ( ( new ReflectionClassConstant( FinishLogin::class, 'ERRORS' ) )->getValue() as $error ) {
			$codes[] = "provider_$error";
		}
		foreach ( self::sources() as $file => $code ) {
			preg_match_all( "/new AuditEvent\(\s*[^,]+,\s*[^,]+,\s*+(?![a-z_]+:)([^,)]*)/", $code, $events );
			preg_match_all( '/new LoginRefused\( (.*?) \)(?=[;,\n ])/', $code, $refusals );
			foreach ( $refusals[1] as $reason ) {
				$is_plain = 1 === preg_match( "/^(?:[^\$]*\? )?(?:'[a-z_]+'|self::[A-Z_]+)(?: : (?:'[a-z_]+'|self::[A-Z_]+))?(?:, .*)?$/D", (string) preg_replace( '/^(?:null|\'\') === \$\w+ \? /', '', $reason ) );
				if ( ! $is_plain ) {
					$composed[] = $file;
				}
			}
			$said  = $events[1];
			$said  = 'Endpoints.php' === $file || isset( self::COMPOSED_REASONS[ $file ] ) ? [ ...$said, ...array_filter( $refusals[1], static fn ( string $reason ): bool => 1 === preg_match( "/^'[a-z_]+'(, .*)?$/D", $reason ) ) ] : [ ...$said, ...$refusals[1] ];
			preg_match_all( "/refuse_unless\( .*, '([a-z_]+)' \);/", 'ClaimRules.php' === $file ? $code : '', $rules );
			preg_match_all( self::PASSED_REASONS[ $file ] ?? '/(?!)/', $code, $passed );
			preg_match_all( "/'([a-z]+(?:_[a-z]+)*)'|self::([A-Z_]+)/", implode( ' ', [ ...$said, ...( $passed[1] ?? [] ) ] ), $found, PREG_SET_ORDER );
			foreach ( $found as $one ) {
				$name    = $one[2] ?? '';
				$codes[] = '' === $name ? $one[1] ?? '' : ( 1 === preg_match( "/const $name\s*= '([a-z_]+)'/", $code, $constant ) ? $constant[1] : $one[0] );
			}
			$codes = [ ...$codes, ...$rules[1] ];
		}
		return [ array_values( array_unique( $codes ) ), self::sorted( $composed ) ];
	}

	/** @return array<string, string> Name of the file → code. */
	private static function sources(): array {
		$sources = [];
		foreach ( self::PLUGINS as $plugin ) {
			foreach ( new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( self::SOURCES . "/$plugin/src", \FilesystemIterator::SKIP_DOTS ) ) as $file ) {
				$code = (string) file_get_contents( (string) $file );
				// The first two know each other's names; files of other plugins may be called alike.
				$name = ( in_array( $plugin, [ 'lernwelt-security', 'lernwelt-sso' ], true ) ? '' : substr( $plugin, 9 ) . '/' ) . basename( (string) $file );
				if ( 1 === preg_match( '/new (AuditEvent|LoginRefused)\(/', $code ) || isset( self::PASSED_REASONS[ $name ] ) ) {
					self::assertArrayNotHasKey( $name, $sources );
					$sources[ $name ] = $code;
				}
			}
		}
		return $sources;
	}

	/**
	 * @param list<string> $names Names.
	 * @return list<string>
	 */
	private static function sorted( array $names ): array {
		$names = array_unique( $names );
		sort( $names );
		return $names;
	}
}
