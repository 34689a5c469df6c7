import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';

/** A point in degrees, WGS 84. */
export interface Point {
	readonly lat: number;
	readonly lng: number;
}

/** What PHP knows about each district besides its shape. */
interface Properties {
	readonly name: string;
}

/** The districts, as the page brings them. */
export type Districts = FeatureCollection< Polygon | MultiPolygon, Properties > & { readonly attribution: string };

/** Pictures of a map, fetched through the portal. */
export interface Tiles {
	/** With {z}, {x} and {y}. */
	readonly url: string;
	readonly maxZoom: number;
	/** Whose map it is. */
	readonly credit: string;
}

declare global {
	interface Window {
		readonly lernweltPlaces?: { readonly districts: Districts; readonly tiles: Tiles | null };
	}
}

/** The map the administrator chose; null while only the districts are drawn. */
export function pageTiles(): Tiles | null {
	return window.lernweltPlaces?.tiles ?? null;
}

/** The districts of this page; empty where none were handed over. */
export function pageDistricts(): Districts {
	return window.lernweltPlaces?.districts ?? { type: 'FeatureCollection', features: [], attribution: '' };
}

/**
 * Name of the district a point lies in.
 *
 * @param point     Point.
 * @param districts Districts.
 * @return '' outside of all.
 */
export function districtAt( point: Point, districts: Districts ): string {
	return districts.features.find( ( feature ) => contains( feature, point ) )?.properties.name ?? '';
}

function contains( { geometry }: Feature< Polygon | MultiPolygon >, point: Point ): boolean {
	const polygons = geometry.type === 'Polygon' ? [ geometry.coordinates ] : geometry.coordinates;
	// The even-odd rule over all rings: a point in a hole crosses two of them.
	return polygons.flat().filter( ( ring ) => crosses( ring, point ) ).length % 2 === 1;
}

function crosses( ring: readonly Position[], { lat, lng }: Point ): boolean {
	let odd = false;
	ring.forEach( ( [ x = 0, y = 0 ], index ) => {
		const [ beforeX = 0, beforeY = 0 ] = ring.at( index - 1 ) ?? [];
		if ( y > lat !== beforeY > lat && lng < ( ( beforeX - x ) * ( lat - y ) ) / ( beforeY - y ) + x ) {
			odd = ! odd;
		}
	} );
	return odd;
}
