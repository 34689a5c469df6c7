<?php
/**
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

namespace Lernwelt\Demo;

use Lernwelt\Booking\Domain\DateFacts;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Parts;
use Lernwelt\Core\Services;

/** Dates of events and who booked them. Written once, as nobody is written a mail about them; from then on they belong to the organisers. */
final class Dates {

	/** How long ago the first booking of a date was made, and how far apart they are. */
	private const FIRST = '-9 days';

	/**
	 * @param Ledger            $ledger   What was imported.
	 * @param DateRules         $rules    Turns rules into facts.
	 * @param Seats             $seats    Fills them.
	 * @param EventDates        $dates    Dates.
	 * @param Services          $services Services of lernwelt-core.
	 */
	private function __construct(
		private readonly Ledger $ledger,
		private readonly DateRules $rules,
		private readonly Seats $seats,
		private readonly EventDates $dates,
		private readonly Services $services
	) {}

	/**
	 * Puts the parts together.
	 *
	 * @param Ledger                                    $ledger   What was imported.
	 * @param list<array{name: string, school: string}> $people   Invented people.
	 * @param Services                                  $services Services of lernwelt-core.
	 */
	public static function of( Ledger $ledger, array $people, Services $services ): self {
		$parts = new Parts( $services );
		return new self( $ledger, new DateRules( $services->holidays, $services->clock->now(), wp_timezone() ), new Seats( $parts, $people ), $parts->dates(), $services );
	}

	/**
	 * Adds the dates of an event, all or none, unless they were added before or somebody deleted the event.
	 *
	 * @param string              $event Slug.
	 * @param array<array<mixed>> $rules Rules.
	 * @throws DemoError When a rule makes no date.
	 */
	public function import( string $event, array $rules ): Outcome {
		$id = $this->ledger->id( "post:event/$event" );
		if ( $this->ledger->has( "dates:$event" ) || null === get_post( $id ) ) {
			return Outcome::Kept;
		}
		$added = $this->services->transaction->run(
			function () use ( $event, $id, $rules ): array {
				$added = [];
				foreach ( $rules as $place => $rule ) {
					foreach ( $this->rules->facts( $rule, "$event, " . ( (int) $place + 1 ) ) as $facts ) {
						$added[] = $this->add( $id, $facts, $rule );
					}
				}
				$this->ledger->record( "dates:$event", $id );
				return $added;
			}
		);
		foreach ( $added as $date ) {
			do_action( Parts::DATE_CHANGED, $date );
		}
		return Outcome::Added;
	}

	/**
	 * @param int          $event Post.
	 * @param DateFacts    $facts Facts.
	 * @param array<mixed> $rule  Rule.
	 */
	private function add( int $event, DateFacts $facts, array $rule ): int {
		$now     = $this->services->clock->now();
		$written = min( $now, $facts->period->start )->modify( self::FIRST );
		$id      = $this->dates->add( $event, $facts, '', $written );
		$this->seats->fill( $id, $facts, $rule, $written, $now );
		if ( 'cancelled' === ( $rule['state'] ?? '' ) ) {
			$this->seats->call_off( $id, $now );
		}
		return $id;
	}
}
