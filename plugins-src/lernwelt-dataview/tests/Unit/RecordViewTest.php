<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Unit;

use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\Record;
use Lernwelt\Dataview\Blocks\RecordView;
use Lernwelt\Dataview\Blocks\Value;
use Lernwelt\Dataview\Blocks\ValueFormat;
use PHPUnit\Framework\TestCase;

final class RecordViewTest extends TestCase {

	public function test_says_a_word_once_that_town_and_region_share(): void {
		$region = static fn (): array => [ 'dessau' => 'Dessau-Roßlau', 'harz' => 'Harz' ];
		$fields = [
			new Field( 'city', 'Ort' ),
			new Field( 'region', 'Region', FieldType::Terms, choices: $region ),
			new Field( 'website', 'Website', FieldType::Link ),
			new Field( 'shop', 'Laden', FieldType::Link ),
			new Field( 'summary', 'Satz', FieldType::LongText ),
		];
		$links  = [ 'website' => 'https://example.org/', 'shop' => 'http://example.org/' ];
		$same   = new RecordView( new Record( 1, 'Bauhaus', values: [ 'city' => 'Dessau-Roßlau', 'region' => [ 'dessau', 'harz' ] ] + $links ), $fields, new ValueFormat() );
		self::assertSame( [ 'Dessau-Roßlau', 'Harz', 'example.org', 'example.org' ], array_map( static fn ( Value $value ): string => $value->text, $same->meta ) );
		self::assertSame( [ 'Dessau-Roßlau', 'Harz' ], array_map( static fn ( Value $value ): string => $value->text, $same->cells[1]->values ), 'a table has a column for each' );
	}
}
