/** A day as the keyboard finds it. */
export interface Stop {
	/** Place in its week, 0 for Monday. */
	readonly column: number;
}

/** Where a key leads: to the stop with this position, or to another month. */
export type Move = number | 'previous' | 'next';

/**
 * Where a key leads in a month.
 *
 * @param key    Key, "Control+Home" and "Control+End" with their modifier.
 * @param stops  Days that can be reached, in their order.
 * @param active Position of the day with the focus.
 * @param weeks  Whether days stand in weeks; else they are a list.
 * @return Undefined for keys that do nothing here.
 */
export function move( key: string, stops: readonly Stop[], active: number, weeks: boolean ): Move | undefined {
	const last = stops.length - 1;
	const here = stops[ active ];
	if ( here === undefined ) {
		return undefined;
	}
	const inside = ( position: number ): number => Math.min( Math.max( position, 0 ), last );
	switch ( key ) {
		case 'ArrowLeft':
			return inside( active - 1 );
		case 'ArrowRight':
			return inside( active + 1 );
		case 'ArrowUp':
			return weeks ? week( active, -7, last ) : inside( active - 1 );
		case 'ArrowDown':
			return weeks ? week( active, 7, last ) : inside( active + 1 );
		case 'Home':
			return weeks ? inside( active - here.column ) : 0;
		case 'End':
			return weeks ? inside( active + 6 - here.column ) : last;
		case 'Control+Home':
			return 0;
		case 'Control+End':
			return last;
		case 'PageUp':
			return 'previous';
		case 'PageDown':
			return 'next';
		default:
			return undefined;
	}
}

/** The same weekday of another week, or the same day when the month has none there. */
function week( active: number, by: -7 | 7, last: number ): number {
	const target = active + by;
	return target < 0 || target > last ? active : target;
}
