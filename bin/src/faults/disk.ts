import { existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { must, run } from '../lib/run.ts';
import { reply } from './client.ts';
import type { Fault, Setting } from './fault.ts';
import { NOT_READY, onMetric } from './sensors.ts';

const FILLER = '.filler';

/** Uploads, page cache and temporary files. */
const folders = ( { env }: Setting ): readonly string[] => [
	...[ env.LERNWELT_UPLOADS ?? '', env.LERNWELT_CACHE ?? '', env.LERNWELT_TMP ?? '' ],
];

async function sizeOf( folder: string ): Promise< number > {
	return Number( ( await must( 'du', [ '-sb', folder ] ) ).stdout.split( '\t' )[ 0 ] );
}

/** Puts a small disk of its own in a folder's place, with what is in it. */
async function mount( folder: string ): Promise< void > {
	const size = Math.ceil( ( await sizeOf( folder ) ) * 1.5 ) + 16 * 1024 * 1024;
	const copy = `${ folder }.copy`;
	await must( 'cp', [ '-a', folder, copy ] );
	try {
		await must( 'mount', [ '-t', 'tmpfs', '-o', `size=${ size },mode=755`, 'lernwelt-faults', folder ] );
		await must( 'cp', [ '-a', `${ copy }/.`, folder ] );
	} finally {
		await rm( copy, { recursive: true } );
	}
}

async function fill( folder: string ): Promise< void > {
	const file = await open( join( folder, FILLER ), 'w' );
	try {
		for ( const size of [ 65_536, 4096 ] ) {
			const block = Buffer.alloc( size );
			for ( let full = false; ! full; ) {
				full = await file.write( block ).then(
					( { bytesWritten } ) => bytesWritten < size,
					( error: NodeJS.ErrnoException ) => {
						if ( error.code !== 'ENOSPC' ) {
							throw error;
						}
						return true;
					}
				);
			}
		}
	} finally {
		await file.close();
	}
}

/** Everything that is written but for the database is on a full disk. */
export const DISK: Fault = {
	name: 'disk',
	title: 'Disk full for uploads, page cache and temporary files, for 20 s',
	seconds: 20,
	mayFail: false,
	alarms: [
		onMetric( 'VolumeFull', 'lernwelt_disk_free_ratio{volume="uploads"}', ( before = 0, during ) => {
			const least = Math.min( ...during );
			return before >= 0.05 && least < 0.05
				? `free for uploads ${ percent( before ) } → ${ percent( least ) }`
				: undefined;
		} ),
		NOT_READY,
	],
	impossible: async () => {
		if ( process.getuid?.() !== 0 ) {
			return 'only root can mount a small disk';
		}
		const { code } = await run( 'unshare', [ '-m', 'mount', '-t', 'tmpfs', 'none', '/mnt' ] );
		return code === 0 ? undefined : 'this machine does not let anybody mount a disk';
	},
	prepare: async ( setting ) => {
		for ( const folder of folders( setting ) ) {
			await mount( folder );
		}
	},
	begin: async ( setting ) => {
		await Promise.all( folders( setting ).map( fill ) );
	},
	during: async ( { load } ) => {
		const { status, body, headers } = await reply( `${ load.visited[ 0 ] ?? '' }?ohne-kopie=${ Date.now() }` );
		const isWhole = status === 200 && body.includes( '</html>' );
		return [
			{
				ok: isWhole,
				text: `a page that has no copy yet answers ${ status }, ${ isWhole ? 'whole' : 'broken off' } (${ String( headers[ 'x-cache' ] ) })`,
			},
		];
	},
	end: async ( setting ) => {
		await Promise.all( folders( setting ).map( ( folder ) => rm( join( folder, FILLER ) ) ) );
	},
	cleanUp: async ( setting ) => {
		for ( const folder of folders( setting ) ) {
			await giveBack( folder );
		}
	},
};

/** Takes the small disk away; what was written meanwhile stays. */
async function giveBack( folder: string ): Promise< void > {
	if ( ( await run( 'mountpoint', [ '-q', folder ] ) ).code !== 0 ) {
		return;
	}
	await rm( join( folder, FILLER ), { force: true } );
	const copy = `${ folder }.copy`;
	await must( 'cp', [ '-a', folder, copy ] );
	await must( 'umount', [ '-l', folder ] );
	if ( existsSync( copy ) ) {
		await must( 'cp', [ '-a', `${ copy }/.`, folder ] );
		await rm( copy, { recursive: true } );
	}
}

function percent( ratio: number ): string {
	return `${ ( ratio * 100 ).toFixed( 0 ) } %`;
}
