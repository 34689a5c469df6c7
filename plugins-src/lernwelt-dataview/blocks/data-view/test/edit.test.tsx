import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import apiFetch from '@wordpress/api-fetch';
import { createRoot } from '@wordpress/element';
import { act } from 'react';
import type { DataSources } from '../../../types/generated/data-sources';
import type { Attributes } from '../attributes';
import { Edit } from '../edit';

jest.mock( '@wordpress/block-editor', () => ( {
	useBlockProps: () => ( {} ),
	InspectorControls: ( { children }: { children: unknown } ) => children,
} ) );
jest.mock( '../use-free-key', () => ( { useFreeKey: () => undefined } ) );
jest.mock( '@wordpress/server-side-render', () => ( {
	ServerSideRender: ( { attributes }: { attributes: Attributes } ) => `Preview of ${ attributes.source }`,
} ) );

/** jsdom has no layout, so nothing is ever resized. */
class NoObserver {
	public observe(): void {}
	public unobserve(): void {}
	public disconnect(): void {}
}

// React then knows that act() waits for it.
Object.assign( globalThis, { IS_REACT_ACT_ENVIRONMENT: true, ResizeObserver: NoObserver } );

const ANSWER: DataSources = {
	sources: [
		{
			id: 'articles',
			label: 'Articles',
			map: false,
			calendar: false,
			fields: [
				{
					id: 'topic',
					label: 'Topic',
					type: 'terms',
					filter: true,
					sort: false,
					restricted: false,
					choices: [ { value: 'news', label: 'News' } ],
				},
				{
					id: 'note',
					label: 'Note',
					type: 'text',
					filter: false,
					sort: true,
					restricted: true,
					choices: [],
				},
				{
					id: 'state',
					label: 'State',
					type: 'terms',
					filter: true,
					sort: false,
					restricted: true,
					choices: [ { value: 'checked', label: 'Checked' } ],
				},
			],
		},
		{ id: 'places', label: 'Places', map: true, calendar: true, fields: [] },
	],
};

const ATTRIBUTES: Attributes = {
	source: '',
	layouts: [ 'list' ],
	map: false,
	sort: '',
	descending: false,
	perPage: 20,
	paged: true,
	search: true,
	scope: {},
	chart: '',
	key: '',
};

let answer: () => unknown;
let place: HTMLElement;
let set: ReturnType< typeof jest.fn >;
let unmount: () => void;

apiFetch.setFetchHandler( ( async () => answer() ) as never );

beforeEach( () => {
	answer = () => ANSWER;
	set = jest.fn();
	place = document.body.appendChild( document.createElement( 'div' ) );
} );

afterEach( () => {
	act( unmount );
	place.remove();
} );

async function edit( attributes: Partial< Attributes > = {} ) {
	const root = createRoot( place );
	unmount = () => root.unmount();
	const props = { attributes: { ...ATTRIBUTES, ...attributes }, setAttributes: set, clientId: 'x' } as never;
	await act( async () => root.render( <Edit { ...( props as Parameters< typeof Edit >[ 0 ] ) } /> ) );
}

function button( text: string ): HTMLButtonElement {
	const found = [ ...place.querySelectorAll( 'button' ) ].find( ( one ) => one.textContent === text );
	if ( found === undefined ) {
		throw new Error( `There is no button "${ text }".` );
	}
	return found;
}

describe( 'a new data view', () => {
	it( 'asks which data to show', async () => {
		await edit();
		expect( place.textContent ).toContain( 'Which data shall stand here?' );
		await act( async () => button( 'Places' ).click() );
		expect( set ).toHaveBeenCalledWith( expect.objectContaining( { source: 'places', layouts: [ 'list' ] } ) );
	} );

	it( 'says when the portal has nothing to show', async () => {
		answer = () => ( { sources: [] } );
		await edit();
		expect( place.textContent ).toContain( 'This portal has no data to show yet.' );
	} );

	it( 'says when the sources do not come', async () => {
		answer = () => {
			throw new Error( 'offline' );
		};
		await edit();
		expect( place.textContent ).toContain( 'could not be loaded' );
	} );
} );

describe( 'a data view whose source this portal does not have', () => {
	it( 'says so and offers the others', async () => {
		await edit( { source: 'bookings' } );
		expect( place.textContent ).toContain( 'This portal has no data source “bookings”.' );
		expect( button( 'Articles' ) ).toBeDefined();
	} );
} );

describe( 'a data view with a source', () => {
	it( 'shows what visitors see', async () => {
		await edit( { source: 'articles' } );
		expect( place.textContent ).toContain( 'Preview of articles' );
	} );

	it( 'offers what the source has, and nothing else', async () => {
		await edit( { source: 'articles' } );
		expect( place.textContent ).toContain( 'Only with Topic' );
		expect( place.textContent ).not.toContain( 'Map' );
		expect( place.textContent ).not.toContain( 'Only with State' );
		act( unmount );
		await edit( { source: 'places' } );
		expect( place.textContent ).toContain( 'Map above list and cards' );
	} );

	it( 'offers a calendar and a chart where there is something to show', async () => {
		await edit( { source: 'articles', layouts: [ 'list' ] } );
		expect( place.textContent ).not.toContain( 'Calendar' );
		expect( place.textContent ).toContain( 'Chart' );
		expect( place.textContent ).not.toContain( 'The chart counts by' );
		act( unmount );
		await edit( { source: 'places' } );
		expect( place.textContent ).toContain( 'Calendar' );
		expect( place.textContent ).not.toContain( 'Chart' );
	} );

	it( 'lets choose what a chart counts by', async () => {
		await edit( { source: 'articles', layouts: [ 'list', 'chart' ], chart: 'gone' } );
		const select = [ ...place.querySelectorAll( 'select' ) ].find( ( one ) =>
			[ ...one.options ].some( ( { value } ) => value === 'topic' )
		) as HTMLSelectElement;
		expect( [ ...select.options ].map( ( { text } ) => text ) ).toEqual( [
			'First filter',
			'Topic',
			'State (hidden from visitors)',
		] );
		expect( select.value ).toBe( '' );
		await act( async () => {
			select.value = 'topic';
			select.dispatchEvent( new Event( 'change', { bubbles: true } ) );
		} );
		expect( set ).toHaveBeenCalledWith( { chart: 'topic' } );
	} );

	it( 'lets take out what is fixed although visitors do not see it', async () => {
		await edit( { source: 'articles', scope: { state: [ 'checked' ], gone: [ 'x' ] } } );
		expect( place.textContent ).toContain( 'Only with State (hidden from visitors)' );
		expect( place.textContent ).toContain( 'Only with gone' );
	} );
} );
