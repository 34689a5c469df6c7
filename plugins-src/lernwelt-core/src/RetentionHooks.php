<?php
/**
 * Retention and requests of people.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Lernwelt\Core\Cli\AnonymiseCommand;
use Lernwelt\Core\Cli\JournalCommand;
use Lernwelt\Core\Persistence\Anonymiser;
use Lernwelt\Core\Cli\RetentionCommand;
use Lernwelt\Core\Persistence\JournalTable;
use Lernwelt\Core\Persistence\Migrations\M0005CreateErasureJournal;
use Lernwelt\Core\Persistence\RestoredData;
use Lernwelt\Core\Privacy\PersonalDataTools;
use Lernwelt\Core\Retention\Accounts;
use Lernwelt\Core\Retention\RepeatableErasure;
use Lernwelt\Core\Retention\Replay;
use WP_CLI;

/** Journal, command and WordPress's own tools for requests of people. */
final readonly class RetentionHooks {

	/**
	 * @param Services $services Shared services.
	 */
	public function __construct( private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		$this->services->migrations->register( Plugin::SLUG, new M0005CreateErasureJournal() );

		$tools = new PersonalDataTools( $this->services->personal_data );
		add_filter( 'wp_privacy_personal_data_exporters', $tools->exporters( ... ) );
		add_filter( 'wp_privacy_personal_data_erasers', $tools->erasers( ... ) );
		$accounts = new Accounts( $this->services->journal, $this->services->transaction );
		add_action( 'deleted_user', $accounts->deleted( ... ) );
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			WP_CLI::add_command( 'lernwelt retention', new RetentionCommand( $this->services->retention, $this->services->portals, $this->services->clock ) );
			WP_CLI::add_command( 'lernwelt journal', $this->journal_command( $accounts ) );
			WP_CLI::add_command( 'lernwelt anonymise', new AnonymiseCommand( new Anonymiser( $GLOBALS['wpdb'] ) ) );
		}
	}

	private function journal_command( Accounts $accounts ): JournalCommand {
		global $wpdb;
		$services = $this->services;
		$table    = new JournalTable( $wpdb );
		$sources  = static fn (): array => [ $accounts, ...array_values( array_filter( $services->personal_data->all(), static fn ( object $one ): bool => $one instanceof RepeatableErasure ) ) ];
		return new JournalCommand( $table, new Replay( $table, $services->transaction, $services->journal->new_run(), $sources ), new RestoredData( $wpdb ), $services->portals );
	}
}
