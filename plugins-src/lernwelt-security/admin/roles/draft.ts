import type { Cell, Change, Decision, RoleMatrix } from './api';

/** Decisions that aren't saved yet: `role/capability` → decision. */
export type Draft = ReadonlyMap< string, Decision >;

/** A change with the words for people. */
export interface NamedChange extends Change {
	readonly roleName: string;
	readonly label: string;
	readonly before: Cell;
}

/**
 * A draft with one more decision; taking a decision back to what is stored removes it.
 *
 * @param draft    Draft so far.
 * @param key      `role/capability`.
 * @param stored   What is stored.
 * @param decision What shall count.
 */
export function decided( draft: Draft, key: string, stored: Decision, decision: Decision ): Draft {
	const next = new Map( draft );
	if ( decision === stored ) {
		next.delete( key );
	} else {
		next.set( key, decision );
	}
	return next;
}

/**
 * Whether a role has a right with a decision.
 *
 * @param cell     Cell.
 * @param decision Decision.
 */
export function granted( cell: Cell, decision: Decision ): boolean {
	return decision === 'inherited' ? cell.inherited : decision === 'yes';
}

/**
 * Changes of a draft against a matrix, in the order of its rows. What the matrix says already, and cells that can't be
 * changed any more, are left out: so a draft can be carried over to a newer matrix.
 *
 * @param matrix Matrix.
 * @param draft  Draft.
 */
export function changesOf( matrix: RoleMatrix, draft: Draft ): readonly NamedChange[] {
	const found: NamedChange[] = [];
	for ( const right of matrix.rights ) {
		matrix.roles.forEach( ( { role, name }, column ) => {
			const before = right.cells[ column ];
			const wanted = draft.get( `${ role }/${ right.capability }` );
			if ( before !== undefined && wanted !== undefined && wanted !== before.decision && before.locked === '' ) {
				found.push( {
					role,
					capability: right.capability,
					granted: wanted,
					roleName: name,
					label: right.label,
					before,
				} );
			}
		} );
	}
	return found;
}

/**
 * Rights whose words hold all words of a filter.
 *
 * @param matrix Matrix.
 * @param filter What somebody typed.
 */
export function filtered( matrix: RoleMatrix, filter: string ): RoleMatrix[ 'rights' ] {
	const words = filter.toLocaleLowerCase( 'de' ).split( /\s+/ ).filter( Boolean );
	return matrix.rights.filter( ( { label, group, capability } ) => {
		const text = `${ label } ${ group } ${ capability }`.toLocaleLowerCase( 'de' );
		return words.every( ( word ) => text.includes( word ) );
	} );
}
