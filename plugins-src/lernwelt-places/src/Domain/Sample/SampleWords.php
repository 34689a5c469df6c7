<?php
/**
 * Words that invented places are made of.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Sample;

/** Lists for {@see SamplePlaces}: long enough for many different titles, with umlauts at the beginning, ß and signs that need quoting. */
final readonly class SampleWords {

	/** What kind of place, its word in the column "Art", and subjects that go with it. */
	public const KINDS = [
		[ 'Heimatmuseum', 'Museum', [ 'Geschichte', 'Sachunterricht', 'Deutsch' ] ],
		[ 'Kunsthaus', 'Museum', [ 'Kunst', 'Gestalten', 'Musik' ] ],
		[ 'Waldschule', 'Naturzentrum', [ 'Biologie', 'Sachunterricht', 'Geographie', 'Sport' ] ],
		[ 'Naturwerkstatt', 'Naturzentrum', [ 'Biologie', 'Chemie', 'Sachunterricht' ] ],
		[ 'Schülerlabor', 'Labor', [ 'Chemie', 'Physik', 'Biologie', 'Mathematik', 'Informatik' ] ],
		[ 'Technikhalle', 'Technik', [ 'Technik', 'Physik', 'Informatik' ] ],
		[ 'Besucherbergwerk', 'Technik', [ 'Geographie', 'Chemie', 'Technik', 'Geschichte' ] ],
		[ 'Gedenkort', 'Gedenkstätte', [ 'Geschichte', 'Ethik', 'Sozialkunde', 'Religion' ] ],
		[ 'Sternwarte', 'Sternwarte', [ 'Astronomie', 'Physik', 'Mathematik' ] ],
		[ 'Jugendtheater', 'Theater', [ 'Deutsch', 'Musik', 'Kunst', 'Fremdsprachen' ] ],
		[ 'Lehrgarten', 'Garten', [ 'Biologie', 'Hauswirtschaft', 'Sachunterricht' ] ],
		[ 'Burg', 'Denkmal', [ 'Geschichte', 'Kunst', 'Religion' ] ],
		[ 'Tierpark', 'Zoo', [ 'Biologie', 'Sachunterricht' ] ],
		[ 'Stadtarchiv', 'Archiv', [ 'Geschichte', 'Deutsch', 'Sozialkunde' ] ],
		[ 'Energiewerkstatt', 'Unternehmen', [ 'Wirtschaft', 'Technik', 'Physik' ] ],
		[ 'Ökostation', 'Bildungsstätte', [ 'Biologie', 'Geographie', 'Ethik', 'Philosophie' ] ],
	];

	/** Names that tell places of one kind apart. */
	public const NAMES = [
		'Am Anger', 'Alte Ziegelei', '„Grüner Zweig“', 'Äußere Mühle', 'An der Bode', 'Blaue Brücke', 'Drei Linden', 'Elbauen', 'Erlengrund', 'Fuchsbau',
		'Große Eiche', 'Haselhof', 'Im Bürgerpark', 'Kleine Schleuse', 'Kupferberg', 'Löwenzahn', 'Mühlenteich', 'Neue Scheune', 'Ölmühle', 'Österwiese',
		'Quellgrund', 'Roter Turm', 'Saalewinkel', 'Schäferei', 'Straßenbahnhof', 'Süßer Grund', 'Storchennest', 'Übergang', 'Unstrutblick', 'Weißer Stein',
		'Wolfsschlucht', 'Zeitreise; Haus 2', 'Zum Goldenen Schwan', 'Zuckerfabrik',
	];

	/** First halves of invented villages. */
	public const VILLAGES = [ 'Alten', 'Ander', 'Bernstein', 'Birken', 'Brücken', 'Eichen', 'Feld', 'Grün', 'Hasel', 'Hohen', 'Königs', 'Linden', 'Mühl', 'Neu', 'Öhlen', 'Rösch', 'Sand', 'Schön', 'Stein', 'Über', 'Wald', 'Weiß' ];

	/** Second halves of invented villages. */
	public const ENDINGS = [ 'berg', 'burg', 'dorf', 'feld', 'hausen', 'heim', 'leben', 'rode', 'stedt', 'tal', 'walde', 'wörlitz' ];

	/** What can be done there. */
	public const ACTIVITIES = [ 'beobachten und zeichnen', 'selbst experimentieren', 'mit echten Quellen arbeiten', 'in der Werkstatt bauen', 'draußen messen und vergleichen', 'eine eigene Führung planen', 'Spuren suchen', 'ein Stück proben', 'Proben nehmen und untersuchen' ];

	/** What it is about. */
	public const THEMES = [ 'Wasser und Boden', 'das Leben im Mittelalter', 'Strom und Wärme', 'Reformation und Aufklärung', 'Tiere der Aue', 'der Wald im Wandel', 'Arbeit und Industrie', 'Sterne und Zeit', 'Flucht und Grenze', 'Farben und Formen', 'Brot, Salz und Zucker', 'Klima und Wetter' ];
}
