import { readFileSync } from 'node:fs';
import { inRoot } from '../../lib/paths.ts';
import type { Check } from '../part.ts';
import { alarms } from './rules.ts';

const FILE = 'docs/handover/monitoring.md';

/** What every section tells. */
const WORDS = [ '**Klasse', '**Bedeutung:**', '**Besucher merken:**', '**Zuerst:**', '**Melden an:**' ];

/** Each alarm has texts in German and a section in the handbook that its mail leads to. */
export function handoverChecks(): Check[] {
	const sections = new Map(
		readFileSync( inRoot( FILE ), 'utf8' )
			.split( /^(?=#{2,3} )/m )
			.map( ( text ) => [ /^#{2,3} (.+)$/m.exec( text )?.[ 1 ] ?? '', text ] as const )
	);
	const all = alarms();
	return [
		{
			name: 'every alarm has a summary and a description, and leads to its section',
			problems: all.flatMap( ( { name, text, file } ) => [
				...( /^ {10}summary: \S/m.test( text ) ? [] : [ `${ file }: ${ name } has no summary` ] ),
				...( /^ {10}description: \S/m.test( text ) ? [] : [ `${ file }: ${ name } has no description` ] ),
				...( text.includes( `runbook: 'monitoring.md#${ name.toLowerCase() }'` )
					? []
					: [ `${ file }: ${ name } leads elsewhere` ] ),
			] ),
		},
		{
			name: `${ FILE } says of every alarm what it means and what to do first`,
			problems: all.flatMap( ( { name, incidentClass } ) => {
				const section = sections.get( name );
				if ( section === undefined ) {
					return [ `"### ${ name }" is missing` ];
				}
				const words = incidentClass === 'watchdog' ? WORDS.slice( 1 ) : WORDS;
				return [
					...words
						.filter( ( word ) => ! section.includes( word ) )
						.map( ( word ) => `${ name }: ${ word } is missing` ),
					...( incidentClass === 'watchdog' || section.includes( `**Klasse ${ incidentClass }**` )
						? []
						: [ `${ name } is of class ${ incidentClass }, its section says otherwise` ] ),
				];
			} ),
		},
		{
			name: `${ FILE } tells of no alarm that is gone`,
			problems: [ ...sections.keys() ]
				.filter( ( name ) => /^[A-Z][a-z]+[A-Z][A-Za-z]+$/.test( name ) )
				.filter( ( name ) => ! all.some( ( alarm ) => alarm.name === name ) )
				.map( ( name ) => `"### ${ name }"` ),
		},
	];
}
