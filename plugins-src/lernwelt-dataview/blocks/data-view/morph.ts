import morphdom from 'morphdom';

/** Things whose inside belongs to somebody else: the map draws itself, the problem is written by the store. */
const FOREIGN = '[data-lw-map], .lw-dv__problem';

/**
 * Turns one state of a data view into another without exchanging what stays: focus, selected text and opened details
 * survive.
 *
 * @param root   Data view on the page; itself untouched.
 * @param fresh  The same data view in its new state.
 * @param typing Whether the person is typing; then the focused field keeps its text.
 */
export function morph( root: HTMLElement, fresh: HTMLElement, typing: boolean ): void {
	const active = root.ownerDocument.activeElement;
	morphdom( root, fresh, {
		childrenOnly: true,
		onBeforeElUpdated( from, to ) {
			if ( from.matches( FOREIGN ) ) {
				return false;
			}
			if ( from.getAttribute( 'role' ) === 'status' ) {
				tell( from, to );
				return false;
			}
			if ( from instanceof HTMLDetailsElement ) {
				to.toggleAttribute( 'open', from.open || to.hasAttribute( 'open' ) );
			}
			if ( typing && from === active && from instanceof HTMLInputElement && to instanceof HTMLInputElement ) {
				to.value = from.value;
			}
			return true;
		},
	} );
	keepFocus( root, active );
}

/** One change of the live region in one step, so that it is spoken once; none when it says the same. */
function tell( from: HTMLElement, to: HTMLElement ): void {
	if ( from.innerHTML !== to.innerHTML ) {
		from.replaceChildren( ...to.cloneNode( true ).childNodes );
	}
}

/** Removing a chip takes the focused link away: the next chip gets the focus, or else the count. */
function keepFocus( root: HTMLElement, before: Element | null ): void {
	const lost = before !== null && before !== root.ownerDocument.body && ! before.isConnected;
	if ( ! lost ) {
		return;
	}
	const status = root.querySelector< HTMLElement >( '[role="status"]' );
	status?.setAttribute( 'tabindex', '-1' );
	const next = root.querySelector< HTMLElement >( '.lw-dv__chips a' ) ?? status;
	next?.focus( { preventScroll: true } );
}
