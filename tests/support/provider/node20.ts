/** oidc-provider asks for this since Node 22.1; older releases of Node 20 have no URL.parse. */
if ( typeof ( URL as { parse?: unknown } ).parse !== 'function' ) {
	Object.assign( URL, {
		parse: ( address: string, base?: string ): URL | null => {
			try {
				return new URL( address, base );
			} catch {
				return null;
			}
		},
	} );
}
