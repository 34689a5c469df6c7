<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Calendar;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Address;
use Lernwelt\Core\Calendar\Invitation;
use Lernwelt\Core\Calendar\InvitationMethod;
use Lernwelt\Core\Calendar\Period;

/**
 * Entries with what is to be found in their files. tests/fixtures/invitations.json holds both for tests/js, which
 * reads them with another library; `php …/tests/fixtures/invitations.php` writes it.
 *
 * @phpstan-type Facts array{method: string, sequence: int, start: string, end: string, zone: string, summary: string, description: string, location: string, url: string, attendee: string}
 */
final class InvitationCases {

	/** What all have unless they say otherwise; `zone` is empty for whole days. */
	private const FACTS = [
		'method'      => 'REQUEST',
		'sequence'    => 0,
		'start'       => '2026-12-03T13:00:00Z',
		'end'         => '2026-12-03T15:30:00Z',
		'zone'        => 'Europe/Berlin',
		'summary'     => 'Lesen lernen – mit Hund',
		'description' => '',
		'location'    => '',
		'url'         => '',
		'attendee'    => 'Zoë Groß',
	];

	/**
	 * @return array<string, Facts> By name.
	 */
	public static function all(): array {
		$cases = [
			'long German text'                => [
				'summary'     => 'Übergänge gestalten: Größe, Maß und Zahl; von der Kita in die Grundschule (für Lehrkräfte, Erzieherinnen und Erzieher) – „Fortbildung“ \\ Teil 1',
				'description' => str_repeat( "Liebe Kolleginnen und Kollegen 👩🏽‍🏫, bitte bringen Sie mit:\n- Papier; Stifte, Kleber\n- C:\\Daten\\neu \\n kein Umbruch\n\n", 8 ) . 'Grüße aus Köthen 😀',
				'location'    => 'Gymnasium „Francisceum“, Weinberg 1, 39261 Zerbst/Anhalt; Raum 3',
				'url'         => 'https://startchancen.example.org/veranstaltungen/uebergaenge/?termin=17&von=a,b;c',
				'attendee'    => "Dr. Zoë O'Neil-Groß, \"Zo\": 😀",
			],
			'a change in summer'              => [ 'sequence' => 3, 'start' => '2026-07-01T07:00:00Z', 'end' => '2026-07-01T07:01:00Z' ],
			'the night that loses an hour'    => [ 'start' => '2026-03-28T21:00:00Z', 'end' => '2026-03-29T04:00:00Z' ],
			'right after the lost hour'       => [ 'start' => '2026-03-29T01:00:00Z', 'end' => '2026-03-29T02:00:00Z' ],
			'the night that gains an hour'    => [ 'start' => '2026-10-24T21:00:00Z', 'end' => '2026-10-25T05:00:00Z' ],
			'within the hour that comes back' => [ 'start' => '2026-10-25T00:30:00Z', 'end' => '2026-10-25T01:30:00Z' ],
			'until the hour that comes back'  => [ 'start' => '2026-10-24T22:00:00Z', 'end' => '2026-10-25T01:59:59Z' ],
			'right after that hour'           => [ 'start' => '2026-10-25T02:00:00Z', 'end' => '2026-10-25T03:00:00Z' ],
			'over midnight and the year'      => [ 'start' => '2026-12-31T22:30:00Z', 'end' => '2027-01-01T00:15:00Z' ],
			'several days with their nights'  => [ 'start' => '2027-03-26T08:00:00Z', 'end' => '2027-03-29T13:00:00Z' ],
			'another zone'                    => [ 'zone' => 'Europe/London', 'start' => '2026-06-03T13:00:00Z', 'end' => '2026-06-03T14:00:00Z' ],
			'one whole day'                   => [ 'zone' => '', 'start' => '2026-03-29', 'end' => '2026-03-29' ],
			'whole days around the new year'  => [ 'zone' => '', 'start' => '2026-12-30', 'end' => '2027-01-02' ],
			'a leap day'                      => [ 'zone' => '', 'start' => '2028-02-29', 'end' => '2028-02-29' ],
			'a cancellation'                  => [ 'method' => 'CANCEL', 'sequence' => 4 ],
			'for everybody'                   => [ 'method' => 'PUBLISH', 'attendee' => '' ],
		];
		return array_map( static fn ( array $facts ): array => [ ...self::FACTS, ...$facts ], $cases );
	}

	/**
	 * @param Facts $facts Facts of a case.
	 */
	public static function invitation( array $facts ): Invitation {
		$period = '' === $facts['zone'] ? Period::days( $facts['start'], $facts['end'] ) : Period::of( new DateTimeImmutable( $facts['start'] ), new DateTimeImmutable( $facts['end'] ), new DateTimeZone( $facts['zone'] ) );
		return new Invitation(
			uid: 'booking-17@startchancen.example.org',
			sequence: $facts['sequence'],
			method: InvitationMethod::from( $facts['method'] ),
			period: $period,
			summary: $facts['summary'],
			organizer: new Address( 'lisa@example.org', 'Landesinstitut: Schulqualität, Lehrerbildung' ),
			stamp: new DateTimeImmutable( '2026-11-22 08:00:00', new DateTimeZone( 'Europe/Berlin' ) ),
			attendee: '' === $facts['attendee'] ? null : new Address( 'zoe.gross+kurs@example.org', $facts['attendee'] ),
			description: $facts['description'],
			location: $facts['location'],
			url: $facts['url'],
		);
	}

	/** What the fixture has to hold. */
	public static function json(): string {
		$cases = [];
		foreach ( self::all() as $name => $facts ) {
			$cases[] = [ 'name' => $name, 'facts' => $facts, 'file' => self::invitation( $facts )->text() ];
		}
		return json_encode( $cases, JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) . "\n";
	}
}
