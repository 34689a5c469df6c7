/** What WordPress's packages bring without types, as far as this plugin uses it. */
declare module '@wordpress/block-editor' {
	import type { StoreDescriptor } from '@wordpress/data';

	export const store: StoreDescriptor;
}
