import { get } from './http.ts';
import type { Network } from './network.ts';

/** Pause between two rounds over the portals, in milliseconds. */
const PAUSE = 10_000;

/**
 * Runs the portals' scheduled tasks, as the system's cron does in production.
 *
 * @param network Running network.
 * @return Ends the runner after the request under way.
 */
export function startRunner( network: Network ): () => void {
	let stopped = false;
	let timer: NodeJS.Timeout | undefined;
	const round = async () => {
		for ( const url of Object.values( network.portals ) ) {
			if ( stopped ) {
				return;
			}
			try {
				await get( `${ url }/wp-cron.php` );
			} catch ( error ) {
				if ( ! stopped ) {
					process.stderr.write( `Scheduled tasks of ${ url } failed: ${ ( error as Error ).message }\n` );
				}
			}
		}
		if ( ! stopped ) {
			timer = setTimeout( () => void round(), PAUSE );
		}
	};
	void round();
	return () => {
		stopped = true;
		clearTimeout( timer );
	};
}
