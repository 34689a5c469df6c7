/** Shows the requests where the page has a place for them; their code is loaded only then. */
export function startApprovals(): void {
	const place = document.getElementById( 'lernwelt-approvals' );
	if ( place === null ) {
		return;
	}
	void import( /* webpackChunkName: "approvals" */ './index' ).then( ( { show } ) => show( place ) );
}
