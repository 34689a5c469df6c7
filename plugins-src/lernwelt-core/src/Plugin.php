<?php
/**
 * Composition root.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Lernwelt\Core\Cli\IndexCommand;
use Lernwelt\Core\Cli\MailCommand;
use Lernwelt\Core\Cli\MigrateCommand;
use Lernwelt\Core\Cli\NetworkCommand;
use Lernwelt\Core\Cli\RehostCommand;
use Lernwelt\Core\Delivery\Postman;
use Lernwelt\Core\Delivery\SmtpSettings;
use Lernwelt\Core\Delivery\SmtpTransport;
use Lernwelt\Core\Delivery\WaitingMails;
use Lernwelt\Core\I18n\AdminTranslations;
use Lernwelt\Core\I18n\FormalGerman;
use Lernwelt\Core\I18n\ScriptTranslations;
use Lernwelt\Core\Persistence\MailLogTable;
use Lernwelt\Core\Persistence\MailQueue;
use Lernwelt\Core\Persistence\Migrations\M0001CreateRateLimit;
use Lernwelt\Core\Persistence\Migrations\M0002CreateMailQueue;
use Lernwelt\Core\Persistence\Migrations\M0003CreateIndexAndLocks;
use Lernwelt\Core\Persistence\Migrations\M0006CreateMailLog;
use Lernwelt\Core\Rest\CsvResponse;
use Lernwelt\Core\Rest\ServerRefusals;
use WP_CLI;
use WP_Site;
use WP_User;

/** Builds the objects and holds every hook of this plugin. */
final class Plugin {

	/** Slug, name in the migration ledger. */
	public const SLUG = 'lernwelt-core';

	/**
	 * @param string   $file     Main file.
	 * @param Services $services Shared services.
	 */
	public function __construct(
		private readonly string $file,
		private readonly Services $services,
	) {}

	/** Hooks everything up. */
	public function register(): void {
		// First, so that it hears of what goes wrong in the rest.
		( new LogHooks( $this->services->clock ) )->register();
		$this->services->migrations->register( self::SLUG, new M0001CreateRateLimit(), new M0002CreateMailQueue(), new M0003CreateIndexAndLocks(), new M0006CreateMailLog() );

		add_action( 'init', fn () => load_muplugin_textdomain( 'lernwelt-core', basename( dirname( $this->file ) ) . '/build/languages' ) );
		add_action( 'load_textdomain', ( new AdminTranslations() )->load( ... ), 10, 2 );
		add_action( 'load_textdomain', ( new FormalGerman( dirname( $this->file ) . '/build/languages/sie-de_DE.l10n.php' ) )->load( ... ), 10, 2 );
		add_filter( 'load_script_translation_file', ScriptTranslations::file( ... ), 10, 3 );
		add_filter( 'rest_request_after_callbacks', ServerRefusals::translate( ... ), 10, 3 );
		// After those who still send headers.
		add_filter( 'rest_pre_serve_request', CsvResponse::serve( ... ), 20, 2 );
		add_filter( 'user_has_cap', fn ( array $granted, array $required, array $query, WP_User $user ): array => $this->services->capabilities->grant( $granted, array_values( $required ), $this->roles_of( $user ) ), 10, 4 );

		$this->register_portals();
		$this->register_migrations();
		$this->register_mail();
		$this->register_index();
		( new BlockHooks() )->register();
		( new SchoolHooks( $this->services ) )->register();
		( new RetentionHooks( $this->services ) )->register();
	}

	/** @return list<string> */
	private function roles_of( WP_User $user ): array {
		return 0 === $user->ID && $this->services->pupil->is_present() ? [ PupilPresence::ROLE ] : array_values( $user->roles );
	}

	private function register_portals(): void {
		$portals = $this->services->portals;

		add_action( 'update_option_blogname', static fn ( mixed $before, mixed $after ) => $portals->rename( get_current_blog_id(), (string) $after ), 10, 2 );
		add_action( 'wp_initialize_site', static fn ( WP_Site $site ) => $portals->rename( (int) $site->blog_id, (string) get_blog_option( (int) $site->blog_id, 'blogname' ) ), 11 );
		foreach ( [ 'wp_update_site', 'wp_delete_site', 'added_blog_meta', 'updated_blog_meta', 'deleted_blog_meta' ] as $change ) {
			add_action( $change, static fn () => $portals->forget() );
		}
	}

