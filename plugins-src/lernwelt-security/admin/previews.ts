/** The part of a block's settings that matters here. */
export interface BlockSettings {
	readonly name?: string;
	readonly example?: unknown;
}

/**
 * Drops a block's example when a picture of it lies on another server: the inserter would load that picture as soon
 * as someone points at the block. Without an example it shows the block's description.
 *
 * @param settings What the block registers.
 * @param host     Host of this portal.
 */
export function withoutRemoteExample< Settings extends BlockSettings >( settings: Settings, host: string ): Settings {
	if (
		settings.example === undefined ||
		! addresses( settings.example ).some( ( address ) => isElsewhere( address, host ) )
	) {
		return settings;
	}
	return { ...settings, example: undefined };
}

/** Addresses of things to load; a link's href is only text in a preview. */
function addresses( example: unknown, key = '' ): readonly string[] {
	if ( typeof example === 'string' ) {
		return key !== 'href' && /^https?:\/\//.test( example ) ? [ example ] : [];
	}
	if ( example === null || typeof example !== 'object' ) {
		return [];
	}
	return Object.entries( example ).flatMap( ( [ name, value ] ) =>
		addresses( value, Array.isArray( example ) ? key : name )
	);
}

function isElsewhere( address: string, host: string ): boolean {
	return URL.canParse( address ) && new URL( address ).host !== host;
}
