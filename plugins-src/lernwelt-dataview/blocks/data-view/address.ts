/**
 * The address a form leads to when a browser sends it by GET, without the fields that are empty.
 *
 * @param form Form with `method="get"`.
 */
export function formAddress( form: HTMLFormElement ): URL {
	const address = new URL( form.action );
	address.hash = '';
	address.search = '';
	for ( const [ name, value ] of new FormData( form ) ) {
		if ( typeof value === 'string' && value.trim() !== '' ) {
			address.searchParams.append( name, value.trim() );
		}
	}
	return address;
}

/**
 * Whether an address is another view of the page shown: the same path, another query.
 *
 * @param address Address of a link.
 * @param here    Address of the page.
 */
export function isOtherView( address: URL, here: URL ): boolean {
	return (
		address.origin === here.origin &&
		address.pathname === here.pathname &&
		! ( address.search === here.search && address.hash !== '' )
	);
}

/**
 * Whether a click asks for the link in this window, not for a new tab or a download.
 *
 * @param event Click.
 * @param link  Link that was clicked.
 */
export function isPlainClick( event: MouseEvent, link: HTMLAnchorElement ): boolean {
	return (
		event.button === 0 &&
		! ( event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented ) &&
		[ '', '_self' ].includes( link.target ) &&
		! link.hasAttribute( 'download' )
	);
}

/**
 * Adds ids to the address of the records.
 *
 * @param records REST address of a source's records.
 * @param ids     Ids.
 */
export function recordsAddress( records: string, ids: readonly number[] ): string {
	const address = new URL( records );
	address.searchParams.set( 'ids', ids.join( ',' ) );
	return address.href;
}
