import { addFilter } from '@wordpress/hooks';
import { type BlockSettings, withoutRemoteExample } from './previews';

addFilter( 'blocks.registerBlockType', 'lernwelt-security/previews', ( settings: BlockSettings ) =>
	withoutRemoteExample( settings, window.location.host )
);
