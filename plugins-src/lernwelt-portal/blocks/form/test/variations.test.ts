import { describe, expect, it } from '@jest/globals';
import metadata from '../block.json';
import { variations } from '../variations';

describe( 'variations', () => {
	it( 'offers every kind of form once, and one by default', () => {
		const kinds = variations().map( ( variation ) => variation.attributes.kind );
		expect( [ ...kinds ].sort() ).toEqual( [ ...metadata.attributes.kind.enum ].sort() );
		expect( variations().filter( ( variation ) => 'isDefault' in variation && variation.isDefault ) ).toHaveLength(
			1
		);
	} );

	it( 'recognises a form in the content', () => {
		const active = variations().filter( ( variation ) =>
			variation.isActive( { kind: 'barrier' }, variation.attributes )
		);
		expect( active.map( ( variation ) => variation.name ) ).toEqual( [ 'barrier' ] );
	} );
} );
