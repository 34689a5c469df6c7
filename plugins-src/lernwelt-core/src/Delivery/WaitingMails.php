<?php
/**
 * Mails to a person that still wait.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Delivery;

use Lernwelt\Core\Persistence\MailQueue;
use Lernwelt\Core\Privacy\ErasureOutcome;
use Lernwelt\Core\Privacy\PersonalDataGroup;
use Lernwelt\Core\Privacy\PersonalDataSource;
use Lernwelt\Core\Privacy\Subject;
use Lernwelt\Core\Retention\Journal;
use Lernwelt\Core\Retention\JournalAction;
use Lernwelt\Core\Retention\RepeatableErasure;

/** Nobody gets a mail after their data were erased, also when the mail server was away before. */
final readonly class WaitingMails implements PersonalDataSource, RepeatableErasure {

	private const SOURCE = 'mails';

	/**
	 * @param MailQueue $queue Waiting mails of the current portal.
	 */
	public function __construct( private MailQueue $queue ) {}

	public function id(): string {
		return self::SOURCE;
	}

	public function label(): string {
		return __( 'Mails that are waiting to be sent', 'lernwelt-core' );
	}

	public function export( Subject $who ): array {
		$items = [];
		foreach ( $this->queue->to( $who->email ) as $id => $waiting ) {
			$items[ "mail-$id" ] = [
				__( 'Subject', 'lernwelt-core' )   => $waiting['mail']->subject,
				__( 'Text', 'lernwelt-core' )      => $waiting['mail']->text,
				__( 'Queued at', 'lernwelt-core' ) => get_date_from_gmt( $waiting['at'], 'd.m.Y H:i' ),
			];
		}
		return [] === $items ? [] : [ new PersonalDataGroup( self::SOURCE, $this->label(), $items ) ];
	}

	public function erase( Subject $who, Journal $journal ): ErasureOutcome {
		$ids = array_keys( $this->queue->to( $who->email ) );
		$this->erase_again( array_map( static fn ( int $id ): string => "mail:$id", $ids ), $journal );
		return new ErasureOutcome( count( $ids ) );
	}

	public function erase_again( array $objects, Journal $journal ): void {
		$gone = array_values( array_filter( $objects, fn ( string $object ): bool => $this->queue->drop( (int) substr( $object, strlen( 'mail:' ) ) ) ) );
		$journal->record( self::SOURCE, JournalAction::Erased, ...$gone );
	}
}
