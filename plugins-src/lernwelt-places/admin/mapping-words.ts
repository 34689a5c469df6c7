import { __ } from '@wordpress/i18n';
import { allFields } from './fields';
import { sentenceOf, type Reasons } from './problems';

/**
 * What a path in the mapping is called on the screen.
 *
 * @param path Path, e.g. `fields.title.from`.
 */
export function pathLabel( path: string ): string {
	const [ first = '', second = '' ] = path.split( '.' );
	switch ( first ) {
		case 'fields':
			return allFields().find( ( field ) => field.name === second )?.label ?? second;
		case 'id':
			return __( 'Id', 'lernwelt-places' );
		case 'coordinates':
			return second === 'east'
				? __( 'Longitude or easting', 'lernwelt-places' )
				: __( 'Latitude or northing', 'lernwelt-places' );
		case 'delimiter':
			return __( 'Sign between columns', 'lernwelt-places' );
		case 'path':
			return __( 'Path to the records', 'lernwelt-places' );
		default:
			return path;
	}
}

/**
 * What is wrong at a path.
 *
 * @param path   Path.
 * @param reason Reason code, undefined for none.
 */
export function pathProblem( path: string, reason: string | undefined ): string | undefined {
	if ( reason === 'required' && ( path === 'id' || path.startsWith( 'id.' ) ) ) {
		return __(
			'Please choose the column that tells the places apart, even when everything else changes.',
			'lernwelt-places'
		);
	}
	if ( reason === 'required' && path.startsWith( 'fields.title' ) ) {
		return __( 'Please choose the column with the name of the place.', 'lernwelt-places' );
	}
	return sentenceOf( reason );
}

/**
 * The sentence for a control, from any path below it.
 *
 * @param problems Path → reason code.
 * @param prefix   Path of the control.
 */
export function problemAt( problems: Reasons, prefix: string ): string | undefined {
	const path = Object.keys( problems ).find(
		( candidate ) => candidate === prefix || candidate.startsWith( `${ prefix }.` )
	);
	return path === undefined ? undefined : pathProblem( path, problems[ path ] );
}
