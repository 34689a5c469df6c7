import { nameOf, ofKind, podsOf, textOf } from './manifests.ts';
import type { Rule } from './pods.ts';
import { dig, textAt, treeAt, treesAt } from './tree.ts';

const SECRET = /PASSWORD|SECRET(?!S$)|TOKEN|PRIVATE|SALT|_KEY$/;

/** Where nothing secret may stand, and what each object is called by. */
export const secretRules: readonly Rule[] = [
	{
		name: 'no secret stands in a manifest',
		problems: ( rendered ) => [
			...ofKind( rendered, 'Secret' ).map( ( one ) => `${ rendered.room }: ${ nameOf( one ) } must not be here` ),
			...ofKind( rendered, 'ConfigMap' ).flatMap( ( map ) =>
				Object.keys( treeAt( map, 'data' ) )
					.filter( ( key ) => SECRET.test( key ) )
					.map( ( key ) => `${ rendered.room }: ${ nameOf( map ) } holds ${ key }` )
			),
			...podsOf( rendered ).flatMap( ( pod ) =>
				pod.containers.flatMap( ( container ) => [
					...treesAt( container, 'env' )
						.filter(
							( env ) => SECRET.test( textAt( env, 'name' ) ) || dig( env, 'valueFrom', 'secretKeyRef' )
						)
						.map(
							( env ) =>
								`${ rendered.room }: ${ pod.where } gives ${ textAt( env, 'name' ) } as a variable, not as a file`
						),
					...treesAt( container, 'envFrom' )
						.filter( ( from ) => 'secretRef' in from )
						.map(
							() => `${ rendered.room }: ${ pod.where } gives a whole secret as variables, not as files`
						),
				] )
			),
		],
	},
	{
		name: 'secrets are mounted to be read by us alone',
		problems: ( rendered ) =>
			podsOf( rendered ).flatMap( ( pod ) => {
				const volumes = treesAt( pod.spec, 'volumes' ).filter(
					( volume ) =>
						'secret' in volume ||
						( 'projected' in volume && JSON.stringify( volume ).includes( '"secret"' ) )
				);
				return volumes.flatMap( ( volume ) => {
					const mode = Number(
						dig( volume, 'secret', 'defaultMode' ) ?? dig( volume, 'projected', 'defaultMode' )
					);
					const writable = pod.containers.some( ( container ) =>
						treesAt( container, 'volumeMounts' ).some(
							( mount ) => mount.name === volume.name && mount.readOnly !== true
						)
					);
					return [
						...( mode === 0o440
							? []
							: [ `${ rendered.room }: ${ pod.where }: ${ textAt( volume, 'name' ) } is not 0440` ] ),
						...( writable
							? [
									`${ rendered.room }: ${ pod.where }: ${ textAt( volume, 'name' ) } is mounted writable`,
								]
							: [] ),
					];
				} );
			} ),
	},
	{
		name: 'the handbook says what is in every secret',
		problems: ( rendered ) => {
			const handbook = textOf( 'docs/handover/kubernetes.md' );
			const named = [
				...JSON.stringify( rendered.objects ).matchAll(
					/"secret":\{(?:"defaultMode":\d+,)?"(?:name|secretName)":"([^"]+)"|SecretKeyRef":\{"key":"[^"]+","name":"([^"]+)"/g
				),
			].map( ( [ , mounted, referred ] ) => mounted ?? referred ?? '' );
			return [ ...new Set( named ) ]
				.filter( ( name ) => ! handbook.includes( `| \`${ name }\` |` ) )
				.map(
					( name ) =>
						`${ rendered.room }: nothing about the secret "${ name }" in docs/handover/kubernetes.md`
				);
		},
	},
	{
		name: 'every object says what it belongs to',
		problems: ( rendered ) =>
			rendered.objects.flatMap( ( object ) => {
				const wanted = [
					'app.kubernetes.io/name',
					'app.kubernetes.io/part-of',
					...( rendered.room === 'base' ? [] : [ 'app.kubernetes.io/instance' ] ),
					...( [ 'Deployment', 'CronJob', 'Job' ].includes( textAt( object, 'kind' ) )
						? [ 'app.kubernetes.io/component' ]
						: [] ),
				];
				return wanted
					.filter( ( label ) => textAt( object, 'metadata', 'labels', label ) === '' )
					.map( ( label ) => `${ rendered.room }: ${ nameOf( object ) } has no label ${ label }` );
			} ),
	},
];
