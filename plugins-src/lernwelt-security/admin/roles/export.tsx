import { Button, Notice, SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { download, type PortalChoice } from './api';

interface Props {
	readonly portal: number;
	/** Portals to choose from; empty on a portal's own screen. */
	readonly portals: readonly PortalChoice[];
}

/** Everything that counts on a portal as a table for Excel. */
export function Export( { portal, portals }: Props ) {
	const [ chosen, setChosen ] = useState( String( portals[ 0 ]?.id ?? portal ) );
	const [ failed, setFailed ] = useState( false );
	return (
		<div className="lernwelt-roles-why">
			<p>
				{ __(
					'A table of all rights and roles as they count on a portal, for Excel. The download is recorded in the audit log.',
					'lernwelt-security'
				) }
			</p>
			{ portals.length > 0 && (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Portal', 'lernwelt-security' ) }
					value={ chosen }
					options={ portals.map( ( { id, name } ) => ( { value: String( id ), label: name } ) ) }
					onChange={ setChosen }
				/>
			) }
			<Button
				__next40pxDefaultSize
				variant="primary"
				onClick={ () => {
					setFailed( false );
					download( Number( chosen ) ).catch( () => setFailed( true ) );
				} }
			>
				{ __( 'Download as CSV', 'lernwelt-security' ) }
			</Button>
			{ failed && (
				<Notice status="error" isDismissible={ false }>
					{ __( 'The file could not be made. Please try again.', 'lernwelt-security' ) }
				</Notice>
			) }
		</div>
	);
}
