<?php
/**
 * Writes a large input, reads all of it, maps every n-th row, and prints what that took: rows, places, findings, peak (bytes).
 *
 * Usage: php measure.php csv|json|geojson COUNT [N]
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

use Lernwelt\Core\Geo\Districts;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Domain\Import\RowMapper;
use Lernwelt\Places\Reading\Inputs;

require dirname( __DIR__, 5 ) . '/vendor/autoload.php';

$format = $argv[1] ?? 'csv';
$count  = (int) ( $argv[2] ?? 1000 );
$every  = (int) ( $argv[3] ?? 1 );
$file   = (string) tempnam( sys_get_temp_dir(), 'places' );
$handle = fopen( $file, 'wb' );
if ( false === $handle ) {
	exit( 1 );
}
$opens = [
	'csv'     => "Nr;Name;Text;Fach;Breite;Länge\r\n",
	'json'    => '{"meta":{"text":"places"},"data":{"places":[',
	'geojson' => '{"type":"FeatureCollection","features":[',
];
fwrite( $handle, $opens[ $format ] );
for ( $i = 0; $i < $count; ++$i ) {
	$place = [ 'Nr' => "P-$i", 'Name' => "Lernort Nr. $i für Ä und Ö", 'Text' => "Ein \"Zitat\" und\nein zweiter Absatz; " . str_repeat( 'mit etwas mehr Text ', 15 ), 'Fach' => 'Biologie,Physik' ];
	$lat   = 51.2 + $i % 1000 / 1000;
	$lng   = 11.6 + intdiv( $i, 1000 ) % 100 / 200;
	$row   = match ( $format ) {
		'csv'   => implode( ';', [ $place['Nr'], $place['Name'], '"' . str_replace( '"', '""', $place['Text'] ) . '"', $place['Fach'], str_replace( '.', ',', "$lat" ), str_replace( '.', ',', "$lng" ) ] ) . "\r\n",
		'json'  => ( $i > 0 ? ',' : '' ) . json_encode( [ ...$place, 'Breite' => $lat, 'Länge' => $lng ] ),
		default => ( $i > 0 ? ',' : '' ) . json_encode( [ 'type' => 'Feature', 'id' => $i, 'properties' => $place, 'geometry' => [ 'type' => 'Point', 'coordinates' => [ $lng, $lat ] ] ] ),
	};
	fwrite( $handle, $row );
}
fwrite( $handle, [ 'csv' => '', 'json' => ']}}', 'geojson' => ']}' ][ $format ] );
fclose( $handle );

$mapping = Mapping::from(
	[
		'version' => 1,
		'format'  => $format,
		'path'    => 'json' === $format ? 'data.places' : '',
		'id'      => [ 'from' => 'Nr' ],
		'fields'  => [
			'title'       => [ 'from' => 'Name' ],
			'description' => [ 'from' => 'Text' ],
			'subject'     => [ 'from' => 'Fach', 'transforms' => [ [ 'do' => 'split' ] ] ],
		],
	] + ( 'geojson' === $format ? [] : [ 'coordinates' => [ 'north' => 'Breite', 'east' => 'Länge' ] ] )
);
$mapper  = new RowMapper( $mapping, [ 'place_subject' => [ 'biologie' => 'Biologie', 'physik' => 'Physik' ], 'place_region' => [ 'saalekreis' => 'Saalekreis' ] ], Districts::shipped() );
$result  = [ 'rows' => 0, 'places' => 0, 'findings' => 0 ];
$start   = microtime( true );
$reader  = Inputs::files( [ $file ], $mapping );
foreach ( $reader->rows() as $row ) {
	$result['rows'] += 1;
	if ( 0 !== $result['rows'] % $every ) {
		continue;
	}
	$mapped              = $mapper->map( $row );
	$result['places']   += null === $mapped->place ? 0 : 1;
	$result['findings'] += count( $mapped->findings );
}
$result['seconds'] = microtime( true ) - $start;
$result['count']   = $reader->count();
$result['size']    = filesize( $file );
unlink( $file );
echo json_encode( [ ...$result, 'peak' => memory_get_peak_usage( true ) ], JSON_THROW_ON_ERROR );