	private function register_migrations(): void {
		$runs = new MigrationHooks( $this->services->migrations );

		add_action( 'wp_initialize_site', static fn ( WP_Site $site ) => $runs->portal_created( (int) $site->blog_id ), 11 );
		add_action( 'activated_plugin', $runs->plugin_activated( ... ), 10, 2 );
		add_filter( 'wpmu_drop_tables', static fn ( array $tables, int $blog_id ): array => $runs->portal_tables( array_values( $tables ), $blog_id ), 10, 2 );
		add_action( 'wp_uninitialize_site', static fn ( WP_Site $site ) => $runs->portal_deleted( (int) $site->blog_id ), 11 );
	}

	private function register_mail(): void {
		global $wpdb;

		$transport = new SmtpTransport( SmtpSettings::from_constants() );
		$queue     = new MailQueue( $wpdb, $this->services->clock );
		$postman   = new Postman( $queue, new MailLogTable( $wpdb, $this->services->clock ), $transport, $this->services->clock );
		$sweep     = new Sweep( $postman, $this->services->mail_log, $this->services->rate_limiter );

		$this->services->personal_data->register( new WaitingMails( $queue ) );
		add_action( 'phpmailer_init', $transport->configure( ... ) );
		add_filter( 'wp_mail_from', $transport->from( ... ) );
		add_filter( 'wp_mail_from_name', $transport->from_name( ... ) );
		add_filter( 'cron_schedules', Sweep::interval( ... ) ); // phpcs:ignore WordPress.WP.CronInterval -- a mail shouldn't wait longer than a minute.
		add_action( Mailer::DELIVER, static fn () => $postman->deliver() );
		add_action( Sweep::HOOK, $sweep->run( ... ) );

		$this->register_commands( $queue, $postman );
	}

	private function register_index(): void {
		$indexer = $this->services->post_indexer;

		foreach ( [ 'wp_after_insert_post', 'add_attachment', 'edit_attachment', 'set_object_terms', 'deleted_term_relationships', 'deleted_post' ] as $change ) {
			add_action( $change, static fn ( int $post_id ) => $indexer->post_changed( $post_id ) );
		}
		foreach ( [ 'added_post_meta', 'updated_post_meta', 'deleted_post_meta' ] as $change ) {
			add_action( $change, static fn ( mixed $meta_id, int $post_id, string $key ) => $indexer->meta_changed( $post_id, $key ), 10, 3 );
		}
		add_action( 'edited_term', static fn ( int $term_id, int $tt_id, string $taxonomy ) => $indexer->term_changed( $term_id, $taxonomy ), 10, 3 );
		add_action( 'created_term', static fn ( int $term_id, int $tt_id, string $taxonomy ) => $indexer->term_changed( $term_id, $taxonomy ), 10, 3 );
		add_action( 'pre_delete_term', static fn ( int $term_id, string $taxonomy ) => $indexer->term_changed( $term_id, $taxonomy ), 10, 2 );
		add_action( 'shutdown', $indexer->flush_all( ... ), 5 );
		$this->services->index->before_reading( $indexer->flush( ... ) );
	}

	private function register_commands( MailQueue $queue, Postman $postman ): void {
		if ( ! defined( 'WP_CLI' ) || true !== constant( 'WP_CLI' ) ) {
			return;
		}
		WP_CLI::add_command( 'lernwelt migrate', new MigrateCommand( $this->services->migrations, $this->services->portals, $this->services->data_sources ) );
		WP_CLI::add_command( 'lernwelt mail', new MailCommand( $queue, $postman ) );
		WP_CLI::add_command( 'lernwelt index', new IndexCommand( $this->services->data_sources ) );
		WP_CLI::add_command( 'lernwelt network', NetworkCommand::class );
		WP_CLI::add_command( 'lernwelt rehost', RehostCommand::class );
	}
}
