import { createHash } from 'node:crypto';
import { tools, wordpressPackage } from '../packages.ts';
import { inRoot } from '../paths.ts';
import { must } from '../run.ts';
import { allPlugins, allThemes } from '../portals.ts';
import { bundledPackages, type NpmPackage } from './bundled.ts';
import { type ComposerPackage, installedPackages } from './composer.ts';
import type { Facts } from './facts.ts';

/** One entry of a CycloneDX bill of materials. */
interface Component {
	readonly 'bom-ref': string;
	readonly type: 'application' | 'library' | 'file';
	readonly name: string;
	readonly version?: string;
	readonly group?: string;
	readonly description?: string;
	readonly licenses: readonly ( { readonly license: { readonly id: string } } | { readonly expression: string } )[];
	readonly purl?: string;
	readonly cpe?: string;
	readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

const OURS = 'GPL-2.0-or-later';

/** The one family that documents are set in; it comes with TCPDF, under a licence of its own. */
const PDF_FONT: Component = {
	'bom-ref': 'font:dejavu-sans',
	type: 'file',
	name: 'DejaVu Sans',
	description: 'Font of the PDF documents, part of tecnickcom/tcpdf',
	licenses: [ { license: { id: 'Bitstream-Vera' } } ],
};

/**
 * The bill of materials of a release in CycloneDX 1.6: everything of other people that is inside, with version and
 * licence. The same release has the same one, serial number and time included.
 *
 * @param facts    The release.
 * @param manifest Its manifest.json.
 */
export async function sbom( facts: Facts, manifest: string ): Promise< string > {
	const vendor = inRoot( 'plugins-src/lernwelt-core/build/vendor' );
	const composer = await installedPackages( vendor );
	const components = [
		...( await platform() ),
		PDF_FONT,
		...composer.map( composerComponent ),
		...( await bundledPackages() ).map( npmComponent ),
		...[ ...new Set( [ ...allPlugins(), ...allThemes() ] ) ].map( ownComponent( facts ) ),
	].sort( ( a, b ) => ( a[ 'bom-ref' ] < b[ 'bom-ref' ] ? -1 : 1 ) );
	const root = `pkg:generic/lernwelt-lsa@${ facts.version }`;
	const bom = {
		$schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		serialNumber: `urn:uuid:${ uuid( manifest ) }`,
		version: 1,
		metadata: {
			timestamp: new Date( facts.epoch * 1000 ).toISOString(),
			lifecycles: [ { phase: 'build' } ],
			component: {
				'bom-ref': root,
				type: 'application',
				name: 'lernwelt-lsa',
				version: facts.version,
				licenses: [ { license: { id: OURS } } ],
				purl: root,
				properties: [ { name: 'lernwelt:commit', value: facts.commit } ],
			},
		},
		components,
		dependencies: [
			{ ref: root, dependsOn: components.map( ( component ) => component[ 'bom-ref' ] ) },
			...composer.map( ( entry ) => ( {
				ref: composerRef( entry ),
				dependsOn: composer
					.filter( ( other ) => entry.require?.[ other.name ] !== undefined )
					.map( composerRef ),
			} ) ),
		],
	};
	return `${ JSON.stringify( bom, null, 2 ) }\n`;
}

/** WordPress and wp-cli, whose version the package's name doesn't tell. */
async function platform(): Promise< Component[] > {
	const { stdout } = await must( 'php', [ tools.wpCli, '--allow-root', '--version' ] );
	const wpCli = /\d+\.\d+\.\d+/.exec( stdout )?.[ 0 ];
	if ( wpCli === undefined ) {
		throw new Error( `wp-cli doesn't tell its version: ${ stdout }` );
	}
	const { wordpress, package: name, version, sha512 } = wordpressPackage;
	const from = [
		{ name: 'lernwelt:from', value: `pkg:npm/${ name }@${ version }` },
		{ name: 'lernwelt:from-sha512', value: sha512 },
	];
	const licenses = [ { license: { id: OURS } } ];
	return [
		{
			'bom-ref': `pkg:generic/wordpress@${ wordpress }`,
			type: 'application',
			name: 'wordpress',
			version: wordpress,
			description: 'With what it brings along, and its German language pack',
			licenses,
			purl: `pkg:generic/wordpress@${ wordpress }`,
			cpe: `cpe:2.3:a:wordpress:wordpress:${ wordpress }:*:*:*:*:*:*:*`,
			properties: from,
		},
		{
			'bom-ref': `pkg:composer/wp-cli/wp-cli@${ wpCli }`,
			type: 'application',
			name: 'wp-cli',
			version: wpCli,
			description: 'For the command line of the server, outside of the web root',
			licenses: [ { license: { id: 'MIT' } } ],
			purl: `pkg:composer/wp-cli/wp-cli@${ wpCli }`,
			properties: from,
		},
	];
}

function composerRef( { name, version }: ComposerPackage ): string {
	return `pkg:composer/${ name }@${ version.replace( /^v/, '' ) }`;
}

function composerComponent( entry: ComposerPackage ): Component {
	const [ group = '', name = entry.name ] = entry.name.split( '/' );
	const ids = entry.license ?? [];
	if ( ids.length === 0 ) {
		throw new Error( `${ entry.name } names no licence, so it can't be shipped.` );
	}
	return {
		'bom-ref': composerRef( entry ),
		type: 'library',
		group,
		name,
		version: entry.version.replace( /^v/, '' ),
		// Composer's list means: one of them, as you like.
		licenses: licences( ids.length === 1 ? ( ids[ 0 ] as string ) : `(${ ids.join( ' OR ' ) })` ),
		purl: composerRef( entry ),
	};
}

function npmComponent( entry: NpmPackage ): Component {
	const purl = `pkg:npm/${ entry.name.replace( '@', '%40' ) }@${ entry.version }`;
	return {
		'bom-ref': purl,
		type: 'library',
		name: entry.name,
		version: entry.version,
		licenses: licences( entry.license ),
		purl,
		properties: entry.usedBy.map( ( slug ) => ( { name: 'lernwelt:built-into', value: slug } ) ),
	};
}

function ownComponent( facts: Facts ): ( slug: string ) => Component {
	return ( slug ) => ( {
		'bom-ref': `lernwelt:${ slug }`,
		type: 'library',
		name: slug,
		version: facts.version,
		licenses: licences( OURS ),
	} );
}

function licences( expression: string ): Component[ 'licenses' ] {
	return /[ (]/.test( expression ) ? [ { expression } ] : [ { license: { id: expression } } ];
}

/** A UUID (version 8: of the maker's own making) of a text. */
function uuid( text: string ): string {
	const hex = createHash( 'sha256' ).update( text ).digest( 'hex' );
	const variant = '89ab'.charAt( parseInt( hex.charAt( 16 ), 16 ) % 4 );
	return [
		hex.slice( 0, 8 ),
		hex.slice( 8, 12 ),
		`8${ hex.slice( 13, 16 ) }`,
		variant + hex.slice( 17, 20 ),
		hex.slice( 20, 32 ),
	].join( '-' );
}
