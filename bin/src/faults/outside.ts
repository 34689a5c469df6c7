import { rename, writeFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../lib/paths.ts';
import { portalById } from '../lib/portals.ts';
import { ACCOUNTS, DEMO_PASSWORD } from '../lib/provision.ts';
import { run } from '../lib/run.ts';
import { backupFolder, ensureRestic, needsRepository, settingsFor } from '../lib/safekeeping.ts';
import { portsOf, type Stack } from '../lib/stack.ts';
import { wp } from '../lib/wp.ts';
import { reply } from './client.ts';
import { isGerman } from './counting.ts';
import type { Fault, Finding, Setting } from './fault.ts';
import { PORTAL } from './load.ts';
import { NO_PROVIDER, onMetric } from './sensors.ts';

/** Numbers of bookings that were confirmed before the mail server went, and those that were while it was away. */
const told = { before: new Set< string >(), away: [] as string[] };

async function mailTexts( stack: Stack ): Promise< string[] > {
	const answer = await fetch( `http://127.0.0.1:${ portsOf( stack.state().port ).mailWeb }/email` );
	return ( ( await answer.json() ) as { readonly subject: string; readonly text: string }[] ).map(
		( { subject, text } ) => `${ subject }\n${ text }`
	);
}

/** Longest wait for mails: a failed one is tried again after a minute, tasks run once a minute. */
const MAIL_SECONDS = 240;

async function arrived( { stack }: Setting ): Promise< readonly Finding[] > {
	const since = Date.now();
	for (;;) {
		const texts = await mailTexts( stack );
		const counts = told.away.map( ( number ) => texts.filter( ( text ) => text.includes( number ) ).length );
		const missing = counts.filter( ( count ) => count === 0 ).length;
		if ( missing === 0 || Date.now() - since > MAIL_SECONDS * 1000 ) {
			// A second copy would come a moment later.
			await sleep( missing === 0 ? 5000 : 0 );
			const twice = counts.filter( ( count ) => count > 1 ).length;
			const seconds = Math.round( ( Date.now() - since ) / 1000 );
			return [
				{
					ok: missing === 0 && twice === 0 && counts.length > 0,
					text: `${ counts.length } confirmations waited: ${ missing } missing and ${ twice } twice ${ seconds } s later`,
				},
			];
		}
		await sleep( 3000 );
	}
}

const mail: Fault = {
	name: 'mail',
	title: 'Mail server gone for 70 s',
	seconds: 70,
	mayFail: false,
	alarms: [
		onMetric( 'MailQueueStuck', 'lernwelt_mail_queue_oldest_seconds', ( before = 0, during ) => {
			const oldest = Math.max( 0, ...during );
			return oldest > before + 20
				? `oldest mail ${ before } → ${ oldest } s and rising (fires at 900)`
				: undefined;
		} ),
	],
	begin: async ( { supervisor, load } ) => {
		await supervisor.hold( 'mail' );
		told.before = new Set( load.confirmed.keys() );
	},
	end: async ( { supervisor, load } ) => {
		told.away = [ ...load.confirmed.keys() ].filter( ( number ) => ! told.before.has( number ) );
		supervisor.release( 'mail' );
	},
	after: arrived,
};

async function turn( { stack }: Setting, order: object ): Promise< void > {
	const answer = await fetch( `http://127.0.0.1:${ stack.identity().port }/control`, {
		method: 'POST',
		body: JSON.stringify( order ),
	} );
	if ( ! answer.ok ) {
		throw new Error( `The demo provider answers ${ answer.status }.` );
	}
}

/** Somebody with an account on the portal itself comes in by password and code. */
async function localLogin( { stack }: Setting ): Promise< Finding > {
	const account = ACCOUNTS.find( ( { role } ) => role === 'administrator' );
	if ( account === undefined ) {
		throw new Error( 'There is no demo administrator.' );
	}
	const origin = stack.url( portalById( PORTAL.id ) );
	const cookies = new Map< string, string >();
	const send = async ( path: string, form: Readonly< Record< string, string > > ): Promise< number > => {
		const answer = await reply( origin + path, {
			method: 'POST',
			body: new URLSearchParams( form ).toString(),
			headers: {
				...{
					'Content-Type': 'application/x-www-form-urlencoded',
					Origin: origin,
					Referer: `${ origin }/wp-login.php`,
				},
				Cookie: [ ...cookies ].map( ( [ name, value ] ) => `${ name }=${ value }` ).join( '; ' ),
			},
		} );
		for ( const cookie of answer.headers[ 'set-cookie' ] ?? [] ) {
			const [ , name = '', value = '' ] = /^([^=]+)=([^;]*)/.exec( cookie ) ?? [];
			cookies.set( name, value );
		}
		return answer.status;
	};
	const code = ( await wp( stack, [ 'lernwelt', 'second-factor', 'code', account.login ] ) ).stdout.trim();
	const password = await send( '/wp-login.php', { log: account.login, pwd: DEMO_PASSWORD } );
	const second = await send( '/wp-login.php?action=second_factor', { recovery_code: code } );
	const ok = [ ...cookies.keys() ].some( ( name ) => name.startsWith( 'wordpress_logged_in_' ) );
	return { ok, text: `a local administrator ${ ok ? 'got in' : `did not get in (${ password }, ${ second })` }` };
}

const identity: Fault = {
	name: 'identity',
	title: 'Identity provider gone for 20 s',
	seconds: 20,
	mayFail: false,
	alarms: [
		NO_PROVIDER,
		onMetric( 'LoginFailuresMany', 'lernwelt_audit_events_total{event="login/refused"}', ( before = 0, during ) => {
			const refused = Math.max( 0, ...during );
			return refused > before ? `refused logins ${ before } → ${ refused } (fires at 100 in 10 min)` : undefined;
		} ),
	],
	begin: ( setting ) => turn( setting, { unavailable: true } ),
	during: async ( setting ) => {
		const answers: Finding[] = [];
		// More than one: what is known of the provider is kept for a while.
		const start = await reply( `${ setting.stack.url( PORTAL ) }/sso/start?weiter=/` );
		const back = await reply( `${ setting.stack.url( PORTAL ) }/sso/callback?code=x&state=y` );
		for ( const { status, headers, body } of [ start, back ] ) {
			const readable = status < 400 || isGerman( String( headers[ 'content-type' ] ), body );
			answers.push( {
				ok: status > 0 && readable,
				text: `single sign-on answers ${ status }${ readable ? '' : ', not in German' }`,
			} );
		}
		return [ ...answers, await localLogin( setting ) ];
	},
	end: ( setting ) => turn( setting, { unavailable: false } ),
};

async function backup( stack: Stack ): Promise< { readonly code: number; readonly said: string } > {
	const args = needsRepository( stack ) ? [ '--init' ] : [];
	const { code, stderr } = await run( inRoot( 'deploy/bin/backup' ), args, { env: await settingsFor( stack ) } );
	return { code, said: stderr.trim() };
}

const store: Fault = {
	name: 'backup',
	title: 'Backup store gone (its folder taken away)',
	seconds: 0,
	mayFail: false,
	alarms: [
		onMetric( 'BackupOld', 'lernwelt_backup_age_seconds', ( _before, during ) => {
			const age = Math.min( ...during );
			return during.length > 0 && age > 26 * 3600
				? `age ${ ( age / 3600 ).toFixed( 1 ) } h, a failed backup makes it no younger`
				: undefined;
		} ),
	],
	prepare: async ( { stack } ) => {
		await ensureRestic();
		const { code, said } = await backup( stack );
		if ( code !== 0 ) {
			throw new Error( `The first backup failed: ${ said }` );
		}
		// The last good one was 27 hours ago, as it would be when the store stays away.
		const note = { finished_at: new Date( Date.now() - 27 * 3_600_000 ).toISOString().replace( /\.\d+/, '' ) };
		await wp( stack, [
			...[ 'lernwelt', 'operations', 'note', 'backup' ],
			JSON.stringify( { ...note, repository: 'local', snapshot: 'ab12cd34', bytes: 1, ok: true } ),
		] );
	},
	begin: ( { stack } ) => rename( repository( stack ), `${ repository( stack ) }.away` ),
	during: async ( { stack } ) => {
		// needsRepository would see the folder missing and make a new one: that is for people only.
		const { code, stderr } = await run( inRoot( 'deploy/bin/backup' ), [], { env: await settingsFor( stack ) } );
		const sentence = stderr.trim().split( '\n' )[ 0 ] ?? '';
		return [
			{ ok: code === 1 && /^Error: .+\.$/.test( sentence ), text: `backup ends with ${ code }: “${ sentence }”` },
		];
	},
	end: ( { stack } ) => rename( `${ repository( stack ) }.away`, repository( stack ) ),
	after: async ( { stack } ) => {
		const { code, said } = await backup( stack );
		return [ { ok: code === 0, text: code === 0 ? 'the next backup works' : `the next backup fails: ${ said }` } ];
	},
};

function repository( stack: Stack ): string {
	return join( backupFolder( stack ), 'repository' );
}

const PRELOAD = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';

/** Where php-fpm under libfaketime reads how far its clock is off. */
const clockFile = ( stack: Stack ): string => join( stack.tmp, 'clock' );

const clock: Fault = {
	name: 'clock',
	title: 'Clock of php-fpm 20 minutes ahead for 25 s, then back (libfaketime; the other servers keep the time)',
	seconds: 25,
	mayFail: false,
	alarms: [
		onMetric( 'CronStopped', 'lernwelt_cron_heartbeat_age_seconds', ( before = 0, during ) => {
			const age = Math.max( 0, ...during );
			return before <= 900 && age > 900 ? `age of the last task ${ before } → ${ age } s (limit 900)` : undefined;
		} ),
	],
	impossible: async () =>
		( await run( 'test', [ '-e', PRELOAD ] ) ).code === 0 ? undefined : 'libfaketime is missing (Debian: faketime)',
	prepare: async ( setting ) => {
		const { stack, supervisor } = setting;
		await writeFile( clockFile( stack ), '+0\n' );
		const file = join( stack.tmp, 'php-fpm-clock.conf' );
		await writeFile(
			file,
			`${ await readFile( inRoot( 'deploy/php/php-fpm.conf' ), 'utf8' ) }\nenv[FAKETIME_TIMESTAMP_FILE] = ${ clockFile( stack ) }\nenv[FAKETIME_CACHE_DURATION] = 1\n`
		);
		await supervisor.restartPhp( file, {
			LD_PRELOAD: PRELOAD,
			FAKETIME_TIMESTAMP_FILE: clockFile( stack ),
			FAKETIME_CACHE_DURATION: '1',
			FAKETIME_DONT_FAKE_MONOTONIC: '1',
			DONT_FAKE_MONOTONIC: '1',
		} );
	},
	begin: ( { stack } ) => writeFile( clockFile( stack ), '+20m\n' ),
	end: ( { stack } ) => writeFile( clockFile( stack ), '+0\n' ),
	cleanUp: ( { supervisor } ) => supervisor.restartPhp(),
};

/** What portals need from elsewhere: mail server, identity provider, store of backups, the time. */
export const OUTSIDE: readonly Fault[] = [ mail, identity, store, clock ];
