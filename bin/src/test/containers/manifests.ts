import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { aptInstall } from '../../lib/apt.ts';
import { inRoot } from '../../lib/paths.ts';
import { exists, must } from '../../lib/run.ts';
import { isTree, textAt, type Tree, treeAt, treesAt } from './tree.ts';

/** What of deploy/kubernetes is rendered and checked. */
export const ROOMS = [ 'base', 'overlays/staging', 'overlays/production' ] as const;

/** All objects of one rendered folder. */
export interface Rendered {
	/** Folder below deploy/kubernetes. */
	readonly room: string;
	readonly objects: readonly Tree[];
}

/** A pod that some object makes. */
export interface Pod {
	/** "CronJob backup". */
	readonly where: string;
	readonly kind: string;
	readonly name: string;
	readonly labels: Tree;
	readonly spec: Tree;
	/** Init containers, too. */
	readonly containers: readonly Tree[];
}

/** "CronJob backup". */
export function nameOf( object: Tree ): string {
	return `${ textAt( object, 'kind' ) } ${ textAt( object, 'metadata', 'name' ) }`;
}

export function ofKind( { objects }: Rendered, ...kinds: readonly string[] ): readonly Tree[] {
	return objects.filter( ( object ) => kinds.includes( textAt( object, 'kind' ) ) );
}

/** The pods that all objects make. */
export function podsOf( rendered: Rendered ): readonly Pod[] {
	return ofKind( rendered, 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob' ).map( ( object ) => {
		const kind = textAt( object, 'kind' );
		const template =
			kind === 'CronJob'
				? treeAt( object, 'spec', 'jobTemplate', 'spec', 'template' )
				: treeAt( object, 'spec', 'template' );
		const spec = treeAt( template, 'spec' );
		return {
			where: nameOf( object ),
			kind,
			name: textAt( object, 'metadata', 'name' ),
			labels: treeAt( template, 'metadata', 'labels' ),
			spec,
			containers: [ ...treesAt( spec, 'initContainers' ), ...treesAt( spec, 'containers' ) ],
		};
	} );
}

/** All objects of a YAML text; a mistake in it throws. */
export function parse( text: string ): readonly Tree[] {
	return parseAllDocuments( text ).map( ( document ) => {
		const [ error ] = 'errors' in document ? document.errors : [];
		if ( error !== undefined ) {
			throw error;
		}
		const value: unknown = 'toJS' in document ? document.toJS() : undefined;
		if ( ! isTree( value ) ) {
			throw new TypeError( 'A document is no mapping.' );
		}
		return value;
	} );
}

/** Installs kubectl where it is missing. */
export async function ensureKubectl(): Promise< void > {
	if ( ! ( await exists( 'kubectl' ) ) ) {
		await aptInstall( [ 'kubernetes-client' ], 'kubectl' );
	}
}

/**
 * Renders a folder with kustomize.
 *
 * @param room   Folder, e.g. "overlays/staging".
 * @param folder What it lies in.
 */
export async function render( room: string, folder = inRoot( 'deploy/kubernetes' ) ): Promise< Rendered > {
	const { stdout } = await must( 'kubectl', [ 'kustomize', join( folder, room ) ] );
	return { room, objects: parse( stdout ) };
}

/** A file of the project as text. */
export function textOf( path: string ): string {
	return readFileSync( inRoot( path ), 'utf8' );
}
