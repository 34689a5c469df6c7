import { CheckboxControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { IMPORTED, type ImportedField, labelOf } from './fields';

interface EditorialProps {
	readonly chosen: readonly ImportedField[];
	readonly onChange: ( fields: ImportedField[] ) => void;
}

/** Fields that editors look after themselves; an import leaves them alone. */
export function Editorial( { chosen, onChange }: EditorialProps ) {
	/* translators: %d: number of fields. */
	const count = sprintf( _n( '%d field', '%d fields', chosen.length, 'lernwelt-places' ), chosen.length );
	return (
		<details className="lw-place-form__editorial">
			<summary>
				{ __( 'We look after these ourselves, an import does not change them', 'lernwelt-places' ) }
				{ ` (${ count })` }
			</summary>
			<fieldset>
				<legend className="screen-reader-text">
					{ __( 'Fields an import does not change', 'lernwelt-places' ) }
				</legend>
				<div className="lw-place-form__checks">
					{ IMPORTED.map( ( field ) => (
						<CheckboxControl
							key={ field }
							label={ labelOf( field ) }
							checked={ chosen.includes( field ) }
							onChange={ ( checked ) =>
								onChange(
									IMPORTED.filter( ( other ) =>
										other === field ? checked : chosen.includes( other )
									)
								)
							}
						/>
					) ) }
				</div>
			</fieldset>
		</details>
	);
}
