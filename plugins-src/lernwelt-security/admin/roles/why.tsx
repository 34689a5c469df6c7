import { Button, ComboboxControl, Notice, SelectControl } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { explain, findPeople, type PortalChoice, refusal, type RoleMatrix, type RoleWhy } from './api';

interface Props {
	readonly matrix: RoleMatrix;
	/** Portals to choose from; empty on a portal's own screen. */
	readonly portals: readonly PortalChoice[];
}

interface Option {
	readonly value: string;
	readonly label: string;
}

/** Why may this person do that? */
export function Why( { matrix, portals }: Props ) {
	const [ people, setPeople ] = useState< readonly Option[] >( [] );
	const [ person, setPerson ] = useState< string | null >( null );
	const [ portal, setPortal ] = useState( String( portals[ 0 ]?.id ?? matrix.portal ) );
	const [ capability, setCapability ] = useState( matrix.rights[ 0 ]?.capability ?? '' );
	const [ answer, setAnswer ] = useState< RoleWhy >();
	const [ problem, setProblem ] = useState( '' );
	const [ nobody, setNobody ] = useState( false );
	const who = useRef< HTMLDivElement >( null );

	const search = async ( words: string ) => {
		if ( words.trim().length < 2 ) {
			return;
		}
		try {
			const { items } = await findPeople( matrix.portal, words.trim() );
			setPeople(
				items.map( ( { id, name, login } ) => ( { value: String( id ), label: `${ name } (${ login })` } ) )
			);
			setProblem( '' );
		} catch {
			setProblem( __( 'People could not be searched for. Please check your connection.', 'lernwelt-security' ) );
		}
	};
	const ask = async () => {
		setAnswer( undefined );
		if ( person === null ) {
			setProblem( '' );
			setNobody( true );
			who.current?.querySelector( 'input' )?.focus();
			return;
		}
		setProblem( '' );
		try {
			setAnswer( await explain( Number( portal ), Number( person ), capability ) );
		} catch ( error ) {
			const { message } = refusal( error );
			setProblem( message === '' ? __( 'The reasons could not be loaded.', 'lernwelt-security' ) : message );
		}
	};
	return (
		<form
			className="lernwelt-roles-why"
			onSubmit={ ( event ) => {
				event.preventDefault();
				void ask();
			} }
		>
			<div ref={ who } className={ nobody ? 'lernwelt-roles-invalid' : '' }>
				<ComboboxControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Person', 'lernwelt-security' ) }
					help={
						nobody
							? __( 'Please choose a person first.', 'lernwelt-security' )
							: __(
									'Type at least two letters of the name, login or e-mail address.',
									'lernwelt-security'
								)
					}
					value={ person }
					options={ [ ...people ] }
					onFilterValueChange={ ( words ) => void search( words ) }
					onChange={ ( value ) => {
						setNobody( false );
						setPerson( value ?? null );
					} }
				/>
			</div>
			{ portals.length > 0 && (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Portal', 'lernwelt-security' ) }
					value={ portal }
					options={ portals.map( ( { id, name } ) => ( { value: String( id ), label: name } ) ) }
					onChange={ setPortal }
				/>
			) }
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Right', 'lernwelt-security' ) }
				value={ capability }
				options={ matrix.rights.map( ( right ) => ( {
					value: right.capability,
					label: `${ right.group }: ${ right.label }`,
				} ) ) }
				onChange={ setCapability }
			/>
			<Button __next40pxDefaultSize variant="primary" type="submit">
				{ __( 'Explain', 'lernwelt-security' ) }
			</Button>
			<div aria-live="polite">
				{ problem !== '' && (
					<Notice status="error" isDismissible={ false }>
						{ problem }
					</Notice>
				) }
				{ answer !== undefined && <Answer answer={ answer } /> }
			</div>
		</form>
	);
}

function Answer( { answer }: { readonly answer: RoleWhy } ) {
	return (
		<div className="lernwelt-roles-answer">
			<h2>
				{ answer.allowed
					? /* translators: %s: right. */
						sprintf( __( 'Yes: “%s” is allowed.', 'lernwelt-security' ), answer.label )
					: /* translators: %s: right. */
						sprintf( __( 'No: “%s” is not allowed.', 'lernwelt-security' ), answer.label ) }
			</h2>
			<ol>
				{ answer.steps.map( ( step ) => (
					<li key={ step }>{ step }</li>
				) ) }
			</ol>
		</div>
	);
}
