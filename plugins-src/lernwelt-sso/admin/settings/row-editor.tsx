import { Button, CheckboxControl, SelectControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { SsoSettings } from '../../types/generated/sso-settings';
import { ALL, type Row } from './draft';
import { controlId, problemAt, type Reasons } from './problems';
import { rowLabel } from './words';

interface RowProps {
	readonly row: Row;
	readonly index: number;
	readonly stored: SsoSettings;
	readonly reasons: Reasons;
	readonly onChange: ( row: Row ) => void;
	readonly onRemove: () => void;
}

/** One line of the table. */
export function RowEditor( props: RowProps ) {
	const { row, index, stored, reasons, onChange, onRemove } = props;
	const at = ( field: string ) => `rows.${ index }.${ field }`;
	/* translators: %d: number of the row. */
	const name = sprintf( __( 'Row %d', 'lernwelt-sso' ), index + 1 );
	const roleProblem = problemAt( reasons, at( 'role' ) );
	const known = stored.roles.some( ( { slug } ) => slug === row.role );
	return (
		<li>
			<fieldset className="lernwelt-sso-row">
				<legend>{ name }</legend>
				<Text field="claim" { ...props } />
				<Text field="value" { ...props } />
				<SelectControl
					__next40pxDefaultSize
					id={ controlId( at( 'role' ) ) }
					className={ roleProblem === undefined ? '' : 'lernwelt-sso-invalid' }
					label={ rowLabel( 'role' ) }
					help={ roleProblem ?? '' }
					aria-invalid={ roleProblem !== undefined }
					value={ row.role }
					options={ [
						...( known
							? []
							: [ { value: row.role, label: row.role || __( '– please choose –', 'lernwelt-sso' ) } ] ),
						...stored.roles.map( ( { slug, name: label } ) => ( { value: slug, label } ) ),
					] }
					onChange={ ( role ) => onChange( { ...row, role } ) }
				/>
				<Portals { ...props } />
				<Button
					__next40pxDefaultSize
					id={ controlId( at( 'remove' ) ) }
					className="lernwelt-sso-row__remove"
					variant="tertiary"
					isDestructive
					onClick={ onRemove }
					/* translators: %s: "Row 3". */
					aria-label={ sprintf( __( 'Remove %s', 'lernwelt-sso' ), name ) }
				>
					{ __( 'Remove', 'lernwelt-sso' ) }
				</Button>
			</fieldset>
		</li>
	);
}

function Text( { field, row, index, reasons, onChange }: RowProps & { readonly field: 'claim' | 'value' } ) {
	const path = `rows.${ index }.${ field }`;
	const problem = problemAt( reasons, path );
	return (
		<TextControl
			__next40pxDefaultSize
			id={ controlId( path ) }
			className={ problem === undefined ? '' : 'lernwelt-sso-invalid' }
			label={ rowLabel( field ) }
			help={ problem ?? '' }
			aria-invalid={ problem !== undefined }
			autoComplete="off"
			spellCheck={ false }
			maxLength={ field === 'claim' ? 200 : 100 }
			value={ row[ field ] }
			onChange={ ( value ) => onChange( { ...row, [ field ]: value } ) }
		/>
	);
}

/** All portals, one, or some: the usual cases are one choice. */
function Portals( { row, index, stored, reasons, onChange }: RowProps ) {
	const path = `rows.${ index }.portals`;
	const problem = problemAt( reasons, path );
	const [ several, setSeveral ] = useState( row.portals.length > 1 );
	const value = several ? 'some' : ( row.portals[ 0 ] ?? 'some' );
	const choose = ( choice: string ) => {
		setSeveral( choice === 'some' );
		if ( choice !== 'some' ) {
			onChange( { ...row, portals: [ choice ] } );
		} else if ( row.portals[ 0 ] === ALL ) {
			onChange( { ...row, portals: stored.portals.map( ( { id } ) => id ) } );
		}
	};
	return (
		<div className="lernwelt-sso-row__portals">
			<SelectControl
				__next40pxDefaultSize
				id={ controlId( path ) }
				className={ problem === undefined ? '' : 'lernwelt-sso-invalid' }
				label={ rowLabel( 'portals' ) }
				help={ problem ?? '' }
				aria-invalid={ problem !== undefined }
				value={ value }
				options={ [
					{ value: ALL, label: __( 'All portals', 'lernwelt-sso' ) },
					...stored.portals.map( ( { id, name } ) => ( { value: id, label: name } ) ),
					{ value: 'some', label: __( 'Several …', 'lernwelt-sso' ) },
				] }
				onChange={ choose }
			/>
			{ value === 'some' && (
				<div role="group" aria-label={ rowLabel( 'portals' ) }>
					{ stored.portals.map( ( { id, name } ) => (
						<CheckboxControl
							key={ id }
							label={ name }
							checked={ row.portals.includes( id ) }
							onChange={ ( on ) =>
								onChange( {
									...row,
									portals: stored.portals
										.map( ( portal ) => portal.id )
										.filter( ( other ) => ( other === id ? on : row.portals.includes( other ) ) ),
								} )
							}
						/>
					) ) }
				</div>
			) }
		</div>
	);
}
