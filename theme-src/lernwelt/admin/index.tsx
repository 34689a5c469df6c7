import { unregisterBlockStyle } from '@wordpress/blocks';

/** Looks that core's blocks bring along and this design does not have. */
const unwanted: Readonly< Record< string, readonly string[] > > = {
	'core/image': [ 'rounded' ],
	'core/quote': [ 'plain' ],
	'core/separator': [ 'wide', 'dots' ],
	'core/table': [ 'stripes' ],
};

// Blocks bring their styles along when the editor starts.
window.addEventListener( 'load', () => {
	for ( const [ block, styles ] of Object.entries( unwanted ) ) {
		for ( const style of styles ) {
			unregisterBlockStyle( block, style );
		}
	}
} );
