/** Shows the rights where the page has a place for them; their code is loaded only then. */
export function startRoles(): void {
	const place = document.getElementById( 'lernwelt-roles' );
	if ( place === null ) {
		return;
	}
	void import( /* webpackChunkName: "roles" */ './index' ).then( ( { show } ) => show( place ) );
}
