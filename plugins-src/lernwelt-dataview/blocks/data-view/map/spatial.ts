/** Where something stands on the screen, in pixels. */
export interface Position {
	readonly x: number;
	readonly y: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Height of a line of markers that are read together, in pixels. */
const LINE = 40;

/**
 * Positions as somebody reads: line by line from the top, each from the left.
 *
 * @param positions Positions.
 * @return Their indexes.
 */
export function readingOrder( positions: readonly Position[] ): number[] {
	return positions
		.map( ( { x, y }, index ) => ( { x, line: Math.floor( y / LINE ), y, index } ) )
		.sort( ( one, other ) => one.line - other.line || one.x - other.x || one.y - other.y )
		.map( ( { index } ) => index );
}

/**
 * The nearest position in a direction: first within the quarter straight ahead, then within the half.
 *
 * @param positions Positions.
 * @param from      Index of the one to start at.
 * @param direction Where to go.
 * @return Its index, -1 when there is none.
 */
export function neighbour( positions: readonly Position[], from: number, direction: Direction ): number {
	const start = positions[ from ];
	if ( start === undefined ) {
		return -1;
	}
	const turned = positions.map( ( position ) => turn( position, start, direction ) );
	const ahead = ( within: ( position: Position ) => boolean ): number =>
		nearest( turned, ( position, index ) => index !== from && within( position ) );
	const quarter = ahead( ( { x, y } ) => x > 0 && Math.abs( y ) <= x );
	return quarter === -1 ? ahead( ( { x } ) => x > 0 ) : quarter;
}

/**
 * The position that is nearest to a place.
 *
 * @param positions Positions.
 * @param place     Place.
 * @return Its index, -1 when there is none.
 */
export function nearestTo( positions: readonly Position[], place: Position ): number {
	return nearest( positions.map( ( { x, y } ) => ( { x: x - place.x, y: y - place.y } ) ) );
}

function nearest(
	offsets: readonly Position[],
	counts: ( offset: Position, index: number ) => boolean = () => true
): number {
	let best = -1;
	let distance = Infinity;
	offsets.forEach( ( offset, index ) => {
		const length = Math.hypot( offset.x, offset.y );
		if ( length < distance && counts( offset, index ) ) {
			best = index;
			distance = length;
		}
	} );
	return best;
}

/** The offset from the start, turned so that the direction is to the right. */
function turn( { x, y }: Position, start: Position, direction: Direction ): Position {
	const [ right, down ] = [ x - start.x, y - start.y ];
	switch ( direction ) {
		case 'right':
			return { x: right, y: down };
		case 'left':
			return { x: -right, y: -down };
		case 'down':
			return { x: down, y: -right };
		case 'up':
			return { x: -down, y: right };
	}
}
