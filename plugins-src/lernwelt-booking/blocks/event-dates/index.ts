import { registerBlockType, type BlockConfiguration } from '@wordpress/blocks';
import metadata from './block.json';
import { Edit } from './edit';
import './editor.scss';
import './style.scss';

// TypeScript reads a JSON file's words as any text, not as the words a block may use.
registerBlockType( metadata as unknown as BlockConfiguration, { edit: Edit } );
