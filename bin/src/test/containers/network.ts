import { nameOf, ofKind, podsOf, type Rendered } from './manifests.ts';
import type { Rule } from './pods.ts';
import { dig, isTree, selects, textAt, textsAt, type Tree, treeAt, treesAt } from './tree.ts';

const ACCESS = 'access.lernwelt-lsa.de/';

/** Labels of every pod; those that operators make (database, proof of a host for its certificate), too. */
function everybody( rendered: Rendered ): readonly { readonly where: string; readonly labels: Tree }[] {
	return [
		...podsOf( rendered ),
		...ofKind( rendered, 'MariaDB' ).map( ( one ) => ( {
			where: nameOf( one ),
			labels: treeAt( one, 'spec', 'inheritMetadata', 'labels' ),
		} ) ),
		{ where: 'cert-manager', labels: { 'acme.cert-manager.io/http01-solver': 'true' } },
	];
}

/** Rules of policies for one direction: which pods they are for, who is at the other end, and the ports. */
function ways( rendered: Rendered, direction: 'ingress' | 'egress' ) {
	return ofKind( rendered, 'NetworkPolicy' ).flatMap( ( policy ) =>
		treesAt( policy, 'spec', direction ).map( ( way ) => ( {
			policy: textAt( policy, 'metadata', 'name' ),
			pods: treeAt( policy, 'spec', 'podSelector' ),
			peers: treesAt( way, direction === 'ingress' ? 'from' : 'to' ),
			ports: treesAt( way, 'ports' ).map(
				( port ) => `${ textAt( port, 'protocol' ) } ${ textAt( port, 'port' ) }`
			),
		} ) )
	);
}

export const networkRules: readonly Rule[] = [
	{
		name: 'nobody may speak with anybody, unless a policy says so',
		problems: ( rendered ) => {
			const closed = ofKind( rendered, 'NetworkPolicy' ).some(
				( { spec } ) =>
					isTree( dig( spec, 'podSelector' ) ) &&
					Object.keys( treeAt( spec, 'podSelector' ) ).length === 0 &&
					textsAt( spec, 'policyTypes' ).join() === 'Ingress,Egress' &&
					dig( spec, 'ingress' ) === undefined &&
					dig( spec, 'egress' ) === undefined
			);
			return closed ? [] : [ `${ rendered.room }: no policy closes all pods in both directions` ];
		},
	},
	{
		name: 'no policy is wide open',
		problems: ( rendered ) =>
			( [ 'ingress', 'egress' ] as const ).flatMap( ( direction ) =>
				ways( rendered, direction ).flatMap( ( { policy, peers, ports } ) => [
					...( ports.length === 0 ? [ `${ rendered.room }: ${ policy } names no port` ] : [] ),
					...( peers.length === 0
						? [ `${ rendered.room }: ${ policy } names nobody, which means everybody` ]
						: [] ),
					...peers
						.map( ( peer ) => textAt( peer, 'ipBlock', 'cidr' ) )
						.filter( ( cidr ) => cidr !== '' && Number( cidr.split( '/' )[ 1 ] ) < 16 )
						.map( ( cidr ) => `${ rendered.room }: ${ policy } lets ${ cidr } through` ),
				] )
			),
	},
	{
		name: 'what a pod asks for by its labels a policy gives',
		problems: ( rendered ) =>
			rendered.room === 'base'
				? []
				: podsOf( rendered ).flatMap( ( pod ) =>
						Object.keys( pod.labels )
							.filter( ( label ) => label.startsWith( ACCESS ) )
							.filter(
								( label ) =>
									! ways( rendered, 'egress' ).some(
										( { pods } ) => treeAt( pods, 'matchLabels' )[ label ] === pod.labels[ label ]
									)
							)
							.map(
								( label ) =>
									`${ rendered.room }: ${ pod.where } asks for ${ label }, no policy knows it`
							)
					),
	},
	{
		name: 'every policy is about somebody',
		problems: ( rendered ) =>
			ofKind( rendered, 'NetworkPolicy' )
				.filter(
					( policy ) =>
						! everybody( rendered ).some( ( { labels } ) =>
							selects( treeAt( policy, 'spec', 'podSelector' ), labels )
						)
				)
				.map( ( policy ) => `${ rendered.room }: ${ nameOf( policy ) } selects no pod` ),
	},
	{
		name: 'where one may go out the other lets in, at the same port',
		problems: ( rendered ) => {
			const all = everybody( rendered );
			const doors = ways( rendered, 'ingress' );
			return ways( rendered, 'egress' ).flatMap( ( { policy, pods, peers, ports } ) =>
				peers
					.filter( ( peer ) => 'podSelector' in peer && ! ( 'namespaceSelector' in peer ) )
					.flatMap( ( peer ) => {
						const targets = all.filter( ( { labels } ) => selects( peer.podSelector, labels ) );
						const sources = all.filter( ( { labels } ) => selects( pods, labels ) );
						const closed = sources.flatMap( ( source ) =>
							targets.flatMap( ( target ) =>
								ports
									.filter(
										( port ) =>
											! doors.some(
												( door ) =>
													selects( door.pods, target.labels ) &&
													door.ports.includes( port ) &&
													door.peers.some(
														( from ) =>
															'podSelector' in from &&
															selects( from.podSelector, source.labels )
													)
											)
									)
									.map(
										( port ) =>
											`${ rendered.room }: ${ policy }: ${ target.where } lets ${ source.where } not in at ${ port }`
									)
							)
						);
						return targets.length === 0 ? [ `${ rendered.room }: ${ policy } leads to nobody` ] : closed;
					} )
			);
		},
	},
	{
		name: 'everybody finds names (DNS)',
		problems: ( rendered ) =>
			ways( rendered, 'egress' ).some(
				( { pods, ports } ) => Object.keys( pods ).length === 0 && ports.join() === 'UDP 53,TCP 53'
			)
				? []
				: [ `${ rendered.room }: DNS is not open for all pods` ],
	},
];
