/** Shows the bookings where the page has a place for them; their code is loaded only then. */
export function startBookings(): void {
	const place = document.getElementById( 'lernwelt-bookings' );
	if ( place === null ) {
		return;
	}
	void import( /* webpackChunkName: "bookings" */ './index' ).then( ( { show } ) => show( place ) );
}
