import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aptInstall } from '../../lib/apt.ts';
import { inRoot } from '../../lib/paths.ts';
import { exists, must, run } from '../../lib/run.ts';
import type { Check } from '../part.ts';

/** Takes kustomize to the real kubectl, writes everything else down, and answers as a cluster would. */
const CLUSTER = `#!/usr/bin/env bash
if [[ $1 == kustomize ]]; then
	[[ -s $RENDERED ]] || "$REAL_KUBECTL" "$@" > "$RENDERED"
	exec cat "$RENDERED"
fi
if [[ "$*" == *apply* ]]; then
	input=$(cat)
	while read -r kind; do read -r name; echo "apply $kind/$name" >> "$RECORD"; done < <(awk '/^kind: /{k=$2} /^metadata:/{m=1} m && /^  name: /{print k; print $2; m=0}' <<< "$input")
	exit 0
fi
line="$*"
echo "\${line#--namespace lernwelt }" >> "$RECORD"
case "$*" in
*"get job migrate --output"*) [[ $MIGRATION == fails ]] && printf /1 || printf 1/ ;;
*"rollout status deployment/web"*) [[ $PODS != fail ]] ;;
*"get deployment/web --output"*) printf '%s' "\${IMAGE:-registry.test/lernwelt/php:1.2.2}" ;;
*"get secret $WITHOUT"*) exit 1 ;;
esac
`;

/** Runs rollout against a cluster that isn't there; returns its code, its words and what it asked for, in order. */
async function rollout(
	setting: Readonly< Record< string, string > >,
	filledIn = true,
	asked = [ '1.2.3', '--registry', 'registry.test/lernwelt' ]
) {
	const room = await mkdtemp( join( tmpdir(), 'lernwelt-rollout-' ) );
	try {
		for ( const part of [ 'kubernetes', 'mariadb' ] ) {
			await cp( inRoot( 'deploy', part ), join( room, 'deploy', part ), { recursive: true } );
		}
		await mkdir( join( room, 'bin' ) );
		await writeFile( join( room, 'bin/kubectl' ), CLUSTER, { mode: 0o755 } );
		await writeFile( join( room, 'bin/curl' ), '#!/bin/sh\nprintf "${PORTAL_STATUS:-200}"\n', { mode: 0o755 } );
		if ( filledIn ) {
			const edit = 's/203\\.0\\.113\\./198.51.100./; s/\\.example\\b/.test/';
			await must( 'bash', [
				'-c',
				`grep -rlE "203\\.0\\.113|example" "$1" | xargs sed -i -E '${ edit }'`,
				'bash',
				join( room, 'deploy/kubernetes/overlays' ),
			] );
			await must( 'bash', [
				'-c',
				`grep -rlE "203\\.0\\.113" "$1" | xargs sed -i -E '${ edit }'`,
				'bash',
				join( room, 'deploy/kubernetes/components' ),
			] );
		}
		const record = join( room, 'record' );
		await writeFile( record, '' );
		const kubectl = ( await must( 'sh', [ '-c', 'command -v kubectl' ] ) ).stdout.trim();
		const result = await run( join( room, 'deploy/kubernetes/rollout' ), [ 'production', ...asked ], {
			env: {
				PATH: `${ join( room, 'bin' ) }:${ process.env.PATH ?? '' }`,
				REAL_KUBECTL: kubectl,
				RECORD: record,
				WITHOUT: 'none',
				...setting,
			},
		} );
		return { ...result, asked: ( await readFile( record, 'utf8' ) ).trim().split( '\n' ) };
	} finally {
		await rm( room, { recursive: true } );
	}
}

