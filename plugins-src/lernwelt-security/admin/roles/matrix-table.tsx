import { VisuallyHidden } from '@wordpress/components';
import { Fragment, memo } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Cell, Decision, Right, RoleMatrix } from './api';
import { type Draft, granted } from './draft';
import { decisionWord, fixedWord, yesNo } from './words';

interface Props {
	readonly matrix: RoleMatrix;
	readonly rights: readonly Right[];
	readonly draft: Draft;
	/** Role that a phone shows. */
	readonly role: string;
	readonly decide: ( key: string, cell: Cell, decision: Decision ) => void;
}

/** Roles × rights. On a phone only the chosen role's column is shown. */
export function MatrixTable( { matrix, rights, draft, role, decide }: Props ) {
	const reasons = reasonsOf( matrix );
	const network = matrix.portal === 0;
	return (
		<>
			<div
				className="lernwelt-roles-scroll"
				role="region"
				aria-label={ __( 'Roles and rights', 'lernwelt-security' ) }
				tabIndex={ 0 }
				onFocus={ ( { currentTarget, target } ) => reveal( currentTarget, target ) }
			>
				<table className="lernwelt-roles-table">
					<caption>
						<VisuallyHidden>
							{ __( 'Rights in rows, roles in columns', 'lernwelt-security' ) }
						</VisuallyHidden>
					</caption>
					<thead>
						<tr>
							<th scope="col">{ __( 'Right', 'lernwelt-security' ) }</th>
							{ matrix.roles.map( ( each ) => (
								<th key={ each.role } scope="col" className={ each.role === role ? 'is-shown' : '' }>
									{ each.name }
								</th>
							) ) }
						</tr>
					</thead>
					{ groupsOf( rights ).map( ( [ group, members ] ) => (
						<tbody key={ group }>
							<tr className="lernwelt-roles-group">
								<th scope="rowgroup" colSpan={ matrix.roles.length + 1 }>
									<span>{ group }</span>
								</th>
							</tr>
							{ members.map( ( right ) => (
								<tr key={ right.capability }>
									<th scope="row" title={ right.capability }>
										{ right.label }
									</th>
									{ matrix.roles.map( ( each, column ) => {
										const cell = right.cells[ column ];
										const key = `${ each.role }/${ right.capability }`;
										const wanted = draft.get( key );
										return cell === undefined ? (
											<Fragment key={ key } />
										) : (
											<MatrixCell
												key={ key }
												id={ key }
												name={ `${ each.name } – ${ right.label }` }
												cell={ cell }
												wanted={ wanted ?? cell.decision }
												changed={ wanted !== undefined && wanted !== cell.decision }
												network={ network }
												shown={ each.role === role }
												reason={ reasons.indexOf( cell.locked ) + 1 }
												decide={ decide }
											/>
										);
									} ) }
								</tr>
							) ) }
						</tbody>
					) ) }
				</table>
			</div>
			{ reasons.length > 0 && (
				<ol className="lernwelt-roles-reasons">
					{ reasons.map( ( reason ) => (
						<li key={ reason }>{ reason }</li>
					) ) }
				</ol>
			) }
		</>
	);
}

interface CellProps {
	readonly id: string;
	readonly name: string;
	readonly cell: Cell;
	readonly wanted: Decision;
	readonly changed: boolean;
	readonly network: boolean;
	readonly shown: boolean;
	/** Number of the reason below the table. */
	readonly reason: number;
	readonly decide: Props[ 'decide' ];
}

const MatrixCell = memo( ( props: CellProps ) => {
	const { id, name, cell, wanted, changed, network, shown, reason, decide } = props;
	const yes = cell.locked === '' ? granted( cell, wanted ) : cell.granted;
	const classes = [
		shown ? 'is-shown' : '',
		yes ? 'is-yes' : 'is-no',
		wanted === 'inherited' ? 'is-inherited' : 'is-decided',
		changed ? 'is-changed' : '',
	];
	if ( cell.locked !== '' ) {
		return (
			<td className={ `${ classes.join( ' ' ) } is-locked` } title={ cell.locked }>
				{ reason > 0 && wanted === 'inherited' ? fixedWord( cell ) : yesNo( yes ) }
				<sup aria-hidden="true">{ reason }</sup>
				<VisuallyHidden>{ ` ${ reasonWord( reason ) }` }</VisuallyHidden>
			</td>
		);
	}
	const options: readonly Decision[] = [ 'inherited', 'yes', 'no' ];
	return (
		<td className={ classes.join( ' ' ) }>
			<select
				aria-label={ name }
				title={ cell.no_yes === '' ? undefined : cell.no_yes }
				value={ wanted }
				onChange={ ( event ) => decide( id, cell, event.target.value as Decision ) }
			>
				{ options.map( ( option ) => (
					<option
						key={ option }
						value={ option }
						disabled={ option === 'yes' && cell.no_yes !== '' && cell.decision !== 'yes' }
					>
						{ decisionWord( option, cell.inherited, network ) }
					</option>
				) ) }
			</select>
			{ changed && <VisuallyHidden>{ __( '(changed, not saved)', 'lernwelt-security' ) }</VisuallyHidden> }
		</td>
	);
} );

function reasonWord( number: number ): string {
	/* translators: %d: number of the reason in the list below the table. */
	return sprintf( __( '(reason %d below the table)', 'lernwelt-security' ), number );
}

/**
 * Moves a cell that got the focus out from under the first column and the edge: a third of it is enough for browsers.
 *
 * @param region What scrolls.
 * @param cell   What got the focus.
 */
function reveal( region: HTMLElement, cell: Element ): void {
	if ( cell === region ) {
		return;
	}
	const { left, right } = region.getBoundingClientRect();
	const { left: from, right: to } = cell.getBoundingClientRect();
	const free = left + ( region.querySelector( 'th' )?.offsetWidth ?? 0 );
	const room = 12;
	if ( to + room > right ) {
		region.scrollLeft += to + room - right;
	} else if ( from - room < free ) {
		region.scrollLeft -= free - from + room;
	}
}

function groupsOf( rights: readonly Right[] ): readonly ( readonly [ string, readonly Right[] ] )[] {
	const groups = new Map< string, Right[] >();
	for ( const right of rights ) {
		groups.set( right.group, [ ...( groups.get( right.group ) ?? [] ), right ] );
	}
	return [ ...groups ];
}

function reasonsOf( matrix: RoleMatrix ): readonly string[] {
	const all = matrix.rights.flatMap( ( { cells } ) => cells.map( ( { locked } ) => locked ) );
	return [ ...new Set( all.filter( ( reason ) => reason !== '' ) ) ];
}
