<?php
/**
 * What is watched.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\CurrentRequest;
use Lernwelt\Core\Logging\Log;
use Lernwelt\Core\Services;
use Lernwelt\Core\Sweep;
use Lernwelt\Operations\Admin\SiteHealth;
use Lernwelt\Operations\Application\AuditWords;
use Lernwelt\Operations\Application\Files;
use Lernwelt\Operations\Application\Heartbeats;
use Lernwelt\Operations\Application\Notes;
use Lernwelt\Operations\Application\ObjectCache;
use Lernwelt\Operations\Application\OnPortals;
use Lernwelt\Operations\Application\Release;
use Lernwelt\Operations\Application\Volumes;
use Lernwelt\Operations\Cli\HealthCommand;
use Lernwelt\Operations\Cli\OperationsCommand;
use Lernwelt\Operations\Cli\VerifyFilesCommand;
use Lernwelt\Operations\Health\BackupCheck;
use Lernwelt\Operations\Health\DatabaseCheck;
use Lernwelt\Operations\Health\DiskCheck;
use Lernwelt\Operations\Health\DrillCheck;
use Lernwelt\Operations\Health\FilesCheck;
use Lernwelt\Operations\Health\MailQueueCheck;
use Lernwelt\Operations\Health\MigrationsCheck;
use Lernwelt\Operations\Health\ObjectCacheCheck;
use Lernwelt\Operations\Health\RetentionCheck;
use Lernwelt\Operations\Health\ScheduleCheck;
use Lernwelt\Operations\Metrics\HealthMetrics;
use Lernwelt\Operations\Metrics\MailMetrics;
use Lernwelt\Operations\Metrics\NoteMetrics;
use Lernwelt\Operations\Metrics\ServerMetrics;
use Lernwelt\Operations\Persistence\CounterTable;
use Lernwelt\Operations\Persistence\Migrations\M0001CreateCounters;
use Lernwelt\Operations\Rest\MetricsToken;
use Lernwelt\Operations\Rest\OwnAddresses;
use RuntimeException;
use WP_CLI;

/** Checks, metrics, their addresses, Site Health and commands. */
final readonly class HealthHooks {

	/**
	 * @param Services $services Shared services.
	 */
	public function __construct( private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		$heartbeats = new Heartbeats( $this->services->clock, $this->services->health );
		$notes      = new Notes( $this->services->clock, $this->services->locks );
		$counters   = new CounterTable( $GLOBALS['wpdb'] );
		$is_local   = 'local' === wp_get_environment_type();

		$this->services->migrations->register( 'lernwelt-operations', new M0001CreateCounters() );
		$this->register_checks( $heartbeats, $notes, ! $is_local );
		$this->register_metrics( $heartbeats, $notes, $counters );

		add_filter( 'do_parse_request', $this->answer( ... ), 0 );
		add_filter( 'site_status_tests', ( new SiteHealth( $this->services->health, $is_local ) )->tests( ... ), 20 );
		// Before the other tasks of the minute: a mail server that lets them wait must not look like a stopped schedule.
		add_action( Sweep::HOOK, $heartbeats->beat( ... ), 0 );
		add_filter( 'lernwelt_audit_words', [ AuditWords::class, 'add' ], 10, 2 );
		add_action( AuditLog::ACTION, static fn ( AuditEvent $event ) => self::count( $counters, $event ) );

		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			WP_CLI::add_command( 'lernwelt health', new HealthCommand( $this->services->health, $this->services->portals ) );
			WP_CLI::add_command( 'lernwelt operations', new OperationsCommand( $notes ) );
			WP_CLI::add_command( 'lernwelt verify-files', new VerifyFilesCommand( Release::here(), new Files( untrailingslashit( ABSPATH ) ), $this->services->audit, $this->services->clock ) );
		}
	}

	private function register_checks( Heartbeats $heartbeats, Notes $notes, bool $in_service ): void {
		$health = $this->services->health;
		$clock  = $this->services->clock;

		$health->register( 'database', fn () => new DatabaseCheck( $this->services->mailer, $this->services->locks ) );
		$health->register( 'disk', static fn () => new DiskCheck( Volumes::here() ) );
		$health->register( 'object_cache', static fn () => new ObjectCacheCheck( ObjectCache::here() ) );
		$health->register( 'cron', static fn () => new ScheduleCheck( $heartbeats ) );
		$health->register( 'mail_queue', fn () => new MailQueueCheck( $this->services->mailer, $clock ) );
		$health->register( 'migrations', fn () => new MigrationsCheck( $this->services->migrations ) );
		$health->register( 'backup', static fn () => new BackupCheck( $notes, $clock, $in_service ) );
		$health->register( 'restore_drill', static fn () => new DrillCheck( $notes, $clock, $in_service ) );
		$health->register( 'files', static fn () => new FilesCheck( $clock ) );
		$health->register( 'retention', static fn () => new RetentionCheck( $clock, $in_service ) );
	}

	private function register_metrics( Heartbeats $heartbeats, Notes $notes, CounterTable $counters ): void {
		$metrics = $this->services->metrics;
		$clock   = $this->services->clock;
		$portals = new OnPortals( $this->services->portals );
		$server  = static fn (): ServerMetrics => new ServerMetrics( Volumes::here(), Release::here(), ObjectCache::here(), $counters, $clock );

		$metrics->register( 'health', fn () => ( new HealthMetrics( $this->services->health, $heartbeats, $portals ) )->collect() );
		$metrics->register( 'mail', fn () => ( new MailMetrics( $this->services->mailer, $clock, $portals ) )->collect() );
		$metrics->register( 'notes', static fn () => ( new NoteMetrics( $notes, $clock ) )->collect() );
		$metrics->register( 'server', static fn () => $server()->server() );
		$metrics->register( 'network', static fn () => $server()->network() );
	}

	/**
	 * Filter `do_parse_request`.
	 *
	 * @param bool $parse Whether WordPress should look for a page.
	 */
	private function answer( bool $parse ): bool {
		$path = strtok( CurrentRequest::address(), '?' );
		if ( OwnAddresses::READY !== $path && OwnAddresses::METRICS !== $path ) {
			return $parse;
		}
		$method        = CurrentRequest::server( 'REQUEST_METHOD' );
		$authorization = CurrentRequest::server( 'HTTP_AUTHORIZATION' );
		( new OwnAddresses( $this->services->health, $this->services->metrics, MetricsToken::here(), self::complain( ... ) ) )->answer( $path, $method, $authorization )?->send( 'HEAD' !== $method );
		return $parse;
	}

	/** A number that is missing is no reason to refuse anybody anything. */
	private static function count( CounterTable $counters, AuditEvent $event ): void {
		try {
			$counters->count( "{$event->area}/{$event->action}" );
		} catch ( RuntimeException $failure ) {
			self::complain( "An event could not be counted: {$failure->getMessage()}" );
		}
	}

	private static function complain( string $sentence ): void {
		Log::say( "lernwelt-operations: $sentence" );
	}
}
