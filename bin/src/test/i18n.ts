import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.ts';
import { allPlugins, portalList } from '../lib/portals.ts';
import { compare } from './i18n/compare.ts';
import { extract } from './i18n/extract.ts';
import { type Check, outcomeOf, type Part } from './part.ts';
import { ensurePhp } from './setup.ts';

async function check( folder: string, slug: string ): Promise< Check[] > {
	const { entries, unreadable } = await extract( folder, slug );
	const file = `${ folder }/languages/${ slug }-de_DE.po`;
	const foreign = entries.filter( ( { domain } ) => domain !== slug );
	const missing = entries.length === 0 ? [] : [ `${ file } is missing` ];
	return [
		{
			name: `${ slug }: texts are plain strings of the domain "${ slug }"`,
			problems: [
				...unreadable.map( ( { where, why } ) => `${ where }: ${ why }` ),
				...foreign.map(
					( { where, id, domain } ) => `${ where }: "${ id }" has the domain ${ domain ?? '(none)' }`
				),
			],
		},
		{
			name: `${ slug }: German is complete`,
			problems: existsSync( inRoot( file ) ) ? compare( entries, readFileSync( inRoot( file ) ) ) : missing,
		},
	];
}

/** Every English text in the sources has its German one. */
export const i18n: Part = {
	name: 'i18n',
	about: 'Every text is translated, with the same placeholders',
	run: async () => {
		await ensurePhp();
		const parent = portalList().parentTheme;
		const checks = await Promise.all( [
			check( `theme-src/${ parent }`, parent ),
			...allPlugins().map( ( slug ) => check( `plugins-src/${ slug }`, slug ) ),
		] );
		return outcomeOf( checks.flat() );
	},
};
