/** Pages of guests may come from a cache: asks for the seats of this moment. Without this script the page shows those of the last minute. */
import { refresh } from './seats';

for ( const section of document.querySelectorAll< HTMLElement >( '.lw-slots[data-lw-seats-url]' ) ) {
	// What the page says stays true for the moment it was made; booking asks the database anyway.
	refresh( section ).catch( ( error: unknown ) => window.console.warn( error ) );
}
