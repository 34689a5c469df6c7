import type { Map as LeafletMap } from 'leaflet';
import type { Markers } from './markers';
import { neighbour, readingOrder } from './spatial';
import type { Direction, Position } from './spatial';

const ARROWS: Readonly< Record< string, Direction > > = {
	ArrowLeft: 'left',
	ArrowRight: 'right',
	ArrowUp: 'up',
	ArrowDown: 'down',
};

const STEPS: Readonly< Record< Direction, readonly [ number, number ] > > = {
	left: [ -1, 0 ],
	right: [ 1, 0 ],
	up: [ 0, -1 ],
	down: [ 0, 1 ],
};

/**
 * Answers a key that is pressed on the map: arrows lead from marker to marker and beyond the edge move the map, Home,
 * End and the page keys follow the reading order.
 *
 * @param event   Key.
 * @param map     Map.
 * @param markers Its markers.
 * @param zoom    Zooms in, out, or to the whole state.
 * @param close   Closes what is open.
 */
export function onKey(
	event: KeyboardEvent,
	map: LeafletMap,
	markers: Markers,
	zoom: ( key: '+' | '-' | '0' ) => void,
	close: () => void
): void {
	const { key } = event;
	if ( event.ctrlKey || event.metaKey || event.altKey ) {
		return;
	}
	const direction = ARROWS[ key ];
	const { keys, all, active } = markers.positions();
	const target = direction === undefined ? ordered( key, all, active ) : neighbour( all, active, direction );
	if ( target !== undefined && target >= 0 ) {
		markers.focus( keys[ target ] );
	} else if ( direction !== undefined ) {
		const [ x, y ] = STEPS[ direction ];
		const { x: width, y: height } = map.getSize();
		map.panBy( [ ( x * width ) / 3, ( y * height ) / 3 ] );
	} else if ( key === '+' || key === '-' || key === '0' ) {
		zoom( key );
	} else if ( key === 'Escape' ) {
		close();
	} else {
		return;
	}
	event.preventDefault();
}

function ordered( key: string, positions: readonly Position[], active: number ): number | undefined {
	const order = readingOrder( positions );
	switch ( key ) {
		case 'Home':
			return order[ 0 ];
		case 'End':
			return order.at( -1 );
		case 'PageDown':
			return order[ ( order.indexOf( active ) + 1 ) % order.length ];
		case 'PageUp':
			return order.at( order.indexOf( active ) - 1 );
		default:
			return undefined;
	}
}