/** The order of a rollout, and where it stops. */
export async function rolloutCheck(): Promise< Check > {
	const folder = await mkdtemp( join( tmpdir(), 'lernwelt-rendered-' ) );
	// Rendered once, which takes a second or more.
	const RENDERED = join( folder, 'all.yaml' );
	const [ good, papers ] = await Promise.all( [
		rollout( { RENDERED } ),
		rollout( { RENDERED: join( folder, 'papers.yaml' ) }, false ),
	] );
	const [ noSecret, badTables, badPods, undone, unclear ] = await Promise.all( [
		rollout( { RENDERED, WITHOUT: 'lernwelt-redis' } ),
		rollout( { RENDERED, MIGRATION: 'fails' } ),
		rollout( { RENDERED, PODS: 'fail' } ),
		rollout( { RENDERED }, true, [ '--undo' ] ),
		rollout( { RENDERED, IMAGE: 'elsewhere' }, true, [ '--undo' ] ),
	] );
	await rm( folder, { recursive: true } );
	const inOrder = ( { asked }: typeof good, ...wanted: readonly string[] ): boolean =>
		wanted
			.map( ( what ) => asked.findLastIndex( ( line ) => line.startsWith( what ) ) )
			.every( ( place, index, all ) => place >= 0 && place > ( all[ index - 1 ] ?? -1 ) );
	const order = [
		'apply Namespace/',
		'apply ConfigMap/',
		'apply MariaDB/',
		'wait mariadb',
		'delete job migrate',
		'apply Job/migrate',
		'apply Deployment/web',
		'rollout status deployment/web',
		'apply CronJob/',
		'rollout restart deployment/redis',
		'rollout status deployment/redis',
	];
	const facts = {
		[ `a good one goes through (${ good.stderr.trim() })` ]: good.code === 0,
		'its order is settings, database, migrations, pods, tasks, object cache': inOrder( good, ...order ),
		'the shell in which a first installation makes the network is there before the migrations': inOrder(
			badTables,
			'apply CronJob/shell',
			'apply Job/migrate'
		),
		'everything is applied': new Set( good.asked.filter( ( line ) => line.startsWith( 'apply ' ) ) ).size >= 40,
		'addresses out of papers stop it before anything is applied':
			papers.code !== 0 && ! papers.asked.some( ( line ) => line.startsWith( 'apply' ) ),
		'a missing secret stops it before anything is applied':
			noSecret.code !== 0 && ! noSecret.asked.some( ( line ) => line.startsWith( 'apply' ) ),
		'a failed migration leaves the pods alone':
			badTables.code !== 0 && ! badTables.asked.includes( 'apply Deployment/web' ),
		'pods that do not become ready are taken back, and tasks stay':
			badPods.code !== 0 &&
			badPods.asked.includes( 'rollout undo deployment/web' ) &&
			! badPods.asked.some( ( line ) => line.startsWith( 'apply CronJob' ) && line !== 'apply CronJob/shell' ),
		'when they are back the object cache is emptied': inOrder(
			badPods,
			'rollout undo deployment/web',
			'rollout status deployment/web',
			'rollout restart deployment/redis'
		),
		[ `undoing takes back pods and tasks, then the object cache (${ undone.stderr.trim() })` ]:
			undone.code === 0 &&
			inOrder(
				undone,
				'rollout undo deployment/web',
				'rollout status deployment/web',
				'set image cronjob --selector app.kubernetes.io/name=lernwelt *=registry.test/lernwelt/tools:1.2.2',
				'rollout restart deployment/redis'
			),
		"undoing says when it can't know the tasks' release":
			unclear.code !== 0 && ! unclear.asked.some( ( line ) => line.startsWith( 'set image' ) ),
	};
	return {
		name: 'a rollout keeps its order and stops where something is wrong',
		problems: Object.entries( facts )
			.filter( ( [ , holds ] ) => ! holds )
			.map( ( [ fact ] ) => `not true: ${ fact }` ),
	};
}

/** Shell scripts, read by shellcheck. */
export async function shellCheck(): Promise< Check > {
	if ( ! ( await exists( 'shellcheck' ) ) ) {
		await aptInstall( [ 'shellcheck' ], 'shellcheck' );
	}
	const files = [
		...readdirSync( inRoot( 'deploy/docker/bin' ) ).map( ( name ) => `deploy/docker/bin/${ name }` ),
		...[
			'deploy/docker/build',
			'deploy/docker/make-secrets',
			'deploy/docker/mariadb/backup-account.sh',
			'deploy/kubernetes/rollout',
		],
	];
	const { stdout } = await run( 'shellcheck', [
		'--shell=bash',
		'--format=gcc',
		'--external-sources',
		`--source-path=${ inRoot( 'deploy/bin' ) }`,
		...files.map( ( file ) => inRoot( file ) ),
	] );
	return {
		name: 'shell scripts of the containers',
		problems: stdout.split( '\n' ).filter( ( line ) => line !== '' ),
	};
}

