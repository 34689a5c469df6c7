import { fill } from '../words';
import type { Words } from '../words';
import type { Item } from './clusters';

/**
 * What a marker is called, for people who hear it.
 *
 * @param item   What the marker shows.
 * @param plural "%d places".
 * @param words  Translated sentences.
 */
export function nameOf( item: Pick< Item, 'title' | 'count' | 'spot' >, plural: string, words: Words ): string {
	if ( item.count === 1 ) {
		return item.title;
	}
	return fill( item.spot === null ? words.cluster : words.spot, fill( plural, item.count ), item.title );
}

/**
 * The number on a cluster: short enough for a circle.
 *
 * @param count Number of records.
 */
export function shortCount( count: number ): string {
	return count < 1000 ? String( count ) : `${ Math.floor( count / 1000 ) }k`;
}
