import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../bin/src/lib/paths.ts';
import { address, stack } from './network.ts';

const PORTAL = 'startchancen';
const PLUGIN = join( stack.content, 'mu-plugins', 'lernwelt-test-calendar.php' );

function wp( ...args: readonly string[] ): string {
	return execFileSync( inRoot( 'bin/wp' ), [ `--url=${ address( PORTAL ) }`, ...args ], {
		env: { ...process.env, LERNWELT_STACK: stack.name },
		encoding: 'utf8',
	} ).trim();
}

/** A page with a calendar of appointments that exist while a test runs. */
export interface CalendarPage {
	/** Address of the page. */
	readonly url: string;
	/** Takes page and source away. */
	readonly remove: () => void;
}

/**
 * Offers appointments as a source, and makes a page that shows them.
 *
 * @param layouts Layouts of its data view.
 */
export function calendarPage( layouts: readonly string[] ): CalendarPage {
	writeFileSync(
		PLUGIN,
		`<?php require '${ inRoot( 'tests/support/calendar-source.php' ).replaceAll( "'", "\\'" ) }';\n`
	);
	const view = JSON.stringify( { source: 'appointments', layouts, columns: [ 'start', 'city' ] } );
	const id = wp(
		'post',
		'create',
		'--post_type=page',
		'--post_status=publish',
		'--post_title=Termine im Kalender',
		`--post_content=<!-- wp:lernwelt/data-view ${ view } /-->`,
		'--porcelain'
	);
	return {
		url: wp( 'post', 'list', '--post_type=page', `--post__in=${ id }`, '--field=url' ),
		remove: () => {
			wp( 'post', 'delete', id, '--force' );
			rmSync( PLUGIN, { force: true } );
		},
	};
}
