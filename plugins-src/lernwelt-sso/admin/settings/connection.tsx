import { Button, Card, CardBody, CardHeader, CheckboxControl, SelectControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { SsoCheck } from '../../types/generated/sso-check';
import type { SsoSettings } from '../../types/generated/sso-settings';
import { api } from './api';
import type { Connection, ConnectionField } from './draft';
import { controlId, failureOf, problemAt, type Reasons } from './problems';
import { connectionHelp, connectionLabel, stepLabel, stepProblem } from './words';

interface ConnectionProps {
	readonly stored: SsoSettings;
	readonly connection: Connection;
	readonly reasons: Reasons;
	readonly dirty: boolean;
	readonly onChange: ( connection: Connection ) => void;
}

const ALGORITHMS = [ 'RS256', 'ES256', 'PS256' ];

/** Who the identity provider is, and who we are there. */
export function ConnectionCard( props: ConnectionProps ) {
	const { stored, connection, onChange } = props;
	const method: string = connection.auth_method || stored.connection.auth_method.value;
	return (
		<Card>
			<CardHeader>
				<h2>{ __( 'Connection', 'lernwelt-sso' ) }</h2>
			</CardHeader>
			<CardBody className="lernwelt-sso-fields">
				<Text field="issuer" { ...props } />
				<Text field="client_id" { ...props } />
				<Text field="scopes" { ...props } />
				<SelectControl
					__next40pxDefaultSize
					id={ controlId( 'connection.auth_method' ) }
					label={ connectionLabel( 'auth_method' ) }
					help={ fixedBy( stored, 'auth_method' ) ?? '' }
					disabled={ isFixed( stored, 'auth_method' ) }
					value={ method }
					options={ methods() }
					onChange={ ( value ) => onChange( { ...connection, auth_method: value } ) }
				/>
				<Algorithms { ...props } />
				<Secret
					is={ method === 'private_key_jwt' ? stored.private_key : stored.client_secret }
					method={ method }
				/>
				<Addresses stored={ stored } />
				<Check dirty={ props.dirty } />
			</CardBody>
		</Card>
	);
}

function methods(): { value: string; label: string }[] {
	return [
		{ value: 'client_secret_basic', label: __( 'Client secret', 'lernwelt-sso' ) },
		{ value: 'private_key_jwt', label: __( 'Signed with a private key (private_key_jwt)', 'lernwelt-sso' ) },
	];
}

function isFixed( stored: SsoSettings, field: ConnectionField ): boolean {
	return [ 'constant', 'environment' ].includes( stored.connection[ field ].source );
}

function fixedBy( stored: SsoSettings, field: ConnectionField ): string | undefined {
	const name = `LERNWELT_OIDC_${ field.toUpperCase() }`;
	switch ( stored.connection[ field ].source ) {
		case 'constant':
			/* translators: %s: name of a constant. */
			return sprintf( __( 'Decided by the constant %s; it can’t be changed here.', 'lernwelt-sso' ), name );
		case 'environment':
			return sprintf(
				/* translators: %s: name of a variable. */
				__( 'Decided by the variable %s of the server; it can’t be changed here.', 'lernwelt-sso' ),
				name
			);
		case 'settings':
		case 'default':
			return undefined;
	}
}

function Text( {
	field,
	stored,
	connection,
	reasons,
	onChange,
}: ConnectionProps & { readonly field: ConnectionField } ) {
	const path = `connection.${ field }`;
	const problem = problemAt( reasons, path );
	return (
		<TextControl
			__next40pxDefaultSize
			id={ controlId( path ) }
			className={ problem === undefined ? '' : 'lernwelt-sso-invalid' }
			label={ connectionLabel( field ) }
			help={ problem ?? fixedBy( stored, field ) ?? connectionHelp( field ) }
			readOnly={ isFixed( stored, field ) }
			aria-invalid={ problem !== undefined }
			autoComplete="off"
			spellCheck={ false }
			maxLength={ 300 }
			value={ connection[ field ] }
			onChange={ ( value ) => onChange( { ...connection, [ field ]: value } ) }
		/>
	);
}

function Algorithms( { stored, connection, onChange }: ConnectionProps ) {
	const chosen = ( connection.algorithms || stored.connection.algorithms.value )
		.split( ',' )
		.map( ( name ) => name.trim() );
	const fixed = isFixed( stored, 'algorithms' );
	return (
		<fieldset className="lernwelt-sso-choices">
			<legend>{ connectionLabel( 'algorithms' ) }</legend>
			<div>
				{ ALGORITHMS.map( ( name ) => (
					<CheckboxControl
						key={ name }
						label={ name }
						checked={ chosen.includes( name ) }
						disabled={ fixed || ( chosen.length === 1 && chosen[ 0 ] === name ) }
						onChange={ ( on ) =>
							onChange( {
								...connection,
								algorithms: ALGORITHMS.filter( ( other ) =>
									other === name ? on : chosen.includes( other )
								).join( ',' ),
							} )
						}
					/>
				) ) }
			</div>
			{ fixed && <p className="lernwelt-sso-help">{ fixedBy( stored, 'algorithms' ) }</p> }
		</fieldset>
	);
}

function Secret( { is, method }: { readonly is: boolean; readonly method: string } ) {
	const key = method === 'private_key_jwt';
	return (
		<div>
			<span className="lernwelt-sso-label">
				{ key ? __( 'Private key', 'lernwelt-sso' ) : __( 'Client secret', 'lernwelt-sso' ) }
			</span>
			<strong className={ is ? 'lernwelt-sso-good' : 'lernwelt-sso-error' }>
				{ is ? __( 'set', 'lernwelt-sso' ) : __( 'missing', 'lernwelt-sso' ) }
			</strong>
			<p className="lernwelt-sso-help">
				{ sprintf(
					/* translators: %s: name of a constant. */
					__(
						'It stands on the server only, as constant or variable %s, never in the database.',
						'lernwelt-sso'
					),
					key ? 'LERNWELT_OIDC_PRIVATE_KEY' : 'LERNWELT_OIDC_CLIENT_SECRET'
				) }
			</p>
		</div>
	);
}

function Addresses( { stored }: { readonly stored: SsoSettings } ) {
	return (
		<details>
			<summary>{ __( 'Addresses that the identity provider has to know', 'lernwelt-sso' ) }</summary>
			<ul className="lernwelt-sso-addresses">
				{ stored.addresses.map( ( { portal, redirect, logged_out: loggedOut } ) => (
					<li key={ portal }>
						<code>{ redirect }</code> <code>{ loggedOut }</code>
					</li>
				) ) }
			</ul>
		</details>
	);
}

function Check( { dirty }: { readonly dirty: boolean } ) {
	const [ busy, setBusy ] = useState( false );
	const [ steps, setSteps ] = useState< SsoCheck[ 'steps' ] >( [] );
	const [ failed, setFailed ] = useState( '' );
	const check = async () => {
		setBusy( true );
		setSteps( [] );
		setFailed( '' );
		try {
			setSteps( ( await api.check() ).steps );
		} catch ( error ) {
			setFailed( failureOf( error ).message );
		}
		setBusy( false );
	};
	return (
		<div>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				isBusy={ busy }
				disabled={ busy }
				accessibleWhenDisabled
				onClick={ () => void check() }
			>
				{ __( 'Check connection', 'lernwelt-sso' ) }
			</Button>
			{ dirty && (
				<p className="lernwelt-sso-help">
					{ __( 'What is saved is checked, not what you are changing just now.', 'lernwelt-sso' ) }
				</p>
			) }
			<div role="status" className="lernwelt-sso-steps">
				{ failed !== '' && <p className="lernwelt-sso-error">{ failed }</p> }
				{ steps.length > 0 && (
					<ul>
						{ steps.map( ( { step, ok, reason } ) => (
							<li key={ step } className={ ok ? 'lernwelt-sso-good' : 'lernwelt-sso-error' }>
								{ ok ? __( 'Yes:', 'lernwelt-sso' ) : __( 'No:', 'lernwelt-sso' ) }{ ' ' }
								{ stepLabel( step ) }
								{ ! ok && ` – ${ stepProblem( reason ) }` }
							</li>
						) ) }
					</ul>
				) }
			</div>
		</div>
	);
}
