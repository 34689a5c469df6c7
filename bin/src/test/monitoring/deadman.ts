import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WebhookStub } from '../../../../tests/support/sms-stub.ts';
import { inRoot } from '../../lib/paths.ts';
import { type Finished, run } from '../../lib/run.ts';
import type { Check } from '../part.ts';
import { freePorts, socketActivated } from './programs.ts';

/**
 * The dead man's switch with a moved clock: silent, alarm, silent, reminder, end.
 *
 * @param folder Scratch folder.
 */
export async function deadManChecks( folder: string ): Promise< Check[] > {
	const home = join( folder, 'deadman' );
	await rm( home, { recursive: true, force: true } );
	await mkdir( home, { recursive: true } );
	await writeFile( join( home, 'key' ), 'secret-key\n' );
	await writeFile( join( home, 'token' ), 'sms-secret\n' );
	const [ gateway = 0, port = 0 ] = await freePorts( 2 );
	const stub = await WebhookStub.start( gateway );
	const program = inRoot( 'deploy/monitoring/deadman/lernwelt-deadman' );
	const env = {
		LERNWELT_DEADMAN_FOLDER: home,
		LERNWELT_DEADMAN_KEY: join( home, 'key' ),
		LERNWELT_DEADMAN_SMS: inRoot( 'deploy/monitoring/sms/lernwelt-sms' ),
		LERNWELT_SMS_URL: `http://127.0.0.1:${ gateway }/`,
		LERNWELT_SMS_TO: '+491700000000',
		LERNWELT_SMS_TOKEN: join( home, 'token' ),
	};
	const close = await socketActivated( port, program, [ 'beat' ], env, join( home, 'beat.log' ) );
	const problems: string[] = [];
	const age = async ( name: string, minutes: number ): Promise< void > => {
		const then = new Date( Date.now() - minutes * 60_000 );
		await utimes( join( home, name ), then, then );
	};
	const step = async ( what: string, count: number, words = '' ): Promise< Finished > => {
		const before = stub.received.length;
		const result = await run( program, [ 'check' ], { env } );
		const sent = stub.messages().slice( before );
		if ( sent.length !== count || ! sent.every( ( { text } ) => text.includes( words ) ) ) {
			problems.push(
				`${ what }: ${ sent.map( ( { text } ) => text ).join( ', ' ) || 'nothing' } was sent\n${ result.stderr }`
			);
		}
		return result;
	};
	try {
		await step( 'after the installation', 0 );
		const beat = await fetch( `http://127.0.0.1:${ port }/ping/secret-key`, {
			method: 'POST',
			body: '{"alerts":[]}',
		} );
		if ( beat.status !== 204 ) {
			problems.push( `a beat is answered with ${ beat.status }` );
		}
		await age( 'beat', 4 );
		await step( 'four minutes without a beat', 0 );
		await age( 'beat', 6 );
		const wrong = await fetch( `http://127.0.0.1:${ port }/ping/other-key`, { method: 'POST', body: '' } );
		if ( wrong.status !== 404 ) {
			problems.push( `a beat with a wrong key is answered with ${ wrong.status }` );
		}
		stub.status = 503;
		const failed = await run( program, [ 'check' ], { env } );
		if ( failed.code === 0 ) {
			problems.push( 'an alarm that nobody took counts as told' );
		}
		stub.status = 200;
		await step( 'six minutes without a beat', 1, 'schweigt seit 6 Minuten' );
		await step( 'a minute later', 0 );
		await age( 'told', 31 );
		await step( 'half an hour later', 1, 'schweigt' );
		await fetch( `http://127.0.0.1:${ port }/ping/secret-key`, { method: 'POST', body: '' } );
		await step( 'a beat again', 1, 'Behoben' );
		await step( 'and afterwards', 0 );
	} finally {
		await Promise.all( [ close(), stub.stop() ] );
	}
	return [ { name: 'the dead man’s switch notices that the monitoring is gone', problems } ];
}
