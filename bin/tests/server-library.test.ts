import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRoot } from '../src/lib/paths.ts';
import { run } from '../src/lib/run.ts';

/** What as_user of deploy/bin/lib.sh does for somebody: the command as it was called, or its error. */
async function asUser( id: number, setting: Readonly< Record< string, string > > ): Promise< string > {
	const script = `source "$1"; id() { echo ${ id }; }; runuser() { echo "runuser $*"; }; as_user echo done`;
	const { stdout, stderr } = await run( 'bash', [ '-c', script, 'test', inRoot( 'deploy/bin/lib.sh' ) ], {
		env: { LERNWELT_USER: '', LERNWELT_UPLOADS: '', ...setting },
	} );
	return ( stdout + stderr ).trim();
}

test( 'root hands over to the user of the portals, anybody else goes on as they are', async () => {
	assert.equal( await asUser( 0, { LERNWELT_USER: 'lernwelt' } ), 'runuser -u lernwelt -- echo done' );
	assert.equal( await asUser( 0, { LERNWELT_UPLOADS: '/' } ), 'done' );
	assert.match( await asUser( 0, { LERNWELT_UPLOADS: '/nowhere' } ), /nowhere/ );
	assert.equal( await asUser( 1000, { LERNWELT_USER: 'lernwelt' } ), 'done' );
	assert.equal( await asUser( 1000, { LERNWELT_UPLOADS: '/nowhere' } ), 'done' );
} );
