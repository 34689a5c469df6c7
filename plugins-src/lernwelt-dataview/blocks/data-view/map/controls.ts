import type { Words } from '../words';

/**
 * Adds the zoom buttons and a line that explains the keys. The buttons are for pointers and voices; the keyboard has
 * keys for the same, so the map stays one stop of the tab key.
 *
 * @param place  The map's element.
 * @param canvas The part that takes keys.
 * @param words  Translated words.
 * @param zoom   Zooms in, out, or to the whole state.
 */
export function controls(
	place: HTMLElement,
	canvas: HTMLElement,
	words: Words,
	zoom: ( key: '+' | '-' | '0' ) => void
): void {
	const bar = document.createElement( 'div' );
	bar.className = 'lw-map__zoom';
	for ( const [ key, sign, name ] of [
		[ '+', '+', words.zoomIn ],
		[ '-', '−', words.zoomOut ],
		[ '0', '⤢', words.whole ],
	] as const ) {
		const button = document.createElement( 'button' );
		button.type = 'button';
		button.tabIndex = -1;
		button.title = name;
		button.setAttribute( 'aria-label', name );
		button.textContent = sign;
		button.addEventListener( 'click', () => zoom( key ) );
		bar.append( button );
	}
	const help = document.createElement( 'p' );
	help.className = 'lw-map__help';
	help.id = `${ place.id }-help`;
	help.textContent = words.help;
	canvas.setAttribute( 'aria-describedby', help.id );
	place.append( bar, help );
}
