import { unregisterBlockStyle } from '@wordpress/blocks';
import domReady from '@wordpress/dom-ready';

/** Looks that core's blocks bring along and this design does not have. */
const unwanted: Readonly< Record< string, readonly string[] > > = {
	'core/image': [ 'rounded' ],
	'core/quote': [ 'plain' ],
	'core/separator': [ 'wide', 'dots' ],
	'core/table': [ 'stripes' ],
};

domReady( () => {
	for ( const [ block, styles ] of Object.entries( unwanted ) ) {
		unregisterBlockStyle( block, [ ...styles ] );
	}
} );
