/** Shows the statistics where the page has a place for them; their code is loaded only then. */
export function startStatistics(): void {
	const place = document.getElementById( 'lernwelt-booking-statistics' );
	if ( place === null ) {
		return;
	}
	void import( /* webpackChunkName: "statistics" */ './index' ).then( ( { show } ) => show( place ) );
}
