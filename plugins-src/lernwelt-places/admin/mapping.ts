import type { ImportMapping } from '../types/generated/mapping';

/** How a field is filled. */
export type Rule = ImportMapping[ 'id' ];

/** One step on the way from the source to the place. */
export type Step = NonNullable< Rule[ 'transforms' ] >[ number ];

/** A mapping that people still work on: it may lack what it needs. */
export type Draft = Omit< ImportMapping, 'id' | 'fields' > & {
	readonly id?: Rule;
	readonly fields?: Readonly< Record< string, Rule > >;
};

/**
 * Takes what the server sends as a draft.
 *
 * @param mapping Mapping of an answer.
 */
export function asDraft( mapping: object ): Draft {
	return mapping as Draft;
}

/**
 * The column a rule takes its value from; '' for none. Several columns are shown as the first one.
 *
 * @param rule Rule.
 */
export function columnOf( rule: Rule | undefined ): string {
	const from = rule?.from ?? '';
	return typeof from === 'string' ? from : ( from[ 0 ] ?? '' );
}

/**
 * Whether the screen's simple controls can't show all of a rule: it is shown as a sentence then, and kept.
 *
 * @param rule Rule.
 */
export function isElaborate( rule: Rule | undefined ): boolean {
	if ( rule === undefined ) {
		return false;
	}
	const steps = rule.transforms ?? [];
	return (
		( Array.isArray( rule.from ) && rule.from.length > 1 ) ||
		rule.value !== undefined ||
		steps.some( ( { do: kind } ) => kind === 'join' || kind === 'date' || kind === 'number' ) ||
		new Set( steps.map( ( { do: kind } ) => kind ) ).size !== steps.length
	);
}

/**
 * Sets the column of a field; '' takes the field out. Steps stay, because they belong to the field.
 *
 * @param draft  Mapping.
 * @param field  Field of the place.
 * @param column Column of the source.
 * @param steps  Steps for a field that had no rule.
 */
export function withColumn( draft: Draft, field: string, column: string, steps: readonly Step[] = [] ): Draft {
	const { [ field ]: before, ...others } = draft.fields ?? {};
	if ( column === '' ) {
		return { ...draft, fields: others };
	}
	const rule: Rule =
		before === undefined
			? { from: column, ...( steps.length > 0 && { transforms: [ ...steps ] } ) }
			: { ...withoutValue( before ), from: column };
	return { ...draft, fields: { ...others, [ field ]: rule } };
}

/**
 * The step of one kind, if a field has it.
 *
 * @param rule Rule.
 * @param kind Kind of step.
 */
export function stepOf( rule: Rule | undefined, kind: Step[ 'do' ] ): Step | undefined {
	return rule?.transforms?.find( ( step ) => step.do === kind );
}

/**
 * Adds, replaces or removes one kind of step of a field.
 *
 * @param draft Mapping.
 * @param field Field of the place.
 * @param kind  Kind of step.
 * @param step  New step, undefined to remove it.
 */
export function withStep( draft: Draft, field: string, kind: Step[ 'do' ], step: Step | undefined ): Draft {
	const rule = draft.fields?.[ field ];
	if ( rule === undefined ) {
		return draft;
	}
	const before = rule.transforms ?? [];
	const index = before.findIndex( ( candidate ) => candidate.do === kind );
	// A text is split before its parts are looked up.
	const last = kind === 'lookup' ? before.length : 0;
	const place = index === -1 ? last : index;
	const others = before.filter( ( candidate ) => candidate.do !== kind );
	const transforms = step === undefined ? others : others.toSpliced( place, 0, step );
	const { transforms: dropped, ...rest } = rule;
	void dropped;
	return { ...draft, fields: { ...draft.fields, [ field ]: transforms.length > 0 ? { ...rest, transforms } : rest } };
}

/**
 * A lookup table as lines "value of the source = value here".
 *
 * @param step Lookup step.
 */
export function tableText( step: Step | undefined ): string {
	return Object.entries( step?.table ?? {} )
		.map( ( [ from, to ] ) => `${ from } = ${ to }` )
		.join( '\n' );
}

/**
 * Reads lines "value of the source = value here"; lines without "=" are left out.
 *
 * @param lines Text.
 */
export function tableOf( lines: string ): Record< string, string > {
	const entries = lines.split( '\n' ).flatMap( ( line ): Array< [ string, string ] > => {
		const at = line.lastIndexOf( '=' );
		const from = line.slice( 0, Math.max( at, 0 ) ).trim();
		return from === '' ? [] : [ [ from, line.slice( at + 1 ).trim() ] ];
	} );
	return Object.fromEntries( entries );
}

/**
 * A short name for a source: lower-case letters, digits and hyphens.
 *
 * @param label Name for people.
 */
export function slugOf( label: string ): string {
	const letters: Record< string, string > = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
	return label
		.toLowerCase()
		.replace( /[äöüß]/g, ( letter ) => letters[ letter ] ?? letter )
		.normalize( 'NFD' )
		.replace( /[^a-z0-9]+/g, '-' )
		.replace( /^-+|-+$/g, '' )
		.slice( 0, 60 )
		.replace( /-+$/, '' );
}

function withoutValue( rule: Rule ): Rule {
	const { value, ...rest } = rule;
	void value;
	return rest;
}
