import { Button, Panel, PanelBody, TextareaControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { api } from './api';
import { Trouble } from './parts';
import { failureOf, sentenceOf } from './problems';
import { useLoad } from './use-load';

/** Where imports may fetch from; for administrators. */
export function HostsPanel( { onSaved }: { readonly onSaved: () => void } ) {
	const settings = useLoad( api.settings );
	const [ text, setText ] = useState< string >();
	const [ problem, setProblem ] = useState< string >();
	const [ status, setStatus ] = useState( '' );
	const shown = text ?? settings.data?.hosts.join( '\n' );

	const save = async () => {
		setProblem( undefined );
		setStatus( '' );
		const hosts = ( shown ?? '' ).split( /[\s,]+/ ).flatMap( ( line ) => hostOf( line ) );
		try {
			const saved = await api.saveSettings( { hosts } );
			setText( saved.hosts.join( '\n' ) );
			setStatus( __( 'The hosts are saved.', 'lernwelt-places' ) );
			onSaved();
		} catch ( error ) {
			const failure = failureOf( error );
			setProblem( failure.fields.hosts === undefined ? failure.message : sentenceOf( failure.fields.hosts ) );
		}
	};

	return (
		<Panel className="lernwelt-import-panel">
			<PanelBody title={ __( 'Allowed hosts', 'lernwelt-places' ) } initialOpen={ false }>
				<Trouble message={ settings.message } retry={ settings.reload } />
				{ shown !== undefined && (
					<form
						noValidate
						onSubmit={ ( event ) => {
							event.preventDefault();
							void save();
						} }
					>
						<TextareaControl
							id="lernwelt-import-hosts"
							className={ problem === undefined ? '' : 'lernwelt-import-invalid' }
							label={ __( 'Imports may fetch from these hosts', 'lernwelt-places' ) }
							help={
								problem ??
								__(
									'One host a line, for example daten.sachsen-anhalt.de. Addresses in private networks are refused in any case.',
									'lernwelt-places'
								)
							}
							aria-invalid={ problem !== undefined }
							rows={ 4 }
							value={ shown }
							onChange={ setText }
						/>
						<div className="lernwelt-import-actions">
							<Button __next40pxDefaultSize variant="secondary" type="submit">
								{ __( 'Save hosts', 'lernwelt-places' ) }
							</Button>
							<span role="status">{ status }</span>
						</div>
					</form>
				) }
			</PanelBody>
		</Panel>
	);
}

/** The host of a line that may be a whole address; nothing for an empty line. */
export function hostOf( line: string ): string[] {
	const text = line.trim().toLowerCase();
	if ( text === '' ) {
		return [];
	}
	return [ text.includes( '://' ) && URL.canParse( text ) ? new URL( text ).hostname : text.replace( /\/.*$/, '' ) ];
}
