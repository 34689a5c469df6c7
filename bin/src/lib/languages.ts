import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { po } from 'gettext-parser';
import type { Target } from './build.ts';
import { UserError } from './errors.ts';

interface Translations {
	readonly headers: Readonly< Record< string, string > >;
	/** Context and id joined by EOT as gettext does → translated forms. */
	readonly messages: ReadonlyMap< string, readonly string[] >;
}

const FILE = /^(?<domain>[a-z0-9-]+)-(?<locale>[a-z]{2}_[A-Z]{2})\.po$/;

/**
 * Turns languages/<domain>-<locale>.po into what WordPress reads: <domain>-<locale>.l10n.php for PHP and one
 * <domain>-<locale>.json for all scripts of the domain, both in build/languages.
 *
 * @param target Plugin or theme.
 * @throws UserError when a file isn't named after its slug.
 */
export async function buildLanguages( target: Target ): Promise< void > {
	const from = join( target.directory, 'languages' );
	const to = join( target.directory, 'build/languages' );
	await rm( to, { recursive: true, force: true } );
	await mkdir( to, { recursive: true } );
	for ( const name of ( await readdir( from ) ).filter( ( file ) => file.endsWith( '.po' ) ) ) {
		const { domain, locale } = FILE.exec( name )?.groups ?? {};
		if ( domain === undefined || locale === undefined ) {
			throw new UserError( `${ target.slug }/languages/${ name } must be named <domain>-<locale>.po.` );
		}
		const translations = parse( await readFile( join( from, name ) ) );
		await writeFile( join( to, `${ domain }-${ locale }.l10n.php` ), php( domain, locale, translations ) );
		await writeFile( join( to, `${ domain }-${ locale }.json` ), jed( domain, locale, translations ) );
	}
}

function parse( content: Buffer ): Translations {
	const parsed = po.parse( content );
	const messages = new Map< string, readonly string[] >();
	for ( const [ context, entries ] of Object.entries( parsed.translations ) ) {
		for ( const [ id, entry ] of Object.entries( entries ) ) {
			if (
				id !== '' &&
				entry.msgstr.some( ( text ) => text !== '' ) &&
				entry.comments?.flag?.includes( 'fuzzy' ) !== true
			) {
				messages.set( context === '' ? id : `${ context }\u0004${ id }`, entry.msgstr );
			}
		}
	}
	return { headers: parsed.headers, messages };
}

function pluralForms( translations: Translations ): string {
	const key = Object.keys( translations.headers ).find( ( name ) => name.toLowerCase() === 'plural-forms' );
	return ( key === undefined ? undefined : translations.headers[ key ] ) ?? 'nplurals=2; plural=(n != 1);';
}

function php( domain: string, locale: string, translations: Translations ): string {
	const quote = ( text: string ) => `'${ text.replaceAll( '\\', '\\\\' ).replaceAll( "'", "\\'" ) }'`;
	const join0 = ( forms: readonly string[] ) => forms.map( quote ).join( ' . "\\0" . ' );
	const lines = [ ...translations.messages ].map(
		( [ id, forms ] ) => `\t\t${ quote( id ).replaceAll( '\u0004', `' . "\\4" . '` ) } => ${ join0( forms ) },`
	);
	return [
		'<?php',
		'return [',
		`\t'domain' => ${ quote( domain ) },`,
		`\t'language' => ${ quote( locale ) },`,
		`\t'plural-forms' => ${ quote( pluralForms( translations ) ) },`,
		"\t'messages' => [",
		...lines,
		'\t],',
		'];',
		'',
	].join( '\n' );
}

function jed( domain: string, locale: string, translations: Translations ): string {
	return JSON.stringify( {
		domain,
		locale_data: {
			[ domain ]: {
				'': { domain, lang: locale, 'plural-forms': pluralForms( translations ) },
				...Object.fromEntries( translations.messages ),
			},
		},
	} );
}
