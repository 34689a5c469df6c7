<?php
/**
 * Commands about requests that need a second person.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Cli;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Security\Application\Approvals\Approvals;
use Lernwelt\Security\Application\Approvals\FourEyes;
use Lernwelt\Security\Domain\Approvals\Approval;
use Lernwelt\Security\Domain\Approvals\ApprovalRefused;
use Lernwelt\Security\Domain\Approvals\ApprovalStore;
use Lernwelt\Security\Domain\Approvals\Topic;
use Lernwelt\Security\Words\ApprovalWords;
use WP_CLI;

/** Shows and decides requests that need a second person (four-eyes principle). */
final class ApprovalsCommand {

	/**
	 * @param Approvals     $approvals Requests.
	 * @param ApprovalStore $store     Keeps them.
	 * @param FourEyes      $four_eyes Where two people are needed.
	 * @param AuditLog      $audit     Takes events.
	 */
	public function __construct(
		private readonly Approvals $approvals,
		private readonly ApprovalStore $store,
		private readonly FourEyes $four_eyes,
		private readonly AuditLog $audit,
	) {}

	/**
	 * Lists requests, pending ones first, without names.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : table, json or csv.
	 * ---
	 * default: table
	 * ---
	 *
	 * @param list<string>                        $args    Unused.
	 * @param array{format: 'table'|'json'|'csv'} $options Options.
	 */
	public function list( array $args, array $options ): void {
		$rows = array_map(
			static fn ( Approval $one ): array => [
				'id'           => $one->id,
				'kind'         => $one->kind->value,
				'portal'       => $one->portal,
				'subject'      => $one->subject,
				'state'        => $one->state->value,
				'requested_by' => $one->requested_by,
				'requested_at' => $one->requested_at->format( 'Y-m-d H:i:s' ),
				'due'          => $one->due,
				'decided_by'   => $one->decided_by,
			],
			$this->store->list( null, 100 )
		);
		WP_CLI\Utils\format_items( $options['format'], $rows, [ 'id', 'kind', 'portal', 'subject', 'state', 'requested_by', 'requested_at', 'due', 'decided_by' ] );
	}

	/**
	 * Confirms a request as the account of --user, who must be another than who asked.
	 *
	 * ## OPTIONS
	 *
	 * <id>
	 * : Number of the request.
	 *
	 * [--emergency]
	 * : Confirms it although there is no second person. Stands in the audit log; everybody concerned gets a mail.
	 *
	 * @param array{0: string}         $args    Number.
	 * @param array{emergency?: true} $options Options.
	 */
	public function confirm( array $args, array $options ): void {
		$id = (int) $args[0];
		$this->attempt( fn (): Approval => isset( $options['emergency'] ) ? $this->approvals->confirm_alone( $id ) : $this->approvals->confirm( $id, self::me() ) );
	}

	/**
	 * Denies a request as the account of --user.
	 *
	 * ## OPTIONS
	 *
	 * <id>
	 * : Number of the request.
	 *
	 * --reason=<reason>
	 * : Why, for whoever asked.
	 *
	 * @param array{0: string}      $args    Number.
	 * @param array{reason: string} $options Options.
	 */
	public function deny( array $args, array $options ): void {
		$this->attempt( fn (): Approval => $this->approvals->deny( (int) $args[0], self::me(), $options['reason'] ) );
	}

	/**
	 * Shows where two people are needed, or switches it on or off. The audit log keeps each change.
	 *
	 * ## OPTIONS
	 *
	 * [<topic>]
	 * : rights, erasure or export.
	 *
	 * [<state>]
	 * : on or off.
	 *
	 * @param list<string> $args Topic and state.
	 */
	public function settings( array $args ): void {
		$topic = Topic::tryFrom( $args[0] ?? '' );
		$state = $args[1] ?? '';
		if ( [] !== $args ) {
			if ( null === $topic || ! in_array( $state, [ 'on', 'off' ], true ) ) {
				WP_CLI::error( 'Say rights, erasure or export, and on or off.' );
			}
			$this->four_eyes->set( $topic, 'on' === $state );
			$this->audit->record( new AuditEvent( 'approval', 'switched', portal: 0, details: [ 'topic' => $topic->value, 'on' => 'on' === $state ] ) );
		}
		foreach ( Topic::cases() as $one ) {
			WP_CLI::line( $one->value . ': ' . ( $this->four_eyes->is_on( $one ) ? 'on' : 'off' ) );
		}
	}

	/** @param \Closure(): Approval $deed What to do. */
	private function attempt( \Closure $deed ): void {
		try {
			$done = $deed();
		} catch ( ApprovalRefused $refused ) {
			WP_CLI::error( ApprovalWords::refusal( $refused ) );
		}
		WP_CLI::success( "Request $done->id: {$done->state->value}." );
	}

	private static function me(): int {
		if ( 0 === get_current_user_id() ) {
			WP_CLI::error( 'Say who acts: --user=NAME.' );
		}
		return get_current_user_id();
	}
}
