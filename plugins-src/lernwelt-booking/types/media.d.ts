import type { ReactNode } from 'react';

/** What the block editor exports and its types leave out. */
declare module '@wordpress/block-editor' {
	export function MediaUploadCheck( props: { readonly children: ReactNode } ): ReactNode;
	export function MediaUpload( props: {
		readonly title?: string;
		readonly onSelect: ( file: { title?: string; url: string } ) => void;
		readonly render: ( controls: { open: () => void } ) => ReactNode;
	} ): ReactNode;
}
