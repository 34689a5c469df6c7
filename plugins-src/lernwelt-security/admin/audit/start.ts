/** Shows the log where the page has a place for it; its code is loaded only then. */
export function startAudit(): void {
	const place = document.getElementById( 'lernwelt-audit' );
	if ( place === null ) {
		return;
	}
	void import( /* webpackChunkName: "audit" */ './index' ).then( ( { show } ) => show( place ) );
}
