import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import apiFetch from '@wordpress/api-fetch';
import { createRoot } from '@wordpress/element';
import { act } from 'react';
import type { ImportRun } from '../../types/generated/import-run';
import { ChangesTable } from '../report-tables';
import { SourceStep } from '../source-step';
import { useRun } from '../use-run';

Object.assign( globalThis, { IS_REACT_ACT_ENVIRONMENT: true } );

interface Request {
	readonly path: string;
	readonly method?: string;
}

/** What the server answers; an error object is thrown. */
let answer: ( request: Request ) => unknown;
let place: HTMLElement;
let unmount: () => void;

apiFetch.setFetchHandler( ( async ( request: Request ) => answer( request ) ) as never );

beforeEach( () => {
	place = document.body.appendChild( document.createElement( 'div' ) );
} );

afterEach( () => {
	act( unmount );
	place.remove();
} );

async function show( content: React.JSX.Element ): Promise< void > {
	const root = createRoot( place );
	unmount = () => root.unmount();
	await act( async () => root.render( content ) );
}

async function submit(): Promise< void > {
	await act( async () => {
		place.querySelector( 'form' )?.dispatchEvent( new Event( 'submit', { bubbles: true, cancelable: true } ) );
	} );
}

function field( name: string ): HTMLInputElement {
	const found = place.querySelector< HTMLInputElement >( `#lernwelt-import-${ name }` );
	if ( found === null ) {
		throw new Error( `There is no field ${ name }.` );
	}
	return found;
}

describe( 'SourceStep', () => {
	it( 'asks for what is missing beside the field, before anything is sent', async () => {
		const asked: string[] = [];
		answer = ( { path } ) => {
			asked.push( path );
			return { items: [] };
		};
		await show( <SourceStep place={ { view: 'source', source: '' } } go={ () => undefined } maxBytes={ 10 } /> );
		await submit();
		expect( asked ).toHaveLength( 1 );
		expect( field( 'label' ).getAttribute( 'aria-invalid' ) ).toBe( 'true' );
		expect( place.ownerDocument.activeElement ).toBe( field( 'label' ) );
		expect( place.textContent ).toContain( 'Please choose a file.' );
	} );

	it( 'fills in the address of a saved source', async () => {
		const source = {
			source: 'verband',
			label: 'Verband',
			url: 'https://a.example/x.csv',
			interval: 'never',
			mapping: {},
		};
		answer = () => ( { items: [ source ] } );
		await show(
			<SourceStep place={ { view: 'source', source: 'verband' } } go={ () => undefined } maxBytes={ 10 } />
		);
		expect( field( 'url' ).value ).toBe( 'https://a.example/x.csv' );
		expect( place.querySelector( '#lernwelt-import-label' ) ).toBeNull();
	} );
} );

describe( 'ChangesTable', () => {
	const change = { external_id: '1', title: 'Zoo', kind: 'created', fields: [] };
	const run = ( created: number ) =>
		( { id: 7, dry_run: true, counts: { created, updated: 0, unpublished: 0 } } ) as unknown as ImportRun;

	it( 'says that a long list is not the whole one', async () => {
		answer = () => ( { total: 500, items: [ change ] } );
		await show( <ChangesTable run={ run( 1234 ) } /> );
		expect( place.textContent ).toMatch( /The first 500 of 1.234 changes are shown/ );
	} );

	it( 'says nothing about a complete one', async () => {
		answer = () => ( { total: 1, items: [ change ] } );
		await show( <ChangesTable run={ run( 1 ) } /> );
		expect( place.textContent ).toContain( 'Zoo' );
		expect( place.textContent ).not.toContain( 'are shown' );
	} );
} );

describe( 'useRun', () => {
	function Shown() {
		const { run, message } = useRun( 7 );
		return <p>{ `${ run?.position ?? '-' } ${ run?.state ?? '-' } ${ message }` }</p>;
	}

	const at = ( position: number, state: ImportRun[ 'state' ] ) => ( { id: 7, position, state } );

	it( 'helps a run along until it ends', async () => {
		const asked: string[] = [];
		answer = ( { path, method } ) => {
			asked.push( `${ method ?? 'GET' } ${ path.replace( /\?.*/, '' ).split( '/' ).pop() ?? '' }` );
			return at( asked.length * 10, asked.length < 4 ? 'running' : 'finished' );
		};
		await show( <Shown /> );
		expect( place.textContent ).toBe( '40 finished ' );
		expect( asked ).toEqual( [ 'GET 7', 'POST step', 'POST step', 'POST step' ] );
	} );

	it( 'says so when it can’t be followed', async () => {
		answer = ( { method } ) => {
			if ( method === 'POST' ) {
				throw { message: 'x', data: { status: 500 } };
			}
			return at( 5, 'running' );
		};
		await show( <Shown /> );
		expect( place.textContent ).toMatch( /5 running This did not work/ );
	} );
} );
