import { address } from './network.ts';

/** Whether the portals are reached by TLS, as they always are in production. */
export const isSecure = address( 'lernorte' ).startsWith( 'https:' );

/**
 * Full name of a cookie of ours: bound to its host by it where there is TLS.
 *
 * @param name Name without the prefix, e.g. "lernwelt-pupil".
 */
export function hostCookie( name: string ): string {
	return isSecure ? `__Host-${ name }` : name;
}
