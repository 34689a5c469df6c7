import { type Pod, podsOf, type Rendered } from './manifests.ts';
import { dig, textAt, textsAt, type Tree, treeAt, treesAt } from './tree.ts';

/** A rule that manifests have to keep: what it is called, and what breaks it. */
export interface Rule {
	readonly name: string;
	readonly problems: ( rendered: Rendered ) => readonly string[];
}

/** A rule about pods, told by what must be true. */
function podRule( name: string, facts: ( pod: Pod ) => Readonly< Record< string, boolean > > ): Rule {
	return {
		name,
		problems: ( rendered ) =>
			podsOf( rendered ).flatMap( ( pod ) => broken( `${ rendered.room }: ${ pod.where }`, facts( pod ) ) ),
	};
}

/** The same about each of their containers. */
function containerRule(
	name: string,
	facts: ( container: Tree, pod: Pod ) => Readonly< Record< string, boolean > >
): Rule {
	return {
		name,
		problems: ( rendered ) =>
			podsOf( rendered ).flatMap( ( pod ) =>
				pod.containers.flatMap( ( container ) =>
					broken(
						`${ rendered.room }: ${ pod.where }/${ textAt( container, 'name' ) }`,
						facts( container, pod )
					)
				)
			),
	};
}

function broken( where: string, facts: Readonly< Record< string, boolean > > ): string[] {
	return Object.entries( facts )
		.filter( ( [ , holds ] ) => ! holds )
		.map( ( [ fact ] ) => `${ where }: not true: ${ fact }` );
}

const tag = ( image: string ): string => /:([^:/@]+)(@|$)/.exec( image )?.[ 1 ] ?? '';

/** What each pod and container has to be like, whatever it does. */
export const podRules: readonly Rule[] = [
	podRule( 'pods keep the strictest level of pod security', ( { spec } ) => {
		const context = treeAt( spec, 'securityContext' );
		return {
			'runs as nobody special (runAsNonRoot, a number from 10000 on)':
				context.runAsNonRoot === true &&
				Number( context.runAsUser ) >= 10000 &&
				context.runAsGroup !== undefined,
			'seccomp is RuntimeDefault': textAt( context, 'seccompProfile', 'type' ) === 'RuntimeDefault',
			'shares nothing with its node': [ 'hostNetwork', 'hostPID', 'hostIPC' ].every( ( key ) => ! spec[ key ] ),
			'mounts nothing of its node': treesAt( spec, 'volumes' ).every( ( volume ) => ! ( 'hostPath' in volume ) ),
		};
	} ),
	podRule( 'pods have no way to the API of Kubernetes', ( { spec } ) => ( {
		'the account is ours': textAt( spec, 'serviceAccountName' ) === 'lernwelt',
		'its token is not mounted': spec.automountServiceAccountToken === false,
		'other services do not show up as variables': spec.enableServiceLinks === false,
	} ) ),
	containerRule( 'containers are read-only and without rights', ( container ) => {
		const context = treeAt( container, 'securityContext' );
		return {
			'the root file system is read-only': context.readOnlyRootFilesystem === true,
			'no rights can be gained': context.allowPrivilegeEscalation === false && ! context.privileged,
			'all capabilities are dropped': textsAt( context, 'capabilities', 'drop' ).join() === 'ALL',
			'no capability is added': textsAt( context, 'capabilities', 'add' ).length === 0,
		};
	} ),
	containerRule( 'containers say what they need and may have', ( container ) => {
		const of = ( group: string, name: string ): string => textAt( container, 'resources', group, name );
		return {
			'cpu and memory are requested': of( 'requests', 'cpu' ) !== '' && of( 'requests', 'memory' ) !== '',
			'cpu and memory are limited': of( 'limits', 'cpu' ) !== '' && of( 'limits', 'memory' ) !== '',
		};
	} ),
	containerRule( 'containers that go on running are watched', ( container, { kind } ) => ( {
		'starting and living are asked for':
			kind !== 'Deployment' || ( 'startupProbe' in container && 'livenessProbe' in container ),
		'probes have time to be answered': [ 'startupProbe', 'livenessProbe', 'readinessProbe' ].every(
			( probe ) =>
				dig( container, probe, 'exec' ) === undefined ||
				Number( dig( container, probe, 'timeoutSeconds' ) ) >= 4
		),
	} ) ),
	podRule( 'pods that get visitors say when they are ready', ( { kind, containers } ) => ( {
		'one container is asked': kind !== 'Deployment' || containers.some( ( one ) => 'readinessProbe' in one ),
	} ) ),
	containerRule( 'images have a version', ( container ) => {
		const image = textAt( container, 'image' );
		return {
			[ `"${ image }" names one, not the newest` ]:
				image.includes( '@sha256:' ) || ! [ '', 'latest', 'stable', 'main' ].includes( tag( image ) ),
		};
	} ),
	{
		name: 'all images of one release have the same version',
		problems: ( rendered ) => {
			const images = podsOf( rendered ).flatMap( ( pod ) =>
				pod.containers.map( ( one ) => textAt( one, 'image' ) )
			);
			const versions = new Set( images.filter( ( image ) => image.includes( '/lernwelt/' ) ).map( tag ) );
			return versions.size === 1 ? [] : [ `${ rendered.room }: versions ${ [ ...versions ].join( ', ' ) }` ];
		},
	},
	podRule( 'folders in memory and on the node are limited', ( { spec } ) => ( {
		'every emptyDir has a size': treesAt( spec, 'volumes' ).every(
			( volume ) => ! ( 'emptyDir' in volume ) || textAt( volume, 'emptyDir', 'sizeLimit' ) !== ''
		),
	} ) ),
	{
		name: 'tasks by the clock never run twice and never forever',
		problems: ( rendered ) =>
			rendered.objects
				.filter( ( { kind } ) => kind === 'CronJob' || kind === 'Job' )
				.flatMap( ( object ) => {
					const spec = treeAt( object, 'spec' );
					const job = object.kind === 'Job' ? spec : treeAt( spec, 'jobTemplate', 'spec' );
					return broken( `${ rendered.room }: ${ textAt( object, 'metadata', 'name' ) }`, {
						'a second one waits (Forbid)': object.kind === 'Job' || spec.concurrencyPolicy === 'Forbid',
						'its time zone is named': object.kind === 'Job' || spec.timeZone !== undefined,
						'what was missed long ago is left out':
							object.kind === 'Job' || Number( spec.startingDeadlineSeconds ) > 0,
						'it ends': Number( job.activeDeadlineSeconds ) > 0,
						'it is cleared away': Number( job.ttlSecondsAfterFinished ) > 0,
						'what failed is looked at before it runs again': job.backoffLimit === 0,
					} );
				} ),
	},
];
