<?php
/**
 * What lernwelt-core offers to the other plugins.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Data\Index\IndexStore;
use Lernwelt\Core\Data\Index\PostIndexer;
use Lernwelt\Core\Health\HealthChecks;
use Lernwelt\Core\Holidays\SchoolHolidays;
use Lernwelt\Core\Metrics\Metrics;
use Lernwelt\Core\Privacy\PersonalData;
use Lernwelt\Core\Retention\Journal;
use Lernwelt\Core\Retention\Retention;
use Lernwelt\Core\Schools\Import\SchoolImport;
use Lernwelt\Core\Schools\Schools;

/** Read-only bag of the shared services; a plugin's composition root takes from it what its classes need. */
final class Services {

	/**
	 * @param Clock            $clock        The current time.
	 * @param Mailer           $mailer       The mail queue.
	 * @param MailLog          $mail_log     What became of the mails.
	 * @param SettingsRegistry $settings     Settings per portal.
	 * @param Capabilities     $capabilities Capabilities and their default roles.
	 * @param RateLimiter      $rate_limiter Counters against floods.
	 * @param Portals          $portals      The portals of this network.
	 * @param Migrations       $migrations   Tables and their changes.
	 * @param DataSources      $data_sources What the data view can show.
	 * @param Transaction      $transaction  All or nothing.
	 * @param Locks            $locks        One at a time.
	 * @param IndexStore       $index        The index of the data views.
	 * @param PostIndexer      $post_indexer Keeps the index of posts fresh.
	 * @param AuditLog         $audit        Takes security events.
	 * @param Pseudonyms       $pseudonyms   Keyed hashes in place of persons and tokens.
	 * @param PupilPresence    $pupil        Whether a pupil sent this request.
	 * @param Schools          $schools      The school register.
	 * @param SchoolImport     $school_import Takes a register over from a file.
	 * @param SchoolHolidays   $holidays     Days without lessons.
	 * @param Journal          $journal      What was erased or anonymised.
	 * @param Retention        $retention    Rules of what goes when.
	 * @param PersonalData     $personal_data Where personal data are.
	 * @param HealthChecks     $health       What is watched.
	 * @param Metrics          $metrics      Numbers for monitoring.
	 */
	public function __construct(
		public readonly Clock $clock,
		public readonly Mailer $mailer,
		public readonly MailLog $mail_log,
		public readonly SettingsRegistry $settings,
		public readonly Capabilities $capabilities,
		public readonly RateLimiter $rate_limiter,
		public readonly Portals $portals,
		public readonly Migrations $migrations,
		public readonly DataSources $data_sources,
		public readonly Transaction $transaction,
		public readonly Locks $locks,
		public readonly IndexStore $index,
		public readonly PostIndexer $post_indexer,
		public readonly AuditLog $audit,
		public readonly Pseudonyms $pseudonyms,
		public readonly PupilPresence $pupil,
		public readonly Schools $schools,
		public readonly SchoolImport $school_import,
		public readonly SchoolHolidays $holidays,
		public readonly Journal $journal,
		public readonly Retention $retention,
		public readonly PersonalData $personal_data,
		public readonly HealthChecks $health,
		public readonly Metrics $metrics,
	) {}
}
