import { __ } from '@wordpress/i18n';
import type { PortalSettings } from '../types/generated/portal-settings';

/** A setting that is one line of text. */
export type TextField = Exclude< keyof PortalSettings, 'logo' | 'accent' >;

/** Every setting that can be refused. */
export type Field = keyof PortalSettings;

/** How a line of text is shown and typed. */
export interface FieldInfo {
	readonly name: TextField;
	readonly label: string;
	readonly help?: string;
	readonly type?: 'text' | 'email' | 'tel';
	readonly short?: boolean;
}

/** Id of a field's control: the error summary links to it. */
export function controlId( field: Field ): string {
	return `lernwelt-portal-${ field }`;
}

/** Who answers, and where. */
export function contactFields(): FieldInfo[] {
	return [
		{ name: 'organisation', label: __( 'Organisation', 'lernwelt-portal' ) },
		{ name: 'contact_name', label: __( 'Contact person or team', 'lernwelt-portal' ) },
		{ name: 'street', label: __( 'Street and number', 'lernwelt-portal' ) },
		{ name: 'postcode', label: __( 'Postcode', 'lernwelt-portal' ), short: true },
		{ name: 'city', label: __( 'Town', 'lernwelt-portal' ) },
		{
			name: 'phone',
			label: __( 'Telephone', 'lernwelt-portal' ),
			help: __( 'As people should read it, for example 0391 5550123.', 'lernwelt-portal' ),
			type: 'tel',
		},
		{
			name: 'email',
			label: __( 'E-mail address', 'lernwelt-portal' ),
			help: __( 'Messages from the contact form go there. It is shown on the portal.', 'lernwelt-portal' ),
			type: 'email',
		},
	];
}

/** What makes the portal usable for everybody. */
export function accessibilityFields(): FieldInfo[] {
	return [
		{
			name: 'accessibility_email',
			label: __( 'E-mail address for reports of barriers', 'lernwelt-portal' ),
			help: __( 'If this is empty, reports go to the e-mail address above.', 'lernwelt-portal' ),
			type: 'email',
		},
	];
}

/**
 * Sorts fields as the screen shows them.
 *
 * @param fields In any order.
 */
export function inOrder( fields: readonly Field[] ): Field[] {
	const order: Field[] = [ ...contactFields(), ...accessibilityFields() ].map( ( info ) => info.name );
	order.push( 'logo', 'accent' );
	return [ ...fields ].sort( ( one, other ) => order.indexOf( one ) - order.indexOf( other ) );
}

/** Name of a field as the error summary calls it. */
export function labelOf( field: Field ): string {
	if ( field === 'accent' ) {
		return __( 'Accent colour', 'lernwelt-portal' );
	}
	if ( field === 'logo' ) {
		return __( 'Logo', 'lernwelt-portal' );
	}
	return [ ...contactFields(), ...accessibilityFields() ].find( ( info ) => info.name === field )?.label ?? field;
}
