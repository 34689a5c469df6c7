import type { Points } from '../../../types/generated/points';

/** A record on the map. */
export interface Point {
	readonly id: number;
	readonly title: string;
	/** Degrees, WGS 84. */
	readonly lat: number;
	readonly lng: number;
}

/** All records at one coordinate. */
export interface Spot {
	readonly lat: number;
	readonly lng: number;
	/** At least one. */
	readonly points: readonly Point[];
}

const SCALE = 1e5;

/**
 * Turns differences back into numbers.
 *
 * @param differences The first number, then the difference of each to the one before.
 */
export function undelta( differences: readonly number[] ): number[] {
	let sum = 0;
	return differences.map( ( difference ) => ( sum += difference ) );
}

/**
 * Unpacks points.
 *
 * @param packed Points as they came.
 * @throws RangeError when the lists don't have the same length.
 */
export function unpack( packed: Points ): Point[] {
	const { titles } = packed;
	const [ ids, lats, lngs ] = [ packed.ids, packed.lat, packed.lng ].map( undelta );
	if (
		ids === undefined ||
		lats?.length !== ids.length ||
		lngs?.length !== ids.length ||
		titles.length !== ids.length
	) {
		throw new RangeError( 'The lists of the points differ in length.' );
	}
	return ids.map( ( id, index ) => ( {
		id,
		title: titles[ index ] ?? '',
		lat: ( lats[ index ] ?? 0 ) / SCALE,
		lng: ( lngs[ index ] ?? 0 ) / SCALE,
	} ) );
}

/**
 * Puts points with the same coordinates together.
 *
 * @param points Points.
 */
export function spots( points: readonly Point[] ): Spot[] {
	const found = new Map< string, Point[] >();
	for ( const point of points ) {
		const key = `${ point.lat } ${ point.lng }`;
		const there = found.get( key );
		if ( there === undefined ) {
			found.set( key, [ point ] );
		} else {
			there.push( point );
		}
	}
	return [ ...found.values() ].map( ( there ) => ( {
		lat: there[ 0 ]?.lat ?? 0,
		lng: there[ 0 ]?.lng ?? 0,
		points: there,
	} ) );
}
