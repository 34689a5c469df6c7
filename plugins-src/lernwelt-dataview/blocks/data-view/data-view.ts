import { formAddress } from './address';
import { CalendarSlot } from './calendar-slot';
import { MapSlot } from './map-slot';
import { morph } from './morph';
import { config } from './session';

/** What the server says about one data view. */
export interface Context {
	/** REST address of the map's points for what is shown, '' without a map. */
	points: string;
	/** REST address of single records. */
	records: string;
	/** "%d places". */
	plural: string;
	/** What went wrong, '' when nothing did. */
	problem: string;
	/** Where to try again. */
	retry: string;
}

/** How to get to another state. */
export interface Step {
	/** What becomes of the browser's list of pages. */
	readonly history: 'push' | 'replace' | 'none';
	/** Where the focus goes; it stays where it is by default. */
	readonly focus?: 'results';
	/** Somebody is typing: their field is theirs. */
	readonly typing?: true;
}

/** How long somebody who types has to pause, in milliseconds. */
const PAUSE = 400;

/** One data view on the page: fetches its own page in another state and takes over what is new. */
export class DataView {
	private request = new AbortController();
	private timer = 0;
	private last: Step = { history: 'none' };
	private shown = path( window.location );
	private readonly map: MapSlot;
	private readonly calendar: CalendarSlot;

	/**
	 * @param root    The section of the data view.
	 * @param context Its context; writing to it changes the page.
	 */
	public constructor(
		private readonly root: HTMLElement,
		private readonly context: Context
	) {
		this.map = new MapSlot( root, context );
		this.calendar = new CalendarSlot( root );
		this.map.look();
		this.calendar.look();
	}

	/**
	 * Shows another state.
	 *
	 * @param address Its address.
	 * @param step    How to get there.
	 */
	public async go( address: URL, step: Step ): Promise< void > {
		window.clearTimeout( this.timer );
		this.request.abort();
		this.request = new AbortController();
		const { signal } = this.request;
		this.root.setAttribute( 'aria-busy', 'true' );
		try {
			const fresh = await this.load( address, signal );
			this.remember( address, step );
			this.take( fresh, step );
		} catch {
			if ( signal.aborted ) {
				return;
			}
			this.context.problem = config().words.failed;
			this.context.retry = address.href;
		}
		this.root.removeAttribute( 'aria-busy' );
	}

	/**
	 * Follows the typing of somebody, once they pause.
	 *
	 * @param form The filters.
	 */
	public typed( form: HTMLFormElement ): void {
		window.clearTimeout( this.timer );
		this.timer = window.setTimeout( () => {
			// A word is one step back, not each of its letters.
			const history = this.last.typing === true ? 'replace' : 'push';
			void this.go( formAddress( form ), { history, typing: true } );
		}, PAUSE );
	}

	/** Shows what the address says after the back or forward button. */
	public async travelled(): Promise< void > {
		if ( path( window.location ) !== this.shown ) {
			await this.go( new URL( window.location.href ), { history: 'none' } );
		}
	}

	/**
	 * The same data view as the server prints it in another state.
	 *
	 * @throws Error when the answer isn't a page with this data view.
	 */
	private async load( address: URL, signal: AbortSignal ): Promise< HTMLElement > {
		const response = await fetch( address, { signal, headers: { Accept: 'text/html' } } );
		if ( ! response.ok ) {
			throw new Error( `${ address.href } answered ${ response.status }.` );
		}
		const page = new DOMParser().parseFromString( await response.text(), 'text/html' );
		const fresh = page.getElementById( this.root.id );
		if ( fresh === null ) {
			throw new Error( `${ address.href } has no ${ this.root.id } any more.` );
		}
		return fresh;
	}

	private remember( address: URL, step: Step ): void {
		if ( step.history !== 'none' && path( address ) !== this.shown ) {
			window.history[ step.history === 'push' ? 'pushState' : 'replaceState' ]( null, '', address );
		}
		this.shown = path( address );
		this.last = step;
	}

	private take( fresh: HTMLElement, step: Step ): void {
		morph( this.root, fresh, step.typing === true );
		const { points, records, plural } = JSON.parse( fresh.dataset.wpContext ?? '{}' ) as Context;
		Object.assign( this.context, { points, records, plural, problem: '', retry: '' } );
		this.map.look();
		this.calendar.look();
		if ( step.focus === 'results' ) {
			const results = this.root.querySelector< HTMLElement >( '.lw-dv__results' );
			results?.focus( { preventScroll: true } );
			this.root.querySelector( '.lw-dv__main' )?.scrollIntoView( { block: 'start' } );
		}
	}
}

function path( address: URL | Location ): string {
	return address.pathname + address.search;
}
