<?php
/**
 * Mail queue on the command line.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cli;

use Lernwelt\Core\Delivery\Postman;
use Lernwelt\Core\Persistence\MailQueue;
use WP_CLI;

/** Shows and delivers the waiting mails of one portal. */
final class MailCommand {

	/**
	 * @param MailQueue $queue   Waiting mails.
	 * @param Postman   $postman Delivers.
	 */
	public function __construct(
		private readonly MailQueue $queue,
		private readonly Postman $postman,
	) {}

	/**
	 * Lists the waiting mails without anybody's data: attempts, times (UTC), last error.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : table, json or csv.
	 * ---
	 * default: table
	 * ---
	 *
	 * @param list<string>                             $args    Unused.
	 * @param array{format: 'table'|'json'|'csv'} $options Options.
	 */
	public function list( array $args, array $options ): void {
		WP_CLI\Utils\format_items( $options['format'], $this->queue->overview(), [ 'id', 'attempts', 'created_at', 'due_at', 'last_error' ] );
	}

	/** Delivers what is due now. */
	public function deliver(): void {
		$count   = $this->postman->deliver();
		$waiting = count( $this->queue->overview() );
		WP_CLI::success( "$count delivered, $waiting waiting." );
	}
}
