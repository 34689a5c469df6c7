import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { DataSource } from '../../types/generated/data-sources';

interface SourceSelectProps {
	readonly sources: readonly DataSource[];
	/** Id of the chosen source; one that is not offered asks the person to choose. */
	readonly chosen: string;
	readonly onChange: ( id: string ) => void;
}

/** Chooses where the data come from. */
export function SourceSelect( { sources, chosen, onChange }: SourceSelectProps ) {
	const known = sources.map( ( { id, label } ) => ( { value: id, label } ) );
	const nothing = { value: '', label: __( 'Please choose', 'lernwelt-dataview' ) };
	return (
		<SelectControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ __( 'Data source', 'lernwelt-dataview' ) }
			value={ chosen }
			options={ known.some( ( { value } ) => value === chosen ) ? known : [ nothing, ...known ] }
			onChange={ onChange }
		/>
	);
}
