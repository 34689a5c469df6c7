import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ensureServers } from '../src/lib/production.ts';
import { inRoot } from '../src/lib/paths.ts';
import { must } from '../src/lib/run.ts';

test(
	"WordPress may write into the page cache's folder, also when root made it",
	{ skip: process.getuid?.() === 0 ? false : 'only root can make a folder for somebody else' },
	async () => {
		await ensureServers();
		const root = mkdtempSync( join( tmpdir(), 'lw-' ) );
		const at = ( name: string ): string => join( root, name );
		try {
			writeFileSync( at( 'portals' ), 'haupt haupt.example.org - open\n' );
			await must( inRoot( 'deploy/bin/render-nginx' ), [ at( 'run/nginx' ) ], {
				env: {
					...{ LERNWELT_ROOT: root, LERNWELT_PUBLIC: at( 'public' ), LERNWELT_UPLOADS: at( 'uploads' ) },
					...{ LERNWELT_CACHE: at( 'cache' ), LERNWELT_RUN: at( 'run' ), LERNWELT_LOGS: at( 'logs' ) },
					...{ LERNWELT_TMP: at( 'tmp' ), LERNWELT_PORTALS: at( 'portals' ), LERNWELT_STATUS_PORT: '8081' },
					...{ LERNWELT_TLS_CERT: at( 'cert' ), LERNWELT_TLS_KEY: at( 'key' ) },
					...{ LERNWELT_PAGE_CACHE_SECRET: 'f'.repeat( 64 ), LERNWELT_USER: 'nobody' },
				},
			} );
			const { stdout } = await must( 'id', [ '-u', 'nobody' ] );
			assert.equal( statSync( at( 'cache/pages' ) ).uid, Number( stdout ) );
		} finally {
			rmSync( root, { recursive: true, force: true } );
		}
	}
);
