/** What WordPress's packages bring without types, as far as this plugin uses it. */
declare module '@wordpress/block-editor' {
	import type { ReactElement, ReactNode } from 'react';

	export function useBlockProps( props?: Record< string, unknown > ): Record< string, unknown >;
	export function InspectorControls( props: { children: ReactNode } ): ReactElement | null;
}

declare module '*.scss';
