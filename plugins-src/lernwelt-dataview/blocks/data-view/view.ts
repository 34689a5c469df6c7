import './style.scss';
import { getContext, getElement, store, withSyncEvent } from '@wordpress/interactivity';
import { formAddress, isOtherView, isPlainClick } from './address';
import { DataView } from './data-view';
import type { Context } from './data-view';

/** The data views of this page; each keeps its own state in the address. */
const views = new Map< string, DataView >();

function current(): DataView | undefined {
	return views.get( getElement().ref?.id ?? '' );
}

function element< Kind extends Element >( event: Event, selector: string ): Kind | null {
	return event.target instanceof Element ? event.target.closest< Kind >( selector ) : null;
}

store(
	'lernwelt/data-view',
	{
		actions: {
			/** The form is sent: by the button or the enter key. */
			submit: withSyncEvent( ( event: Event ): void => {
				const form = element< HTMLFormElement >( event, 'form.lw-dv__filters' );
				const view = current();
				if ( form !== null && view !== undefined ) {
					event.preventDefault();
					void view.go( formAddress( form ), { history: 'push' } );
				}
			} ),

			/** A box is ticked. Typing has an event of its own. */
			change: ( event: Event ): void => {
				const field = element< HTMLInputElement >( event, 'form.lw-dv__filters :is(input, select)' );
				if ( field !== null && field.form !== null && field.type !== 'search' && field.type !== 'text' ) {
					void current()?.go( formAddress( field.form ), { history: 'push' } );
				}
			},

			/** Something is typed: results follow when the person pauses. */
			type: ( event: Event ): void => {
				const field = element< HTMLInputElement >( event, 'form.lw-dv__filters input' );
				if ( field !== null && field.form !== null && [ 'search', 'text' ].includes( field.type ) ) {
					current()?.typed( field.form );
				}
			},

			/** A link to another view of this page: chips, pages, sorting, layouts. */
			follow: withSyncEvent( ( event: MouseEvent ): void => {
				const link = element< HTMLAnchorElement >( event, 'a[href]' );
				const view = current();
				if ( link === null || view === undefined || ! isPlainClick( event, link ) ) {
					return;
				}
				const address = new URL( link.href );
				if ( isOtherView( address, new URL( window.location.href ) ) ) {
					event.preventDefault();
					const pages = link.closest( '.lw-dv__pages' ) !== null;
					void view.go( address, { history: 'push', ...( pages && { focus: 'results' } ) } );
				}
			} ),

			/** The back and forward buttons. */
			travel: (): void => {
				void current()?.travelled();
			},
		},

		callbacks: {
			start: (): void => {
				const { ref } = getElement();
				if ( ref !== null ) {
					views.set( ref.id, new DataView( ref, getContext< Context >() ) );
				}
			},
		},
	},
	{ lock: true }
);
