import { __ } from '@wordpress/i18n';
import type { FormAttributes } from './edit';

/** The two forms as the inserter offers them. */
export function variations() {
	return [
		{
			name: 'contact',
			title: __( 'Contact form', 'lernwelt-portal' ),
			description: __( 'Sends a message to the portal.', 'lernwelt-portal' ),
			icon: 'email-alt' as const,
			isDefault: true,
			attributes: { kind: 'contact' } satisfies FormAttributes,
			isActive: isActive(),
		},
		{
			name: 'barrier',
			title: __( 'Report a barrier', 'lernwelt-portal' ),
			description: __( 'Sends a report to the contact for accessibility.', 'lernwelt-portal' ),
			icon: 'universal-access-alt' as const,
			attributes: { kind: 'barrier' } satisfies FormAttributes,
			isActive: isActive(),
		},
	];
}

function isActive() {
	return ( block: Partial< FormAttributes >, variation: Partial< FormAttributes > ) => block.kind === variation.kind;
}