/** config.env.php with an environment: what it returns as JSON, or what it complains about. */
async function settings(
	environment: Readonly< Record< string, string > >,
	secrets: Readonly< Record< string, string > >
): Promise< string > {
	const folder = await mkdtemp( join( tmpdir(), 'lernwelt-secrets-' ) );
	try {
		for ( const [ name, value ] of Object.entries( secrets ) ) {
			await writeFile( join( folder, name ), `${ value }\n` );
		}
		const code = 'echo json_encode( require $argv[1], JSON_THROW_ON_ERROR );';
		const result = await run(
			'php',
			[ '-d', 'display_errors=stderr', '-r', code, inRoot( 'deploy/wordpress/config.env.php' ) ],
			{ env: { ...environment, LERNWELT_SECRETS: folder } }
		);
		return result.code === 0 ? result.stdout : result.stderr;
	} finally {
		await rm( folder, { recursive: true } );
	}
}

/** What config.env.php makes of the environment. */
export async function settingsCheck(): Promise< Check > {
	const environment = {
		...{
			LERNWELT_ENVIRONMENT: 'production',
			LERNWELT_NETWORK_HOST: 'a.test',
			LERNWELT_DB_HOST: 'db',
			LERNWELT_DB_NAME: 'n',
			LERNWELT_DB_USER: 'u',
		},
		...{
			LERNWELT_SMTP_HOST: 'mail',
			LERNWELT_SMTP_PORT: '587',
			LERNWELT_SMTP_ENCRYPTION: 'starttls',
			LERNWELT_LOGS: '/l',
			LERNWELT_TMP: '/t',
		},
		...{
			LERNWELT_JOURNAL: '/j',
			LERNWELT_OIDC_ISSUER: 'https://id.test',
			LERNWELT_OIDC_CLIENT_ID_EURE_LERNWELT: 'eure',
			LERNWELT_REDIS_HOST: '',
		},
	};
	const secrets = { 'db-password': 'geheim', salt: 's'.repeat( 64 ), 'oidc-client-secret-eure-lernwelt': 'x' };
	const [ good, noSecret, shortSalt, noAccount, badPort ] = await Promise.all( [
		settings( environment, secrets ),
		settings( environment, { salt: secrets.salt } ),
		settings( environment, { ...secrets, salt: 'kurz' } ),
		settings( { ...environment, LERNWELT_SMTP_USER: 'portale' }, secrets ),
		settings( { ...environment, LERNWELT_SMTP_PORT: 'smtp' }, secrets ),
	] );
	const facts = {
		'the password comes from its file': good.includes( '"password":"geheim"' ),
		'eight different keys come from one secret': new Set( good.match( /"[0-9a-f]{128}"/g ) ).size === 8,
		'a portal may be a client of its own': good.includes(
			'"portals":{"eure-lernwelt":{"client_id":"eure","client_secret":"x"}}'
		),
		'what is not given is not there':
			! good.includes( 'redis' ) && ! good.includes( 'page_cache' ) && ! good.includes( 'metrics' ),
		'a missing password is named': noSecret.includes( 'db-password is missing' ),
		'a short salt is refused': shortSalt.includes( 'at least 64 characters' ),
		'an account at the mail server needs its password': noAccount.includes( 'smtp-password is missing' ),
		'a port is a number': badPort.includes( 'LERNWELT_SMTP_PORT has to be a whole number' ),
	};
	return {
		name: 'settings from the environment',
		problems: Object.entries( facts )
			.filter( ( [ , holds ] ) => ! holds )
			.map( ( [ fact ] ) => `not true: ${ fact }` ),
	};
}
