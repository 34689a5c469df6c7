import type { GeoJsonObject } from 'geojson';
import { GeoJSON, LatLngBounds, Map as LeafletMap, TileLayer } from 'leaflet/dist/leaflet-src.esm.js';
import type { Points } from '../../../types/generated/points';
import type { Context } from '../data-view';
import { ask } from '../session';
import type { Config } from '../session';
import { fill } from '../words';
import { Card } from './card';
import { Clusters } from './clusters';
import type { Item } from './clusters';
import { controls } from './controls';
import { onKey } from './keyboard';
import './map.scss';
import { Markers } from './markers';
import { nameOf } from './names';
import { spots, unpack } from './points';
import type { Point } from './points';

/** Saxony-Anhalt: south, west and north, east. */
const STATE = new LatLngBounds( [ 50.93, 10.55 ], [ 53.05, 13.2 ] );

/** Records as markers over districts or tiles. */
export class DataMap {
	private readonly map: LeafletMap;
	private readonly markers: Markers;
	private readonly card: Card;
	private readonly canvas: HTMLElement;
	private readonly resized: ResizeObserver;
	private readonly maxZoom: number;
	private readonly ended = new AbortController();
	private request = new AbortController();
	private clusters: Clusters | undefined;
	private shown = '';

	/**
	 * @param place   Empty element on the page that becomes the map.
	 * @param context Says where records come from and what they are called.
	 * @param config  Words and base layer.
	 */
	public constructor(
		private readonly place: HTMLElement,
		private readonly context: Context,
		private readonly config: Config
	) {
		const { base, words } = config;
		const calm = window.matchMedia( '(prefers-reduced-motion: reduce)' ).matches;
		this.maxZoom = base.kind === 'tiles' ? base.maxZoom : 16;
		this.canvas = document.createElement( 'div' );
		this.canvas.className = 'lw-map__canvas';
		this.canvas.setAttribute( 'role', 'application' );
		place.replaceChildren( this.canvas );
		this.map = new LeafletMap( this.canvas, {
			attributionControl: false,
			zoomControl: false,
			keyboard: false,
			// One finger and the wheel belong to the page; two fingers and the buttons to the map.
			dragging: ! window.matchMedia( '(pointer: coarse)' ).matches,
			scrollWheelZoom: false,
			zoomSnap: base.kind === 'tiles' ? 1 : 0.25,
			minZoom: 6,
			maxZoom: this.maxZoom,
			maxBounds: STATE.pad( 0.6 ),
			zoomAnimation: ! calm,
			fadeAnimation: ! calm,
			markerZoomAnimation: ! calm,
			inertia: ! calm,
		} );
		this.markers = new Markers(
			this.map,
			( item ) => nameOf( item, context.plural, words ),
			( item ) => void this.open( item )
		);
		this.card = new Card( place, words, ( refocus ) => {
			this.markers.mark( '' );
			if ( refocus ) {
				this.markers.focus();
			}
		} );
		controls( place, this.canvas, words, ( key ) => this.zoom( key ) );
		this.canvas.addEventListener( 'keydown', ( event ) =>
			onKey(
				event,
				this.map,
				this.markers,
				( key ) => this.zoom( key ),
				() => this.card.close()
			)
		);
		this.map.fitBounds( STATE, { animate: false, padding: [ 8, 8 ] } );
		this.map.on( 'moveend', () => this.draw() );
		this.resized = new ResizeObserver( () => this.map.invalidateSize( { animate: false } ) );
		this.resized.observe( this.canvas );
		void this.layBase();
	}

	/**
	 * Shows other points.
	 *
	 * @param address REST address of the points.
	 */
	public show( address: string ): void {
		if ( address !== this.shown ) {
			this.shown = address;
			void this.load( address );
		}
	}

	/** Leaves the page. */
	public end(): void {
		this.request.abort();
		this.ended.abort();
		this.resized.disconnect();
		this.map.remove();
	}

	private async layBase(): Promise< void > {
		const { base } = this.config;
		if ( base.kind === 'tiles' ) {
			new TileLayer( base.url, { maxZoom: base.maxZoom, minZoom: 6, bounds: STATE } ).addTo( this.map );
			return;
		}
		try {
			const response = await fetch( base.url, { signal: this.ended.signal } );
			const districts = ( await response.json() ) as GeoJsonObject;
			new GeoJSON( districts, { interactive: false, style: { className: 'lw-map__district' } } ).addTo(
				this.map
			);
		} catch {
			this.complain( this.ended.signal );
		}
	}

	private async load( address: string ): Promise< void > {
		this.request.abort();
		this.request = new AbortController();
		const { signal } = this.request;
		try {
			this.take( unpack( await ask< Points >( address, signal ) ) );
		} catch {
			this.complain( signal );
		}
	}

	private take( points: readonly Point[] ): void {
		const { words } = this.config;
		this.place.querySelector( '.lw-map__problem' )?.remove();
		this.card.close( false );
		this.clusters = new Clusters( spots( points ), this.maxZoom );
		this.canvas.setAttribute( 'aria-label', fill( words.map, fill( this.context.plural, points.length ) ) );
		this.draw();
		if ( points.length > 0 && this.markers.count === 0 ) {
			this.map.fitBounds( new LatLngBounds( points.map( ( { lat, lng } ) => [ lat, lng ] ) ), {
				maxZoom: 12,
				padding: [ 40, 40 ],
			} );
		}
		this.place.dataset.points = String( points.length );
	}

	private draw(): void {
		const bounds = this.map.getBounds();
		const area = [ bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth() ] as const;
		this.markers.draw( this.clusters?.within( area, this.map.getZoom() ) ?? [] );
	}

	/** A cluster falls apart, a place shows its card; places that can't be told apart show a list. */
	private async open( item: Item ): Promise< void > {
		if ( item.spot === null && this.clusters !== undefined ) {
			const zoom = Math.min( this.clusters.expansionZoom( item.cluster ), this.maxZoom );
			this.map.setView( [ item.lat, item.lng ], zoom );
			return;
		}
		const ids = item.spot?.points.map( ( { id } ) => id ) ?? [];
		const name = nameOf( item, this.context.plural, this.config.words );
		if ( await this.card.open( this.context.records, ids, name ) ) {
			this.markers.mark( item.key, this.card.element );
		}
	}

	private zoom( key: '+' | '-' | '0' ): void {
		if ( key === '0' ) {
			this.map.fitBounds( STATE, { padding: [ 8, 8 ] } );
		} else {
			this.map.setZoom( Math.round( this.map.getZoom() + ( key === '+' ? 1 : -1 ) ) );
		}
	}

	private complain( signal: AbortSignal ): void {
		if ( signal.aborted ) {
			return;
		}
		const sentence = document.createElement( 'p' );
		sentence.className = 'lw-map__problem';
		sentence.setAttribute( 'role', 'alert' );
		sentence.textContent = this.config.words.pointsFailed;
		this.place.querySelector( '.lw-map__problem' )?.remove();
		this.place.append( sentence );
	}
}
