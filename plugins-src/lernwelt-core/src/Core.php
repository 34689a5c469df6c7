<?php
/**
 * Entrance for the other plugins.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Data\Index\IndexStore;
use Lernwelt\Core\Data\Index\PostIndexer;
use Lernwelt\Core\Health\HealthChecks;
use Lernwelt\Core\Holidays\HolidaySetting;
use Lernwelt\Core\Holidays\SchoolHolidays;
use Lernwelt\Core\Metrics\Metrics;
use Lernwelt\Core\Persistence\IndexSources;
use Lernwelt\Core\Persistence\IndexTable;
use Lernwelt\Core\Persistence\JournalTable;
use Lernwelt\Core\Persistence\Ledger;
use Lernwelt\Core\Persistence\LockTable;
use Lernwelt\Core\Persistence\MailLogTable;
use Lernwelt\Core\Persistence\MailQueue;
use Lernwelt\Core\Persistence\PortalTable;
use Lernwelt\Core\Persistence\RateLimitTable;
use Lernwelt\Core\Persistence\Savepoints;
use Lernwelt\Core\Persistence\SchoolTable;
use Lernwelt\Core\Privacy\PersonalData;
use Lernwelt\Core\Retention\Journal;
use Lernwelt\Core\Retention\JournalFile;
use Lernwelt\Core\Retention\Retention;
use Lernwelt\Core\Schools\Import\SchoolImport;

/** Hands out the one set of services of this request. */
final class Core {

	private static ?Services $services = null;

	/** The services, built at the first call. Only a plugin's main file calls this; classes get what they need handed in. */
	public static function services(): Services {
		return self::$services ??= self::build();
	}

	private static function build(): Services {
		global $wpdb;

		$clock   = new SystemClock();
		$schemas = new SchemaCheck();
		$sources = new DataSources();

		$transaction = new Transaction( new Savepoints( $wpdb ) );
		$mail_log    = new MailLogTable( $wpdb, $clock );
		$locks       = new Locks( new LockTable( $wpdb ), $clock );
		$index       = new IndexStore( new IndexTable( $wpdb ), new IndexSources( $wpdb ), $transaction, $locks );

		$schools     = new SchoolTable( $wpdb );
		$audit       = new AuditLog( $transaction );
		$journal     = new Journal( new JournalTable( $wpdb ), $transaction, $clock, bin2hex( random_bytes( 16 ) ), JournalFile::configured() );

		return new Services(
			clock: $clock,
			mailer: new Mailer( new MailQueue( $wpdb, $clock ), $mail_log, $transaction ),
			mail_log: new MailLog( $mail_log, $clock ),
			settings: new SettingsRegistry( $schemas ),
			capabilities: new Capabilities(),
			rate_limiter: new RateLimiter( new RateLimitTable( $wpdb ), $clock, AUTH_KEY . AUTH_SALT ),
			portals: new Portals( new PortalTable( $wpdb ) ),
			migrations: new Migrations( new Ledger( $wpdb ), $clock ),
			data_sources: $sources,
			transaction: $transaction,
			locks: $locks,
			index: $index,
			post_indexer: new PostIndexer( $sources, $index, get_current_blog_id() ),
			audit: $audit,
			pseudonyms: new Pseudonyms( AUTH_KEY . AUTH_SALT ),
			pupil: new PupilPresence(),
			schools: $schools,
			school_import: new SchoolImport( $schools, $transaction, $audit ),
			holidays: new SchoolHolidays( HolidaySetting::list( ... ) ),
			journal: $journal,
			retention: new Retention( $journal, $audit ),
			personal_data: new PersonalData( $transaction, $journal ),
			health: new HealthChecks( static fn (): int => intdiv( hrtime( true ), 1_000_000 ) ),
			metrics: new Metrics(),
		);
	}
}
