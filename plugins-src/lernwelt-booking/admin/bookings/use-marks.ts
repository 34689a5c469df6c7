import { useEffect, useSyncExternalStore } from 'react';
import { api } from './api';
import { Marks } from './marks';

/** Marks of the dates that were opened on this page: going to another date and back loses none. */
const known = new Map< number, Marks >();

/** Milliseconds between two tries while something waits. */
const PAUSE = 10_000;

function marksOf( date: number ): Marks {
	const found =
		known.get( date ) ??
		new Marks(
			( marks ) => api.mark( date, marks ),
			() => navigator.onLine
		);
	known.set( date, found );
	return found;
}

function waiting(): boolean {
	return [ ...known.values() ].some( ( marks ) => marks.read().waiting.size > 0 );
}

/** Sends what waits when the connection is back, tries again now and then, and asks before the page is closed. */
export function useSending(): void {
	useEffect( () => {
		const send = () => known.forEach( ( marks ) => void marks.flush() );
		const warn = ( event: BeforeUnloadEvent ) => {
			if ( waiting() ) {
				event.preventDefault();
			}
		};
		const timer = window.setInterval( send, PAUSE );
		window.addEventListener( 'online', send );
		window.addEventListener( 'beforeunload', warn );
		return () => {
			window.clearInterval( timer );
			window.removeEventListener( 'online', send );
			window.removeEventListener( 'beforeunload', warn );
		};
	}, [] );
}

/**
 * Marks of a date; the component is drawn anew when they change.
 *
 * @param date Date.
 */
export function useMarks( date: number ): Marks {
	const marks = marksOf( date );
	useSyncExternalStore( marks.listen, marks.read );
	return marks;
}

/** Whether the browser says it has a connection. */
export function useOnline(): boolean {
	return useSyncExternalStore( listenOnline, () => navigator.onLine );
}

function listenOnline( listener: () => void ): () => void {
	window.addEventListener( 'online', listener );
	window.addEventListener( 'offline', listener );
	return () => {
		window.removeEventListener( 'online', listener );
		window.removeEventListener( 'offline', listener );
	};
}
