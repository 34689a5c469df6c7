import {
	control,
	divIcon,
	geoJSON,
	map as createLeaflet,
	tileLayer,
	type LatLng,
	type Map as LeafletMap,
	marker as createMarker,
	type Marker,
} from 'leaflet';
import { __ } from '@wordpress/i18n';
import type { Districts, Point, Tiles } from './districts';

/** A small map with one point on it. */
export interface PointMap {
	/** Shows a point, or none. */
	show: ( point: Point | null ) => void;
	/** Where the middle of the map is. */
	centre: () => Point;
	remove: () => void;
}

/** How far an arrow key moves, in pixels. */
const STEP = 4;

const ARROWS: Readonly< Record< string, readonly [ number, number ] > > = {
	ArrowLeft: [ -1, 0 ],
	ArrowRight: [ 1, 0 ],
	ArrowUp: [ 0, -1 ],
	ArrowDown: [ 0, 1 ],
};

/**
 * Draws the districts and lets people choose a point: by click, by dragging the pin, by arrow keys on the pin.
 *
 * @param box       Where to draw.
 * @param districts Borders.
 * @param tiles     Map below them, null for none.
 * @param onChoose  Called with the chosen point.
 */
export function pointMap(
	box: HTMLElement,
	districts: Districts,
	tiles: Tiles | null,
	onChoose: ( point: Point ) => void
): PointMap {
	const still = window.matchMedia( '(prefers-reduced-motion: reduce)' ).matches;
	const map = createLeaflet( box, {
		// Leaflet listens for keys at the document it was loaded in; the editor's canvas is another one.
		keyboard: false,
		scrollWheelZoom: false,
		minZoom: 6,
		maxZoom: 16,
		zoomSnap: 0.5,
		zoomAnimation: ! still,
		fadeAnimation: ! still,
		attributionControl: true,
		zoomControl: false,
	} );
	const shapes = geoJSON( districts, {
		interactive: false,
		attribution: districts.attribution,
		style: { weight: 1 },
		onEachFeature: ( feature: Districts[ 'features' ][ number ], layer ) => {
			layer.bindTooltip( feature.properties.name, {
				permanent: true,
				direction: 'center',
				className: 'lw-point-map__name',
			} );
		},
	} );
	if ( tiles !== null ) {
		box.classList.add( 'lw-point-map--tiles' );
		tileLayer( tiles.url, { maxZoom: tiles.maxZoom, attribution: tiles.credit } ).addTo( map );
	}
	shapes.addTo( map );
	map.attributionControl.setPrefix( false );
	control
		.zoom( { zoomInTitle: __( 'Zoom in', 'lernwelt-places' ), zoomOutTitle: __( 'Zoom out', 'lernwelt-places' ) } )
		.addTo( map );
	box.tabIndex = 0;
	if ( districts.features.length > 0 ) {
		map.fitBounds( shapes.getBounds() );
	} else {
		map.setView( [ 51.97, 11.7 ], 8 );
	}
	map.on( 'click', ( { latlng } ) => choose( latlng ) );
	// From afar the names of cities and the districts around them would lie on each other.
	const nameDistricts = () => box.classList.toggle( 'lw-point-map--near', map.getZoom() >= 9 );
	map.on( 'zoomend', nameDistricts );
	nameDistricts();
	const forget = [ panByKeys( map, box ), passOnMouse( box ) ];

	let pin: Marker | null = null;
	// Whoever chooses on the map sees where; only what comes from elsewhere is brought into view.
	let chosen = false;
	function choose( { lat, lng }: LatLng ) {
		chosen = true;
		onChoose( { lat: round( lat ), lng: round( lng ) } );
	}
	function addPin( point: Point ): Marker {
		const added = createMarker( point, {
			draggable: true,
			autoPan: true,
			icon: divIcon( { className: 'lw-point-map__pin', iconSize: [ 28, 28 ], iconAnchor: [ 14, 14 ] } ),
			title: __( 'Pin: drag it or move it with the arrow keys', 'lernwelt-places' ),
		} );
		added.addTo( map );
		added.on( 'dragend', () => choose( added.getLatLng() ) );
		added.getElement()?.addEventListener( 'keydown', ( event ) => {
			const arrow = ARROWS[ event.key ];
			if ( arrow !== undefined ) {
				const far = event.shiftKey ? 10 : 1;
				const at = map.latLngToContainerPoint( added.getLatLng() );
				consume( event );
				choose( map.containerPointToLatLng( at.add( [ arrow[ 0 ] * STEP * far, arrow[ 1 ] * STEP * far ] ) ) );
			}
		} );
		return added;
	}
	return {
		show: ( point ) => {
			if ( point === null ) {
				pin?.remove();
				pin = null;
			} else if ( pin === null ) {
				pin = addPin( point );
				if ( ! chosen ) {
					map.setView( point, Math.max( map.getZoom(), 10 ), { animate: false } );
				}
			} else if ( ! pin.getLatLng().equals( [ point.lat, point.lng ] ) ) {
				pin.setLatLng( point );
				if ( ! map.getBounds().contains( point ) ) {
					map.panTo( point, { animate: ! still } );
				}
			}
		},
		centre: () => ( { lat: round( map.getCenter().lat ), lng: round( map.getCenter().lng ) } ),
		remove: () => {
			forget.forEach( ( undo ) => undo() );
			map.remove();
		},
	};
}

function round( degrees: number ): number {
	return Math.round( degrees * 1e5 ) / 1e5;
}

/** The editor moves between blocks by arrow keys; these are for the map. */
function consume( event: KeyboardEvent ): void {
	event.preventDefault();
	event.stopPropagation();
}

function panByKeys( map: LeafletMap, box: HTMLElement ): () => void {
	const onKey = ( event: KeyboardEvent ) => {
		const arrow = ARROWS[ event.key ];
		if ( event.target !== box || event.altKey || event.ctrlKey || event.metaKey ) {
			return;
		}
		if ( arrow !== undefined ) {
			consume( event );
			map.panBy( [ arrow[ 0 ] * 60, arrow[ 1 ] * 60 ] );
		} else if ( event.key === '+' || event.key === '-' ) {
			consume( event );
			map.setZoom( map.getZoom() + ( event.key === '+' ? 1 : -1 ) );
		}
	};
	box.addEventListener( 'keydown', onKey );
	return () => box.removeEventListener( 'keydown', onKey );
}

/**
 * Leaflet follows a drag at the document it was loaded in. The canvas is a frame with a document of its own, so its
 * movements are repeated outside.
 *
 * @param box The map.
 */
function passOnMouse( box: HTMLElement ): () => void {
	const inner = box.ownerDocument;
	if ( inner === document ) {
		return () => undefined;
	}
	const repeat = ( event: MouseEvent ) => {
		document.body.dispatchEvent(
			new MouseEvent( event.type, {
				bubbles: true,
				cancelable: true,
				clientX: event.clientX,
				clientY: event.clientY,
				button: event.button,
				buttons: event.buttons,
			} )
		);
	};
	const kinds = [ 'mousemove', 'mouseup' ] as const;
	kinds.forEach( ( kind ) => inner.addEventListener( kind, repeat ) );
	return () => kinds.forEach( ( kind ) => inner.removeEventListener( kind, repeat ) );
}
