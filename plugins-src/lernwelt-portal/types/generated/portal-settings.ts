// Made by bin/src/generate-types.ts from plugins-src/lernwelt-portal/schemas/portal-settings.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * What every portal says about itself. Stored per portal; an empty text means that the portal has none.
 */
export interface PortalSettings {
	/**
	 * Who runs the portal.
	 */
	organisation: string;
	/**
	 * Person or team that answers.
	 */
	contact_name: string;
	/**
	 * Street and number.
	 */
	street: string;
	/**
	 * German postcode.
	 */
	postcode: string;
	/**
	 * Town.
	 */
	city: string;
	/**
	 * As people read it; digits, spaces and + ( ) / . -
	 */
	phone: string;
	/**
	 * Receives the contact form.
	 */
	email: string;
	/**
	 * Receives reports of barriers; the contact address does when it is empty.
	 */
	accessibility_email: string;
	/**
	 * Accent colour as #RRGGBB; empty for the colour of the theme variant.
	 */
	accent: string;
	/**
	 * Id of the picture in the media library, 0 for the logo of the theme variant. A request that leaves it out keeps the logo. Kept where WordPress keeps it, as the theme's custom logo.
	 */
	logo?: number;
}
