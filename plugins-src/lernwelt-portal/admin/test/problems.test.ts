import { describe, expect, it } from '@jest/globals';
import { inOrder } from '../fields';
import { failureOf } from '../problems';

describe( 'failureOf', () => {
	it( 'turns every refused field into a sentence', () => {
		const { problems, message } = failureOf( {
			code: 'lernwelt_invalid',
			message: 'Some entries are not correct.',
			data: { status: 422, fields: { email: 'pattern', city: 'too_long', postcode: 'line_break' } },
		} );
		expect( message ).toBe( '' );
		expect( problems.email ).toMatch( /name@example\.org/ );
		expect( problems.city ).toMatch( /too long/ );
		expect( problems.postcode ).toMatch( /five digits/ );
	} );

	it( 'says what was measured when an accent is refused', () => {
		const { problems } = failureOf( {
			data: {
				fields: { accent: 'contrast' },
				contrast: { foreground: 'accent', background: 'white', ratio: 2.28, required: 4.5 },
			},
		} );
		expect( problems.accent ).toMatch( /2[.,]28:1/ );
		expect( problems.accent ).toMatch( /4[.,]5:1/ );
	} );

	it( 'passes on why the request failed as a whole', () => {
		expect( failureOf( { message: 'Please log in first.', data: { status: 401 } } ) ).toEqual( {
			problems: {},
			message: 'Please log in first.',
		} );
	} );

	it.each( [ new TypeError( '' ), null, undefined, 'offline' ] )( 'has a sentence for %p', ( error ) => {
		const { problems, message } = failureOf( error );
		expect( problems ).toEqual( {} );
		expect( typeof message ).toBe( 'string' );
	} );
} );

describe( 'inOrder', () => {
	it( 'sorts fields as the screen shows them', () => {
		expect( inOrder( [ 'accent', 'accessibility_email', 'email', 'organisation', 'logo' ] ) ).toEqual( [
			'organisation',
			'email',
			'accessibility_email',
			'logo',
			'accent',
		] );
	} );
} );
