import { DivIcon, DomEvent, Marker } from 'leaflet/dist/leaflet-src.esm.js';
import type { Map as LeafletMap } from 'leaflet';
import type { Item } from './clusters';
import { shortCount } from './names';
import { nearestTo, readingOrder } from './spatial';
import type { Position } from './spatial';

/** A marker that is a real button. */
class ButtonIcon extends DivIcon {
	public constructor( private readonly button: HTMLButtonElement ) {
		super();
	}

	public override createIcon(): HTMLElement {
		return this.button;
	}
}

interface Drawn {
	readonly button: HTMLButtonElement;
	readonly marker: Marker;
	item: Item;
}

/** The markers in view. Only one of them can be reached with the tab key, the others from there. */
export class Markers {
	private drawn = new Map< string, Drawn >();
	private active = '';
	private marked = '';

	/**
	 * @param map  Map.
	 * @param name What a marker is called.
	 * @param open Opens what a marker shows.
	 */
	public constructor(
		private readonly map: LeafletMap,
		private readonly name: ( item: Item ) => string,
		private readonly open: ( item: Item ) => void
	) {}

	/** Number of markers in view. */
	public get count(): number {
		return this.drawn.size;
	}

	/**
	 * Draws what is in view. Markers that stay keep their element, and with it the focus.
	 *
	 * @param items What is in view.
	 */
	public draw( items: readonly Item[] ): void {
		const before = this.drawn.get( this.active );
		const focused = before !== undefined && before.button === before.button.ownerDocument.activeElement;
		const kept = new Map< string, Drawn >();
		for ( const item of items ) {
			kept.set( item.key, this.put( item ) );
		}
		for ( const [ key, { marker } ] of this.drawn ) {
			if ( ! kept.has( key ) ) {
				marker.remove();
			}
		}
		this.drawn = kept;
		if ( ! kept.has( this.active ) ) {
			this.active = this.successor( before );
		}
		this.reach();
		if ( focused && before.button !== this.drawn.get( this.active )?.button ) {
			this.focus();
		}
	}

	/** Where the markers stand, and which of them has its turn. */
	public positions(): {
		readonly keys: readonly string[];
		readonly all: readonly Position[];
		readonly active: number;
	} {
		const keys = [ ...this.drawn.keys() ];
		const all = [ ...this.drawn.values() ].map( ( { item } ) =>
			this.map.latLngToContainerPoint( [ item.lat, item.lng ] )
		);
		return { keys, all, active: keys.indexOf( this.active ) };
	}

	/**
	 * Gives the focus to a marker.
	 *
	 * @param key Its key; by default the one whose turn it is.
	 */
	public focus( key = this.active ): void {
		this.active = this.drawn.has( key ) ? key : this.active;
		this.reach();
		( this.drawn.get( this.active )?.button ?? this.map.getContainer() ).focus( { preventScroll: true } );
	}

	/**
	 * Marks what is open, and moves the map when something lies over it.
	 *
	 * @param key   Key of a marker, '' for none.
	 * @param cover What lies over the map.
	 */
	public mark( key: string, cover?: HTMLElement ): void {
		this.marked = key;
		for ( const [ one, { button } ] of this.drawn ) {
			button.classList.toggle( 'is-open', one === key );
		}
		const button = this.drawn.get( key )?.button.getBoundingClientRect();
		const over = cover?.getBoundingClientRect();
		const covered =
			button !== undefined &&
			over !== undefined &&
			button.right > over.left &&
			button.bottom > over.top &&
			button.top < over.bottom;
		if ( covered ) {
			const wide = over.width < this.map.getSize().x / 2;
			this.map.panBy( wide ? [ button.right - over.left + 16, 0 ] : [ 0, button.bottom - over.top + 16 ] );
		}
	}

	private put( item: Item ): Drawn {
		const drawn = this.drawn.get( item.key ) ?? this.make( item );
		const { button, marker } = drawn;
		drawn.item = item;
		// Clusters of another result can have the same key.
		marker.setLatLng( [ item.lat, item.lng ] );
		button.title = item.count === 1 ? item.title : '';
		button.setAttribute( 'aria-label', this.name( item ) );
		button.classList.toggle( 'is-cluster', item.count > 1 );
		button.classList.toggle( 'is-large', item.count > 9 );
		button.classList.toggle( 'is-open', item.key === this.marked );
		button.textContent = item.count > 1 ? shortCount( item.count ) : '';
		return drawn;
	}

	private make( item: Item ): Drawn {
		const button = document.createElement( 'button' );
		button.type = 'button';
		button.className = 'leaflet-marker-icon lw-map__marker';
		DomEvent.disableClickPropagation( button );
		const marker = new Marker( [ item.lat, item.lng ], {
			icon: new ButtonIcon( button ),
			interactive: false,
			keyboard: false,
		} );
		const drawn = { button, marker, item };
		button.addEventListener( 'focus', () => {
			this.active = drawn.item.key;
			this.reach();
		} );
		button.addEventListener( 'click', () => {
			button.focus( { preventScroll: true } );
			this.open( drawn.item );
		} );
		marker.addTo( this.map );
		return drawn;
	}

	/** Who has its turn after a marker went: the one nearest to it, or the first in reading order. */
	private successor( gone: Drawn | undefined ): string {
		const { keys, all } = this.positions();
		const index =
			gone === undefined
				? readingOrder( all )[ 0 ]
				: nearestTo( all, this.map.latLngToContainerPoint( [ gone.item.lat, gone.item.lng ] ) );
		return keys[ index ?? -1 ] ?? '';
	}

	private reach(): void {
		for ( const [ key, { button } ] of this.drawn ) {
			button.tabIndex = key === this.active ? 0 : -1;
		}
		// Without any marker the map itself takes the focus, so that its keys still work.
		this.map.getContainer().tabIndex = this.drawn.size === 0 ? 0 : -1;
	}
}
