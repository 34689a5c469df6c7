import { Button, Card, CardBody, CardHeader } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { SsoSettings } from '../../types/generated/sso-settings';
import { newRow, plain, withKey, type Row } from './draft';
import { controlId, type Reasons } from './problems';
import { RowEditor } from './row-editor';

interface RoleTableProps {
	readonly stored: SsoSettings;
	readonly rows: readonly Row[];
	readonly reasons: Reasons;
	readonly onChange: ( rows: readonly Row[] ) => void;
}

/** Which claims make which roles. */
export function RoleTable( { stored, rows, reasons, onChange }: RoleTableProps ) {
	const [ said, setSaid ] = useState( '' );
	/** Control that gets the focus after the next change: what was focused is gone, or not there yet. */
	const focus = useRef( '' );
	useEffect( () => {
		if ( focus.current !== '' ) {
			document.getElementById( focus.current )?.focus();
			focus.current = '';
		}
	}, [ rows ] );

	const remove = ( index: number ) => {
		focus.current =
			rows.length > 1 ? controlId( `rows.${ Math.min( index, rows.length - 2 ) }.remove` ) : controlId( 'add' );
		/* translators: %d: number of the row. */
		setSaid( sprintf( __( 'Row %d is removed.', 'lernwelt-sso' ), index + 1 ) );
		onChange( rows.filter( ( _, other ) => other !== index ) );
	};
	const add = () => {
		focus.current = controlId( `rows.${ rows.length }.value` );
		setSaid( '' );
		onChange( [ ...rows, newRow( rows ) ] );
	};
	const isDelivered = JSON.stringify( plain( rows ) ) === JSON.stringify( stored.delivered );
	return (
		<Card>
			<CardHeader>
				<h2>{ __( 'Role table', 'lernwelt-sso' ) }</h2>
			</CardHeader>
			<CardBody className="lernwelt-sso-fields">
				<p className="lernwelt-sso-intro">
					{ __(
						'Whoever has the value in the claim gets the role on the portals. Values that stand in no row count for nothing. Only roles that came from here are ever taken away; pupils never get an account.',
						'lernwelt-sso'
					) }
				</p>
				<ol className="lernwelt-sso-rows" id={ controlId( 'rows' ) } tabIndex={ -1 }>
					{ rows.map( ( row, index ) => (
						<RowEditor
							key={ row.key }
							row={ row }
							index={ index }
							stored={ stored }
							reasons={ reasons }
							onChange={ ( changed ) =>
								onChange( rows.map( ( other ) => ( other.key === row.key ? changed : other ) ) )
							}
							onRemove={ () => remove( index ) }
						/>
					) ) }
				</ol>
				{ rows.length === 0 && (
					<p className="lernwelt-sso-error">
						{ __( 'The table is empty: nobody gets a role.', 'lernwelt-sso' ) }
					</p>
				) }
				<div className="lernwelt-sso-buttons">
					<Button __next40pxDefaultSize id={ controlId( 'add' ) } variant="secondary" onClick={ add }>
						{ __( 'Add row', 'lernwelt-sso' ) }
					</Button>
					{ ! isDelivered && (
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							onClick={ () => {
								focus.current = controlId( 'add' );
								setSaid(
									__( 'The delivered table stands here. It counts when you save.', 'lernwelt-sso' )
								);
								onChange( stored.delivered.map( withKey ) );
							} }
						>
							{ __( 'Back to the delivered table', 'lernwelt-sso' ) }
						</Button>
					) }
					<span role="status">{ said }</span>
				</div>
			</CardBody>
		</Card>
	);
}
