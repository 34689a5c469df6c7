import { describe, expect, it } from '@jest/globals';
import { type Mark, Marks, type MarksAnswer } from '../marks';

interface Request {
	readonly marks: Readonly< Record< string, Mark > >;
	readonly answer: ( answer?: Partial< MarksAnswer > ) => Promise< void >;
	readonly fail: ( error?: unknown ) => Promise< void >;
}

/** Everything that hangs on an answered request has happened then. */
const settled = () => new Promise< void >( ( resolve ) => setTimeout( resolve, 0 ) );

function desk() {
	const requests: Request[] = [];
	const line = { online: true };
	const marks = new Marks(
		( sent ) =>
			new Promise< MarksAnswer >( ( resolve, reject ) => {
				requests.push( {
					marks: sent,
					answer: ( answer = {} ) => {
						resolve( { saved: sent, unknown: [], ...answer } );
						return settled();
					},
					fail: ( error = { code: 'fetch_error' } ) => {
						reject( error );
						return settled();
					},
				} );
			} ),
		() => line.online
	);
	const request = ( index: number ): Request => {
		const found = requests[ index ];
		if ( found === undefined ) {
			throw new Error( `There was no request ${ index }.` );
		}
		return found;
	};
	return { marks, requests, request, line };
}

describe( 'Marks', () => {
	it( 'sends a mark at once and knows it as saved only after the answer', async () => {
		const { marks, request } = desk();
		marks.set( 'A', true );
		expect( request( 0 ).marks ).toEqual( { A: true } );
		expect( [ marks.of( 'A', null ), marks.read().waiting.size, marks.read().saved.size ] ).toEqual( [
			true,
			1,
			0,
		] );
		await request( 0 ).answer();
		expect( [ marks.of( 'A', null ), marks.read().waiting.size ] ).toEqual( [ true, 0 ] );
	} );

	it( 'keeps marks while there is no connection and sends them together afterwards', async () => {
		const { marks, requests, request, line } = desk();
		line.online = false;
		marks.set( 'A', true );
		marks.set( 'B', false );
		marks.set( 'A', null );
		expect( requests ).toHaveLength( 0 );
		expect( [ marks.of( 'A', true ), marks.of( 'B', null ), marks.read().waiting.size ] ).toEqual( [
			null,
			false,
			2,
		] );
		line.online = true;
		void marks.flush();
		expect( request( 0 ).marks ).toEqual( { A: null, B: false } );
		await request( 0 ).answer();
		expect( [ marks.of( 'A', true ), marks.read().waiting.size ] ).toEqual( [ null, 0 ] );
	} );

	it( 'loses nothing when a request fails, and sends the same again', async () => {
		const { marks, requests, request } = desk();
		marks.set( 'A', true );
		await request( 0 ).fail();
		expect( marks.read().failure ).toEqual( { code: 'fetch_error' } );
		expect( [ marks.read().waiting.get( 'A' ), requests.length ] ).toEqual( [ true, 1 ] );
		void marks.flush();
		expect( request( 1 ).marks ).toEqual( { A: true } );
		await request( 1 ).answer();
		expect( [ marks.read().failure, marks.read().waiting.size ] ).toEqual( [ undefined, 0 ] );
	} );

	it( 'never has two requests under way, and sends what was changed meanwhile next', async () => {
		const { marks, requests, request } = desk();
		marks.set( 'A', true );
		marks.set( 'A', false );
		marks.set( 'B', true );
		void marks.flush();
		expect( requests ).toHaveLength( 1 );
		await request( 0 ).answer();
		expect( request( 1 ).marks ).toEqual( { A: false, B: true } );
		expect( marks.of( 'A', null ) ).toBe( false );
		await request( 1 ).answer();
		expect( [ requests.length, marks.read().waiting.size, marks.of( 'A', null ) ] ).toEqual( [ 2, 0, false ] );
	} );

	it( 'sends at most 500 at once', async () => {
		const { marks, request, line } = desk();
		line.online = false;
		for ( let index = 0; index < 501; index++ ) {
			marks.set( `N${ index }`, true );
		}
		line.online = true;
		void marks.flush();
		expect( Object.keys( request( 0 ).marks ) ).toHaveLength( 500 );
		await request( 0 ).answer();
		expect( request( 1 ).marks ).toEqual( { N500: true } );
	} );

	it( 'takes marks off that the server doesn’t know, and says which', async () => {
		const { marks, request } = desk();
		marks.set( 'A', true );
		await request( 0 ).answer( { saved: {}, unknown: [ 'A' ] } );
		expect( [ marks.read().refused, marks.read().waiting.size, marks.of( 'A', null ) ] ).toEqual( [
			[ 'A' ],
			0,
			null,
		] );
	} );

	it( 'tells its listeners until they leave', () => {
		const { marks, line } = desk();
		line.online = false;
		let told = 0;
		const leave = marks.listen( () => told++ );
		marks.set( 'A', true );
		leave();
		marks.set( 'A', null );
		expect( told ).toBe( 1 );
	} );
} );
