import { describe, expect, test } from '@jest/globals';
import { withoutRemoteExample } from '../previews';

const HOST = 'lernorte.localhost:8080';

describe( 'withoutRemoteExample', () => {
	test( 'drops an example that shows a picture from another server', () => {
		const settings = {
			name: 'core/image',
			example: { attributes: { url: 'https://s.w.org/images/core/5.3/MtBlanc1.jpg' } },
		};

		expect( withoutRemoteExample( settings, HOST ) ).toEqual( { name: 'core/image', example: undefined } );
	} );

	test( 'finds a picture in an inner block', () => {
		const settings = {
			example: {
				innerBlocks: [ { name: 'core/image', attributes: { images: [ { src: 'https://s.w.org/a.jpg' } ] } } ],
			},
		};

		expect( withoutRemoteExample( settings, HOST ).example ).toBeUndefined();
	} );

	test.each( [
		[ 'text only', { attributes: { content: 'Ein Satz.' } } ],
		[
			'a picture of this portal',
			{ attributes: { url: 'http://lernorte.localhost:8080/wp-includes/images/a.png' } },
		],
		[ 'an embedded picture', { attributes: { url: 'data:image/png;base64,AA==' } } ],
		[ 'a link elsewhere', { attributes: { href: 'https://wordpress.org' } } ],
	] )( 'keeps an example with %s', ( _what, example ) => {
		expect( withoutRemoteExample( { example }, HOST ).example ).toBe( example );
	} );

	test( 'leaves a block without an example alone', () => {
		const settings = { name: 'lernwelt/motif' };

		expect( withoutRemoteExample( settings, HOST ) ).toBe( settings );
	} );
} );
