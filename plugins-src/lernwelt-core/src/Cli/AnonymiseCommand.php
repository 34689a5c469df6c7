<?php
/**
 * A copy for staging.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cli;

use Lernwelt\Core\Persistence\Anonymiser;
use WP_CLI;

/** Takes all personal data out of a copy of the network. */
final readonly class AnonymiseCommand {

	/**
	 * @param Anonymiser $anonymiser Does it.
	 */
	public function __construct( private Anonymiser $anonymiser ) {}

	/**
	 * Takes all personal data out of this network: accounts become "Person 17", bookings, mails, comments, sessions, logs and
	 * journals go, drafts too. Never on the real portals: it refuses where the environment is "production".
	 *
	 * ## OPTIONS
	 *
	 * [--yes]
	 * : Doesn't ask.
	 *
	 * @param list<string>        $args    Unused.
	 * @param array<string, bool> $options Options.
	 */
	public function __invoke( array $args, array $options ): void {
		if ( 'production' === wp_get_environment_type() ) {
			WP_CLI::error( 'These are the real portals: only a copy may lose its data. Use deploy/bin/staging-copy, which makes one.' );
		}
		WP_CLI::confirm( 'All personal data of this network will be gone. Go on?', $options );
		$done = $this->anonymiser->run();
		wp_cache_flush();
		WP_CLI::success( "{$done['accounts']} accounts renamed, {$done['emptied']} tables emptied, {$done['replaced']} texts that named somebody changed." );
	}
}
