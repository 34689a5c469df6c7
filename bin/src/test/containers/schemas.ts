import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import { nameOf, type Rendered } from './manifests.ts';
import { isTree, textAt, type Tree } from './tree.ts';

const require = createRequire( import.meta.url );

/** Kinds that the cluster learns from an operator; npm has no schemas of theirs. */
const FOREIGN = [ 'MariaDB', 'Database', 'User', 'Grant' ].map( ( kind ) => `k8s.mariadb.com/v1alpha1 ${ kind }` );

/** The schemas of one package: each of its modules holds one, as data. */
function schemasOf( folder: string ): ReadonlyMap< string, Tree > {
	const found = new Map< string, Tree >();
	for ( const name of readdirSync( folder ).filter( ( file ) => file.endsWith( '.mjs' ) ) ) {
		const text = readFileSync( join( folder, name ), 'utf8' );
		const [ , json ] = /^const schema = (\{[\s\S]*?^\});$/m.exec( text ) ?? [];
		const [ , id ] = /register\("([^"]+)", schema\)/.exec( text ) ?? [];
		if ( json !== undefined && id !== undefined ) {
			found.set( id, JSON.parse( json ) as Tree );
		}
	}
	return found;
}

/** As the API server does with --validate=strict: a field that nobody knows is a mistake, not something to leave out. */
function strict( schema: unknown ): unknown {
	if ( Array.isArray( schema ) ) {
		return schema.map( strict );
	}
	if ( ! isTree( schema ) ) {
		return schema;
	}
	const copy = Object.fromEntries( Object.entries( schema ).map( ( [ key, value ] ) => [ key, strict( value ) ] ) );
	return isTree( schema.properties ) && schema.additionalProperties === undefined
		? { ...copy, additionalProperties: false }
		: copy;
}

/** Checks objects against the schemas of Kubernetes' own kinds. */
export class Schemas {
	private readonly ajv = new Ajv( { strict: false, allErrors: true } );
	private readonly kinds = new Map< string, string >();

	constructor() {
		const models = dirname( require.resolve( 'kubernetes-models' ) );
		const machinery = dirname( require.resolve( '@kubernetes-models/apimachinery', { paths: [ models ] } ) );
		const all = [ ...schemasOf( join( models, '_schemas' ) ), ...schemasOf( join( machinery, '_schemas' ) ) ];
		if ( all.length < 500 ) {
			throw new Error( `kubernetes-models brings ${ all.length } schemas only: has its layout changed?` );
		}
		this.ajv.addFormat( 'quantity', /^[+-]?\d+(\.\d+)?([EPTGM]i?|Ki|k|m|u|n|e\d+)?$/ );
		for ( const format of [ 'string', 'byte', 'int32', 'int64', 'double', 'date-time' ] ) {
			this.ajv.addFormat( format, true );
		}
		for ( const [ id, schema ] of all ) {
			this.ajv.addSchema( strict( schema ) as Tree, id );
			const properties = isTree( schema.properties ) ? schema.properties : {};
			const [ version, kind ] = [ properties.apiVersion, properties.kind ].map( ( one ) =>
				isTree( one ) && Array.isArray( one.enum ) ? String( one.enum[ 0 ] ) : ''
			);
			if ( version !== '' && kind !== '' ) {
				this.kinds.set( `${ version } ${ kind }`, id );
			}
		}
	}

	/** What Kubernetes would not take. */
	problems( { room, objects }: Rendered ): string[] {
		return objects.flatMap( ( object ) => {
			const kind = `${ textAt( object, 'apiVersion' ) } ${ textAt( object, 'kind' ) }`;
			const id = this.kinds.get( kind );
			if ( id === undefined ) {
				return FOREIGN.includes( kind ) ? [] : [ `${ room }: nobody knows "${ kind }"` ];
			}
			const validate: ValidateFunction | undefined = this.ajv.getSchema( id );
			if ( validate === undefined || validate( object ) === true ) {
				return validate === undefined ? [ `${ room }: no schema for ${ kind }` ] : [];
			}
			return ( validate.errors ?? [] )
				.filter( ( { keyword, message } ) => keyword !== 'oneOf' && message !== 'must be null' )
				.map(
					( { instancePath, message, params } ) =>
						`${ room }: ${ nameOf( object ) } ${ instancePath } ${ message ?? '' } ${ JSON.stringify( params ) }`
				);
		} );
	}
}
