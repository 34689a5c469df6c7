import qrcode from 'qrcode-generator';

const QUIET = 4;

/**
 * Draws the address of an authenticator app as a picture, in the browser: the key is sent nowhere.
 *
 * @param place Element that carries the address.
 */
function draw( place: HTMLElement ): void {
	const address = place.dataset.address;
	if ( address === undefined ) {
		return;
	}
	const code = qrcode( 0, 'M' );
	code.addData( address );
	code.make();
	const count = code.getModuleCount();
	let path = '';
	for ( let row = 0; row < count; row++ ) {
		for ( let column = 0; column < count; column++ ) {
			if ( code.isDark( row, column ) ) {
				path += `M${ column + QUIET } ${ row + QUIET }h1v1h-1z`;
			}
		}
	}
	const namespace = 'http://www.w3.org/2000/svg';
	const svg = document.createElementNS( namespace, 'svg' );
	const size = count + 2 * QUIET;
	svg.setAttribute( 'viewBox', `0 0 ${ size } ${ size }` );
	svg.setAttribute( 'shape-rendering', 'crispEdges' );
	svg.setAttribute( 'aria-hidden', 'true' );
	const dark = document.createElementNS( namespace, 'path' );
	dark.setAttribute( 'd', path );
	svg.append( dark );
	place.replaceChildren( svg );
}

document.querySelectorAll< HTMLElement >( '#lernwelt-qr' ).forEach( draw );
