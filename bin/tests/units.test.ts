import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inRoot } from '../src/lib/paths.ts';
import { asCron, timersOf } from '../src/test/containers/clocks.ts';

const text = ( path: string ): string => readFileSync( inRoot( path ), 'utf8' );

/** Folders with units of the portals' server and of the backup host; monitoring is another matter. */
const FOLDERS = [ 'deploy/systemd', 'deploy/backup/systemd', 'deploy/backup/backup-host', 'deploy/logs' ];

const services = FOLDERS.flatMap( ( folder ) =>
	readdirSync( inRoot( folder ) )
		.filter( ( name ) => name.endsWith( '.service' ) )
		.map( ( name ) => `${ folder }/${ name }` )
);

test( 'no unit sees or may do more than it needs', () => {
	assert.ok( services.length >= 12, services.join() );
	for ( const path of services ) {
		const lines = text( path ).split( '\n' );
		for ( const line of [
			'NoNewPrivileges=yes',
			'ProtectSystem=strict',
			'ProtectHome=yes',
			'PrivateTmp=yes',
			'PrivateDevices=yes',
		] ) {
			assert.ok( lines.includes( line ), `${ path } has no ${ line }` );
		}
	}
} );

test( 'a host without timers does the same work at the same times', () => {
	const lines = text( 'deploy/crontab.example' ).split( '\n' );
	const timers = timersOf().filter( ( path ) => FOLDERS.some( ( folder ) => path.startsWith( `${ folder }/` ) ) );
	assert.ok( timers.length >= 8, timers.join() );
	for ( const timer of timers ) {
		const calendar = /^OnCalendar=(.+)$/m.exec( text( timer ) )?.[ 1 ]?.trim() ?? '';
		const command = /^ExecStart=(.+)$/m.exec( text( timer.replace( '.timer', '.service' ) ) )?.[ 1 ] ?? 'nothing';
		const line = lines.find( ( one ) => one.endsWith( ` ${ command }` ) ) ?? '';
		assert.ok( line !== '', `crontab.example has no ${ command }` );
		const time = line.replace( /^# /, '' ).split( /\s+/ ).slice( 0, 5 ).join( ' ' );
		assert.equal( time, asCron( calendar ), command );
	}
} );
