import { registerBlockType } from '@wordpress/blocks';
import metadata from './block.json';
import Edit, { type Attributes } from './edit';

registerBlockType< Attributes >( metadata.name, { edit: Edit } );
