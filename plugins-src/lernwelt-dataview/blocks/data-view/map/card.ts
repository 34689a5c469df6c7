import type { Records } from '../../../types/generated/records';
import { recordsAddress } from '../address';
import { ask } from '../session';
import { fill } from '../words';
import type { Words } from '../words';

/** Records that are shown at once; a place with more of them says so. */
const AT_ONCE = 50;

/** The window beside the markers with what the server says about a record, or a list of several. */
export class Card {
	/** The window's element. */
	public readonly element = document.createElement( 'div' );
	private readonly content = document.createElement( 'div' );
	private request = new AbortController();

	/**
	 * @param place  The map's element.
	 * @param words  Translated words.
	 * @param closed Called when the window goes; told whether the focus has to go back.
	 */
	public constructor(
		place: HTMLElement,
		private readonly words: Words,
		private readonly closed: ( refocus: boolean ) => void
	) {
		const button = document.createElement( 'button' );
		button.type = 'button';
		button.className = 'lw-map__close';
		button.setAttribute( 'aria-label', words.close );
		button.textContent = '✕';
		button.addEventListener( 'click', () => this.close() );
		this.content.className = 'lw-map__records';
		this.element.className = 'lw-map__card';
		this.element.setAttribute( 'role', 'dialog' );
		this.element.tabIndex = -1;
		this.element.hidden = true;
		this.element.append( button, this.content );
		this.element.addEventListener( 'keydown', ( event ) => {
			if ( event.key === 'Escape' ) {
				event.stopPropagation();
				this.close();
			}
		} );
		place.append( this.element );
	}

	/**
	 * Shows records and takes the focus.
	 *
	 * @param records REST address of the records.
	 * @param ids     Their ids.
	 * @param name    What is opened.
	 * @return Whether it is open now; not when it was closed meanwhile, or shows something else.
	 */
	public async open( records: string, ids: readonly number[], name: string ): Promise< boolean > {
		this.request.abort();
		this.request = new AbortController();
		const { signal } = this.request;
		this.element.setAttribute( 'aria-label', name );
		this.content.textContent = this.words.loading;
		this.element.hidden = false;
		try {
			const { html } = await ask< Records >( recordsAddress( records, ids.slice( 0, AT_ONCE ) ), signal );
			this.content.innerHTML = html;
			if ( ids.length > AT_ONCE ) {
				const more = document.createElement( 'p' );
				more.textContent = fill( this.words.more, ids.length - AT_ONCE );
				this.content.append( more );
			}
		} catch {
			if ( signal.aborted ) {
				return false;
			}
			this.content.textContent = this.words.cardFailed;
		}
		this.element.scrollTop = 0;
		this.element.focus( { preventScroll: true } );
		return true;
	}

	/**
	 * Closes the window.
	 *
	 * @param refocus Whether the focus goes back to the marker.
	 */
	public close( refocus = true ): void {
		if ( this.element.hidden ) {
			return;
		}
		this.request.abort();
		this.element.hidden = true;
		this.content.replaceChildren();
		this.closed( refocus );
	}
}
