import { Button, Card, CardBody, CardHeader, SelectControl, TextareaControl } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { SsoPreview } from '../../types/generated/sso-preview';
import type { SsoSettings } from '../../types/generated/sso-settings';
import { api } from './api';
import { plain, type Row } from './draft';
import { examples, textOf } from './examples';
import { failureOf, problemAt, type Failure } from './problems';

interface PreviewProps {
	readonly stored: SsoSettings;
	readonly rows: readonly Row[];
}

/** "This token would get …": with the table as it stands on the screen, saved or not. */
export function PreviewCard( { stored, rows }: PreviewProps ) {
	const [ claims, setClaims ] = useState( () => textOf( examples()[ 0 ] ?? { name: '', claims: {} } ) );
	const [ result, setResult ] = useState< SsoPreview >();
	const [ failure, setFailure ] = useState< Failure >();
	const [ busy, setBusy ] = useState( false );
	const field = useRef< HTMLTextAreaElement >( null );
	// What was shown belongs to what was asked.
	useEffect( () => setResult( undefined ), [ claims, rows ] );

	const show = async () => {
		setBusy( true );
		setFailure( undefined );
		setResult( undefined );
		try {
			setResult( await api.preview( { claims, rows: plain( rows ) } ) );
		} catch ( error ) {
			setFailure( failureOf( error ) );
		}
		setBusy( false );
	};
	const problem = problemAt( failure?.fields ?? {}, 'claims' );
	useEffect( () => {
		if ( problem !== undefined ) {
			field.current?.focus();
		}
	}, [ failure, problem ] );
	return (
		<Card>
			<CardHeader>
				<h2>{ __( 'Preview', 'lernwelt-sso' ) }</h2>
			</CardHeader>
			<CardBody className="lernwelt-sso-fields">
				<p className="lernwelt-sso-intro">
					{ __(
						'Try what somebody would get with the table above, saved or not. Nothing is stored. Please use no claims of real people.',
						'lernwelt-sso'
					) }
				</p>
				<SelectControl
					__next40pxDefaultSize
					label={ __( 'Example', 'lernwelt-sso' ) }
					value={ String( examples().findIndex( ( example ) => textOf( example ) === claims ) ) }
					options={ [
						{ value: '-1', label: __( 'own claims', 'lernwelt-sso' ) },
						...examples().map( ( { name }, index ) => ( { value: String( index ), label: name } ) ),
					] }
					onChange={ ( value ) => {
						const example = examples()[ Number( value ) ];
						setClaims( example === undefined ? '{}' : textOf( example ) );
					} }
				/>
				<TextareaControl
					ref={ field }
					className={ `lernwelt-sso-json ${ problem === undefined ? '' : 'lernwelt-sso-invalid' }` }
					label={ __( 'Claims (JSON)', 'lernwelt-sso' ) }
					help={ problem ?? '' }
					aria-invalid={ problem !== undefined }
					spellCheck={ false }
					rows={ 12 }
					value={ claims }
					onChange={ setClaims }
				/>
				<div>
					<Button
						__next40pxDefaultSize
						variant="secondary"
						isBusy={ busy }
						disabled={ busy }
						accessibleWhenDisabled
						onClick={ () => void show() }
					>
						{ __( 'Show what this token would get', 'lernwelt-sso' ) }
					</Button>
				</div>
				<div role="status">
					{ failure !== undefined && problem === undefined && (
						<p className="lernwelt-sso-error">
							{ failure.message === ''
								? __( 'The role table has errors. Save it to see which ones.', 'lernwelt-sso' )
								: failure.message }
						</p>
					) }
					{ result !== undefined && <Result result={ result } stored={ stored } /> }
				</div>
			</CardBody>
		</Card>
	);
}

function Result( { result, stored }: { readonly result: SsoPreview; readonly stored: SsoSettings } ) {
	const nameOf = ( role: string ) => stored.roles.find( ( { slug } ) => slug === role )?.name ?? role;
	return (
		<>
			<p>
				<strong>{ outcome( result ) }</strong> { result.outcome === 'account' && address( result ) }
			</p>
			<dl className="lernwelt-sso-result">
				{ result.portals.map( ( { id, name, roles, enters } ) => (
					<div key={ id }>
						<dt>{ name }</dt>
						<dd>
							{ enters
								? roles.map( nameOf ).join( ', ' )
								: __( 'no role, does not get in', 'lernwelt-sso' ) }
						</dd>
					</div>
				) ) }
			</dl>
		</>
	);
}

function outcome( { outcome: kind, missing }: SsoPreview ): string {
	switch ( kind ) {
		case 'account':
			return __( 'This person gets an account.', 'lernwelt-sso' );
		case 'pupil':
			return __( 'This is a pupil: no account, nothing is stored.', 'lernwelt-sso' );
		case 'nothing':
			return __(
				'This person gets no role and does not get in. Roles from earlier logins are taken away.',
				'lernwelt-sso'
			);
		case 'unknown':
			return sprintf(
				/* translators: %s: paths of claims. */
				__(
					'Nobody gets in: the claim %s is absent. Stored roles are kept, and an alarm is raised.',
					'lernwelt-sso'
				),
				missing.join( ', ' )
			);
	}
}

function address( { address: kind }: SsoPreview ): string {
	switch ( kind ) {
		case 'verified':
			return __( 'The e-mail address is verified and is used.', 'lernwelt-sso' );
		case 'unverified':
			return __(
				'The e-mail address is not verified: a new account gets none that mail can reach.',
				'lernwelt-sso'
			);
		case 'missing':
			return __( 'There is no e-mail address: a new account gets none that mail can reach.', 'lernwelt-sso' );
	}
}
