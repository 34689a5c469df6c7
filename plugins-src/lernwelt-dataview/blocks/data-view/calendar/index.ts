import { move } from './moves';

const LINKS = 'a[href], summary';

/** Arrow keys in a month: one day is a stop of the tab key, the others are reached from there. */
export class CalendarGrid {
	/** Day that gets the focus when this address is shown. */
	private wanted: { readonly day: number; readonly address: string } | undefined;

	/** Day the tab key leads to. */
	private day: number | undefined;

	/**
	 * @param table The month; it stays the same element when another month is shown.
	 */
	public constructor( private readonly table: HTMLTableElement ) {
		table.addEventListener( 'keydown', ( event ) => this.press( event ) );
		table.addEventListener( 'focusin', ( { target } ) => this.remember( target ) );
	}

	/** Looks after a change which days there are. */
	public look(): void {
		const { table } = this;
		table.setAttribute( 'role', 'grid' );
		for ( const cell of table.querySelectorAll( 'td' ) ) {
			cell.setAttribute( 'role', 'gridcell' );
		}
		for ( const link of table.querySelectorAll< HTMLElement >( LINKS ) ) {
			link.tabIndex = -1;
		}
		const keys = table.parentElement?.querySelector( '.lw-dv__keys' );
		if ( keys ) {
			keys.removeAttribute( 'hidden' );
			table.setAttribute( 'aria-describedby', keys.id );
		}
		this.mark( this.start() );
		const { wanted } = this;
		if ( wanted !== undefined && wanted.address === window.location.href ) {
			this.wanted = undefined;
			this.focus( this.nearest( wanted.day ) );
		}
	}

	/** Days that are shown: a list leaves out those without anything. */
	private cells(): HTMLElement[] {
		const all = [ ...this.table.querySelectorAll< HTMLElement >( '[data-lw-day]' ) ];
		return all.filter( ( cell ) => getComputedStyle( cell ).display !== 'none' );
	}

	/** The day used last, today, the first one with something, the first one. */
	private start(): HTMLElement | undefined {
		const cells = this.cells();
		return (
			cells.find( ( cell ) => dayOf( cell ) === this.day ) ??
			cells.find( ( cell ) => cell.hasAttribute( 'aria-current' ) ) ??
			cells.find( ( cell ) => cell.querySelector( LINKS ) !== null ) ??
			cells[ 0 ]
		);
	}

	private nearest( day: number ): HTMLElement | undefined {
		const cells = this.cells();
		return cells.find( ( cell ) => dayOf( cell ) >= day ) ?? cells.at( -1 );
	}

	private mark( active: HTMLElement | undefined ): void {
		for ( const cell of this.table.querySelectorAll< HTMLElement >( '[data-lw-day]' ) ) {
			cell.tabIndex = cell === active ? 0 : -1;
		}
	}

	private focus( cell: HTMLElement | undefined ): void {
		if ( cell !== undefined ) {
			this.mark( cell );
			cell.focus();
		}
	}

	private remember( target: EventTarget | null ): void {
		const cell = target instanceof Element ? target.closest< HTMLElement >( '[data-lw-day]' ) : null;
		if ( cell !== null ) {
			this.day = dayOf( cell );
			this.mark( cell );
		}
	}

	private press( event: KeyboardEvent ): void {
		const { target } = event;
		if ( ! ( target instanceof HTMLElement ) || event.altKey || event.metaKey || event.shiftKey ) {
			return;
		}
		const cell = target.closest< HTMLElement >( '[data-lw-day]' );
		if ( cell === null ) {
			return;
		}
		const done = cell === target ? this.inMonth( event, cell ) : inDay( event, cell, target );
		if ( done ) {
			event.preventDefault();
		}
	}

	private inMonth( { key, ctrlKey }: KeyboardEvent, cell: HTMLElement ): boolean {
		if ( key === 'Enter' || key === 'F2' ) {
			links( cell )[ 0 ]?.focus();
			return true;
		}
		const cells = this.cells();
		const stops = cells.map( ( one ) => ( { column: columnOf( one ) } ) );
		const weeks = getComputedStyle( this.table ).display === 'table';
		const to = move( ctrlKey ? `Control+${ key }` : key, stops, cells.indexOf( cell ), weeks );
		if ( typeof to === 'number' ) {
			this.focus( cells[ to ] );
		} else if ( to !== undefined ) {
			this.turn( to, dayOf( cell ) );
		}
		return to !== undefined;
	}

	/** Follows the link to another month; the day stays. */
	private turn( to: 'previous' | 'next', day: number ): void {
		const link = this.table.parentElement?.querySelector< HTMLAnchorElement >( `.lw-dv__months [id$="-${ to }"]` );
		if ( link ) {
			const address = new URL( link.href );
			this.wanted = { day, address: address.href };
			link.click();
		}
	}
}

function dayOf( cell: HTMLElement ): number {
	return Number( cell.dataset.lwDay );
}

/** Monday is 0; before it stands the number of the week. */
function columnOf( cell: HTMLElement ): number {
	return [ ...( cell.parentElement?.children ?? [] ) ].indexOf( cell ) - 1;
}

/** What the focus can reach in a day: links, and the fold with what it shows. */
function links( cell: HTMLElement ): HTMLElement[] {
	const all = [ ...cell.querySelectorAll< HTMLElement >( LINKS ) ];
	return all.filter( ( link ) => link.localName === 'summary' || link.closest( 'details:not([open])' ) === null );
}

/** Up and down lead through the day, Escape leads out of it. */
function inDay( { key }: KeyboardEvent, cell: HTMLElement, link: HTMLElement ): boolean {
	const all = links( cell );
	const by = { ArrowDown: 1, ArrowUp: -1 }[ key ];
	if ( by !== undefined ) {
		all[ all.indexOf( link ) + by ]?.focus();
	} else if ( key === 'Escape' || key === 'F2' ) {
		cell.focus();
	} else {
		return false;
	}
	return true;
}
