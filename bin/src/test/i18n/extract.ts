import { existsSync } from 'node:fs';
import ts from 'typescript';
import { inRoot } from '../../lib/paths.ts';
import { portalList } from '../../lib/portals.ts';
import { phpSources } from '../structure/facts.ts';
import { read, sources } from '../structure/sources.ts';
import { type Entry, entryOf, isEntry, isUnreadable, SHAPES, type Unreadable } from './entry.ts';

/** Everything translatable in one plugin or theme. */
export interface Extracted {
	readonly entries: readonly Entry[];
	readonly unreadable: readonly Unreadable[];
}

/**
 * @param folder Folder of the plugin or theme, e.g. "plugins-src/lernwelt-portal".
 * @param slug   Its slug, which is its text domain.
 */
export async function extract( folder: string, slug: string ): Promise< Extracted > {
	const found = [
		...( await fromPhp( folder ) ),
		...fromScripts( folder ),
		...fromBlocks( folder, slug ),
		...fromHeaders( folder, slug ),
		...fromThemeJson( folder, slug ),
	];
	return { entries: found.filter( isEntry ), unreadable: found.filter( isUnreadable ) };
}

async function fromPhp( folder: string ): Promise< Array< Entry | Unreadable > > {
	const files = [ ...( await phpSources() ).files ].filter(
		( [ path ] ) => path.startsWith( `${ folder }/` ) && ! path.includes( '/tests/' )
	);
	return files.flatMap( ( [ path, { translations } ] ) =>
		translations
			.map( ( call ) => entryOf( call.name, call.arguments, `${ path }:${ call.line }` ) )
			.filter( ( item ) => item !== null )
	);
}

function fromScripts( folder: string ): Array< Entry | Unreadable > {
	return sources( folder, 'ts', 'tsx' )
		.filter( ( path ) => ! /\.test\.tsx?$|\/(test|tests)\//.test( path ) )
		.flatMap( ( path ) => {
			const file = ts.createSourceFile(
				path,
				read( path ),
				ts.ScriptTarget.Latest,
				true,
				path.endsWith( 'x' ) ? ts.ScriptKind.TSX : ts.ScriptKind.TS
			);
			const found: Array< Entry | Unreadable > = [];
			const visit = ( node: ts.Node ): void => {
				if (
					ts.isCallExpression( node ) &&
					ts.isIdentifier( node.expression ) &&
					node.expression.text in SHAPES
				) {
					const line = file.getLineAndCharacterOfPosition( node.getStart() ).line + 1;
					const args = node.arguments.map( ( argument ) =>
						ts.isStringLiteralLike( argument ) ? argument.text : null
					);
					const entry = entryOf( node.expression.text, args, `${ path }:${ line }` );
					if ( entry !== null ) {
						found.push( entry );
					}
				}
				ts.forEachChild( node, visit );
			};
			visit( file );
			return found;
		} );
}

interface BlockJson {
	readonly title?: string;
	readonly description?: string;
	readonly keywords?: readonly string[];
	readonly textdomain?: string;
	readonly styles?: ReadonlyArray< { readonly label?: string } >;
	readonly variations?: ReadonlyArray< { readonly title?: string; readonly description?: string } >;
}

function fromBlocks( folder: string, slug: string ): Array< Entry | Unreadable > {
	return sources( `${ folder }/blocks`, 'json' )
		.filter( ( path ) => path.endsWith( '/block.json' ) )
		.flatMap( ( path ): Array< Entry | Unreadable > => {
			const block = JSON.parse( read( path ) ) as BlockJson;
			if ( block.textdomain !== slug ) {
				return [ { where: path, why: `needs "textdomain": "${ slug }"` } ];
			}
			const texts: Array< readonly [ string | undefined, string ] > = [
				[ block.title, 'block title' ],
				[ block.description, 'block description' ],
				...( block.keywords ?? [] ).map( ( word ) => [ word, 'block keyword' ] as const ),
				...( block.styles ?? [] ).map( ( { label } ) => [ label, 'block style label' ] as const ),
				...( block.variations ?? [] ).flatMap( ( { title, description } ) => [
					[ title, 'block variation title' ] as const,
					[ description, 'block variation description' ] as const,
				] ),
			];
			return texts.flatMap( ( [ id, context ] ) =>
				id === undefined ? [] : [ { id, context, domain: slug, where: path } ]
			);
		} );
}

/** Header lines that WordPress translates: of the plugin or theme, of patterns and page templates. */
function fromHeaders( folder: string, slug: string ): Entry[] {
	const field = ( path: string, name: string, context?: string ): Entry[] => {
		if ( ! existsSync( inRoot( path ) ) ) {
			return [];
		}
		const id = new RegExp( `^[\\s*]*${ name }:\\s*(.+?)\\s*$`, 'm' ).exec( read( path ).slice( 0, 8192 ) )?.[ 1 ];
		return id === undefined
			? []
			: [ { id, domain: slug, where: path, ...( context === undefined ? {} : { context } ) } ];
	};
	const theme = slug === portalList().parentTheme;
	return [
		...( theme
			? field( `${ folder }/style.css`, 'Description' )
			: [ 'Plugin Name', 'Description' ].flatMap( ( name ) => field( `${ folder }/${ slug }.php`, name ) ) ),
		...sources( `${ folder }/patterns`, 'php' ).flatMap( ( path ) => [
			...field( path, 'Title', 'Pattern title' ),
			...field( path, 'Description', 'Pattern description' ),
		] ),
		...sources( `${ folder }/page-templates`, 'php' ).flatMap( ( path ) => field( path, 'Template Name' ) ),
	];
}

/**
 * Lists of theme.json whose names the editor shows, and the context WordPress translates them with. A font keeps its
 * own name; the palette's names are in the filter that writes it whole.
 */
const NAMED = [
	[ 'settings.typography.fontSizes', 'Font size name' ],
	[ 'settings.spacing.spacingSizes', 'Space size name' ],
] as const;

function fromThemeJson( folder: string, slug: string ): Entry[] {
	const path = `${ folder }/theme.json`;
	if ( ! existsSync( inRoot( path ) ) ) {
		return [];
	}
	const at = ( value: unknown, key: string ): unknown => ( value as Record< string, unknown > | undefined )?.[ key ];
	return NAMED.flatMap( ( [ list, context ] ) => {
		const presets = list.split( '.' ).reduce( at, JSON.parse( read( path ) ) as unknown ) as
			Array< { name: string } > | undefined;
		return ( presets ?? [] )
			.filter( ( { name } ) => /\p{L}/u.test( name ) )
			.map( ( { name } ) => ( { id: name, context, domain: slug, where: path } ) );
	} );
}
