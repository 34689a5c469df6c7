/** Something that can be chosen by its title. */
export interface Choice {
	id: number;
	title: string;
}

/**
 * The titles of chosen things, in the order of choice; what no longer exists is left out.
 *
 * @param ids     Chosen ids.
 * @param choices All there is.
 */
export function chosenTitles( ids: readonly number[], choices: readonly Choice[] ): string[] {
	return ids.flatMap( ( id ) => choices.filter( ( choice ) => choice.id === id ).map( ( { title } ) => title ) );
}

/**
 * The ids for titles; words that are no title are left out.
 *
 * @param titles  Titles, as plain text or as tokens.
 * @param choices All there is.
 */
export function idsOf( titles: readonly ( string | { value: string } )[], choices: readonly Choice[] ): number[] {
	return titles.flatMap( ( token ) => {
		const title = typeof token === 'string' ? token : token.value;
		return choices
			.filter( ( choice ) => choice.title === title )
			.slice( 0, 1 )
			.map( ( { id } ) => id );
	} );
}
