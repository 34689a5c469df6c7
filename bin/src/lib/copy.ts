import { existsSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assemble } from './assemble.ts';
import { UserError } from './errors.ts';
import type { MariaDb } from './mariadb.ts';
import { running } from './network.ts';
import { inRoot } from './paths.ts';
import { portalList } from './portals.ts';
import { step } from './progress.ts';
import { hostOf, schemeOf, type Stack } from './stack.ts';
import { wp } from './wp.ts';

/**
 * Makes a new stack with MariaDB equal to one with SQLite: tables, uploads and the secrets that tables refer to.
 *
 * @param from     Stack with SQLite, not running.
 * @param to       The new one, saved, nothing in it yet.
 * @param database Its server.
 * @throws UserError when there is nothing to copy, or somebody may change it meanwhile.
 */
export async function copyStack( from: Stack, to: Stack, database: MariaDb ): Promise< void > {
	const source = from.state();
	const target = to.state();
	if ( source.database.engine !== 'sqlite' || target.database.engine !== 'mysql' ) {
		throw new UserError(
			`"${ from.name }" can't be copied: this copies networks of ./bin/start, which use SQLite.`
		);
	}
	if ( running( from ) !== undefined ) {
		throw new UserError( `"${ from.name }" is running: stop it first, so that the copy is of one moment.` );
	}
	const { name } = target.database;
	await step( `Copying the network "${ from.name }"`, async () => {
		const { stdout } = await wp( from, [ 'eval-file', '--use-include', inRoot( 'bin/php/mysql-dump.php' ) ] );
		const file = join( to.tmp, 'copy.sql' );
		await writeFile( file, stdout );
		await database.restore( name, file );
		await rm( file );
		if ( existsSync( join( from.content, 'uploads' ) ) ) {
			await rm( join( to.content, 'uploads' ), { recursive: true, force: true } );
			await cp( join( from.content, 'uploads' ), join( to.content, 'uploads' ), { recursive: true } );
		}
		// Passwords of the second factor and sealed values can only be read with the same secrets; WordPress has to be
		// found under the copied host names until they are rewritten.
		await to.save( { ...target, salts: source.salts, port: source.port, installed: true } );
		await assemble( to );
		const pairs = portalList().portals.map( ( portal ) => {
			const old = `${ schemeOf( source ) }://${ hostOf( portal, source.port ) }`;
			return `${ old }=${ schemeOf( target ) }://${ hostOf( portal, target.port ) }`;
		} );
		await wp( to, [ 'lernwelt', 'rehost', ...pairs ] );
		await to.save( { ...target, salts: source.salts, installed: true } );
	} );
}
