import { existsSync } from 'node:fs';
import { type Dockerfile, DockerfileParser, type Instruction } from 'dockerfile-ast';
import { inRoot } from '../../lib/paths.ts';
import { type Tree, treesAt } from './tree.ts';
import { parse, textOf } from './manifests.ts';

/** One FROM with what follows it. */
interface Stage {
	readonly name: string;
	readonly image: string;
	readonly instructions: readonly Instruction[];
}

function variablesIn( dockerfile: Dockerfile ): ReadonlyMap< string, string > {
	return new Map(
		dockerfile
			.getInitialARGs()
			.map( ( arg ) => [ arg.getProperty()?.getName() ?? '', arg.getProperty()?.getValue() ?? '' ] )
	);
}

function stagesOf( dockerfile: Dockerfile ): readonly Stage[] {
	const variables = variablesIn( dockerfile );
	const stages: { name: string; image: string; instructions: Instruction[] }[] = [];
	for ( const instruction of dockerfile.getInstructions() ) {
		if ( instruction.getKeyword() === 'FROM' ) {
			const [ image = '', , name = '' ] = instruction.getArguments().map( ( one ) => one.getValue() );
			stages.push( {
				name,
				image: image.replace( /^\$\{(\w+)\}$/, ( all, key: string ) => variables.get( key ) ?? all ),
				instructions: [],
			} );
		} else {
			stages.at( -1 )?.instructions.push( instruction );
		}
	}
	return stages;
}

/** Instructions of a stage and of those it is made from, the oldest first. */
function history( stage: Stage, all: readonly Stage[] ): readonly Instruction[] {
	const parent = all.find( ( one ) => one.name === stage.image );
	return [ ...( parent === undefined ? [] : history( parent, all ) ), ...stage.instructions ];
}

const text = ( instruction: Instruction ): string => instruction.getArgumentsContent() ?? '';

const last = ( instructions: readonly Instruction[], keyword: string ): string | undefined => {
	const found = instructions.filter( ( one ) => one.getKeyword() === keyword ).at( -1 );
	return found === undefined ? undefined : text( found );
};

/** Images that kustomize gives a name to: these stages have to be there. */
export function imagesWanted(): readonly string[] {
	const [ base ] = parse( textOf( 'deploy/kubernetes/base/kustomization.yaml' ) );
	return treesAt( base, 'images' ).map( ( image: Tree ) => String( image.name ).replace( 'lernwelt/', '' ) );
}

/**
 * What is wrong with the Dockerfile.
 *
 * @param content Text of it.
 * @param wanted  Stages that become images.
 */
export function dockerfileProblems( content: string, wanted: readonly string[] ): readonly string[] {
	const dockerfile = DockerfileParser.parse( content );
	const stages = stagesOf( dockerfile );
	const names = stages.map( ( { name } ) => name );
	return [
		...wanted.filter( ( name ) => ! names.includes( name ) ).map( ( name ) => `there is no stage "${ name }"` ),
		...stages
			.filter(
				( { image } ) =>
					! names.includes( image ) &&
					! /@sha256:[0-9a-f]{64}$/.test( image ) &&
					! /:\d+(\.\d+)+[a-z0-9.-]*$/.test( image )
			)
			.map( ( { image } ) => `"${ image }" is neither a digest nor a whole version` ),
		...stages.flatMap( ( { instructions } ) => instructions.flatMap( common ) ),
		...stages.filter( ( { name } ) => wanted.includes( name ) ).flatMap( ( stage ) => finished( stage, stages ) ),
	];
}

function common( instruction: Instruction ): readonly string[] {
	// Flags stand in the whole text only.
	const whole = instruction.toString();
	return faults( instruction.getKeyword(), whole.slice( whole.indexOf( ' ' ) + 1 ) ).map(
		( fault ) => `line ${ instruction.getRange().start.line + 1 }: ${ fault }`
	);
}

function faults( keyword: string, content: string ): readonly string[] {
	switch ( keyword ) {
		case 'ADD':
			return [ 'ADD fetches and unpacks unasked: use COPY' ];
		case 'COPY': {
			const words = content.split( /\s+/ ).filter( ( word ) => word !== '\\' && word !== '' );
			if ( words.some( ( word ) => word.startsWith( '--from=' ) ) ) {
				return [];
			}
			const sources = words.filter( ( word ) => ! word.startsWith( '--' ) ).slice( 0, -1 );
			return sources
				.filter( ( path ) => ! existsSync( inRoot( path ) ) )
				.map( ( path ) => `there is no ${ path }` );
		}
		case 'RUN':
			return [
				...( /\b(curl|wget)\b[^|&;]*\|\s*(ba)?sh/.test( content ) ? [ `runs what it fetched unseen` ] : [] ),
				...( content.includes( 'apt-get install' ) && ! content.includes( '--no-install-recommends' )
					? [ `installs more than is named` ]
					: [] ),
				...( content.includes( 'apt-get install' ) && ! content.includes( 'rm -rf /var/lib/apt/lists/*' )
					? [ `leaves package lists behind` ]
					: [] ),
			];
		case 'ENV':
		case 'ARG':
			return /PASSWORD|TOKEN|SECRET(?!S=)/.test( content ) ? [ `a secret would stay in the image` ] : [];
		default:
			return [];
	}
}

function finished( stage: Stage, all: readonly Stage[] ): readonly string[] {
	const instructions = history( stage, all );
	const user = last( instructions, 'USER' ) ?? '';
	const health = last( instructions, 'HEALTHCHECK' );
	const commands = [ last( instructions, 'ENTRYPOINT' ), last( instructions, 'CMD' ), health ].flatMap( ( one ) =>
		[ ...( one ?? '' ).matchAll( /"([^"]+)"/g ) ].map( ( [ , word = '' ] ) => word )
	);
	const copied = instructions
		.filter( ( one ) => one.getKeyword() === 'COPY' )
		.map( text )
		.join( ' ' );
	return [
		...( /^[1-9]\d{4}:[1-9]\d{4}$/.test( user )
			? []
			: [ `${ stage.name } runs as "${ user }": a number from 10000 on, please` ] ),
		...( health === undefined ? [ `${ stage.name } says nothing about its health` ] : [] ),
		...commands
			.filter( ( word ) => ! copied.includes( `deploy/docker/bin/${ word }` ) )
			.map( ( word ) => `${ stage.name } starts ${ word }, which nobody copied into it` ),
	];
}

/** Stages, targets of the build script and images of compose have the same names. */
export function sameImages( compose: Tree ): readonly string[] {
	const wanted = [ ...imagesWanted() ].sort().join();
	const built =
		/^for image in ([a-z ]+); do$/m.exec( textOf( 'deploy/docker/build' ) )?.[ 1 ]?.split( ' ' ).sort().join() ??
		'';
	const used = Object.values( compose.services ?? {} )
		.map( ( service ) => /\/([a-z]+):\$\{LERNWELT_VERSION/.exec( String( ( service as Tree ).image ) )?.[ 1 ] )
		.filter( ( name ) => name !== undefined );
	const composed = [ ...new Set( used ) ].sort().join();
	return [
		...( built === wanted ? [] : [ `deploy/docker/build makes ${ built }, the cluster wants ${ wanted }` ] ),
		...( composed === wanted ? [] : [ `compose.yaml uses ${ composed }, the cluster wants ${ wanted }` ] ),
	];
}
