import { BaseControl, Button, CheckboxControl, Flex, FlexBlock, FlexItem } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { DataField } from '../../types/generated/data-sources';
import { moved, toggled } from './attributes';

interface FieldListProps {
	readonly label: string;
	readonly help?: string;
	readonly fields: readonly DataField[];
	/** Ids, in their order. */
	readonly chosen: readonly string[];
	readonly onChange: ( chosen: string[] ) => void;
}

/** Which fields, in which order: the chosen ones first, then the others. */
export function FieldList( { label, help, fields, chosen, onChange }: FieldListProps ) {
	const rest = fields.filter( ( field ) => ! chosen.includes( field.id ) );
	const inOrder = chosen.flatMap( ( id ) => fields.filter( ( field ) => field.id === id ) );
	return (
		<BaseControl __nextHasNoMarginBottom { ...( help !== undefined && { help } ) }>
			<fieldset>
				<BaseControl.VisualLabel as="legend">{ label }</BaseControl.VisualLabel>
				{ [ ...inOrder, ...rest ].map( ( field ) => {
					const position = chosen.indexOf( field.id );
					return (
						<Flex key={ field.id } gap={ 1 } align="center">
							<FlexBlock>
								<CheckboxControl
									__nextHasNoMarginBottom
									label={ nameOf( field ) }
									checked={ position >= 0 }
									onChange={ ( on ) => onChange( toggled( chosen, field.id, on ) ) }
								/>
							</FlexBlock>
							{ position >= 0 && chosen.length > 1 && (
								<FlexItem>
									<Button
										size="small"
										icon="arrow-up-alt2"
										/* translators: %s: name of a field. */
										label={ sprintf( __( 'Move %s up', 'lernwelt-dataview' ), field.label ) }
										disabled={ position === 0 }
										accessibleWhenDisabled
										onClick={ () => onChange( moved( chosen, field.id, -1 ) ) }
									/>
									<Button
										size="small"
										icon="arrow-down-alt2"
										/* translators: %s: name of a field. */
										label={ sprintf( __( 'Move %s down', 'lernwelt-dataview' ), field.label ) }
										disabled={ position === chosen.length - 1 }
										accessibleWhenDisabled
										onClick={ () => onChange( moved( chosen, field.id, 1 ) ) }
									/>
								</FlexItem>
							) }
						</Flex>
					);
				} ) }
			</fieldset>
		</BaseControl>
	);
}

/**
 * Name of a field, which says when visitors don't see it.
 *
 * @param field The field.
 */
export function nameOf( field: DataField ): string {
	if ( ! field.restricted ) {
		return field.label;
	}
	/* translators: %s: name of a field. */
	return sprintf( __( '%s (hidden from visitors)', 'lernwelt-dataview' ), field.label );
}
