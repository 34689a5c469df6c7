import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { FormTokenField, PanelBody, SelectControl, ToggleControl } from '@wordpress/components';
import { store as coreStore } from '@wordpress/core-data';
import { useSelect } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import ServerSideRender from '@wordpress/server-side-render';
import { chosenTitles, idsOf, type Choice } from '../choices';

/** Attributes of block.json. */
export interface Attributes extends Record< string, unknown > {
	ids: number[];
	category: string;
	grouped: boolean;
	searchable: boolean;
}

/** The REST interface gives no more at once. */
const MOST = 100;

interface Media {
	id: number;
	title: { rendered: string };
}

interface Term {
	slug: string;
	name: string;
}

/** Documents of the media library. */
function useFiles(): Choice[] {
	return useSelect( ( select ) => {
		const query = {
			per_page: MOST,
			media_type: 'application',
			_fields: 'id,title',
			orderby: 'title',
			order: 'asc',
		};
		const files = ( select( coreStore ).getEntityRecords( 'postType', 'attachment', query ) ??
			[] ) as unknown as Media[];
		return files.map( ( { id, title } ) => ( { id, title: title.rendered } ) );
	}, [] );
}

/** Categories of files. */
function useCategories(): Term[] {
	return useSelect(
		( select ) =>
			( select( coreStore ).getEntityRecords( 'taxonomy', 'download_category', { per_page: MOST } ) ??
				[] ) as unknown as Term[],
		[]
	);
}

export default function Edit( { attributes, setAttributes }: BlockEditProps< Attributes > ) {
	const { ids, category, grouped, searchable } = attributes;
	const files = useFiles();
	const categories = useCategories();
	return (
		<>
			<InspectorControls>
				<PanelBody title={ __( 'Downloads', 'lernwelt' ) }>
					<FormTokenField
						label={ __( 'Files', 'lernwelt' ) }
						value={ chosenTitles( ids, files ) }
						suggestions={ files.map( ( { title } ) => title ) }
						onChange={ ( titles ) => setAttributes( { ids: idsOf( titles, files ) } ) }
						__experimentalExpandOnFocus
					/>
					{ ids.length === 0 && (
						<SelectControl
							label={ __( 'Category', 'lernwelt' ) }
							help={ __( 'Without chosen files, everything of this category is shown.', 'lernwelt' ) }
							value={ category }
							options={ [
								{ value: '', label: __( 'All', 'lernwelt' ) },
								...categories.map( ( { slug, name } ) => ( { value: slug, label: name } ) ),
							] }
							onChange={ ( value ) => setAttributes( { category: value } ) }
						/>
					) }
					<ToggleControl
						label={ __( 'Headings by category', 'lernwelt' ) }
						checked={ grouped }
						onChange={ ( value ) => setAttributes( { grouped: value } ) }
					/>
					<ToggleControl
						label={ __( 'Search field above', 'lernwelt' ) }
						help={ __( 'For long lists; at most one on a page.', 'lernwelt' ) }
						checked={ searchable }
						onChange={ ( value ) => setAttributes( { searchable: value } ) }
					/>
				</PanelBody>
			</InspectorControls>
			<div { ...useBlockProps() }>
				<ServerSideRender block="lernwelt/downloads" attributes={ attributes } />
			</div>
		</>
	);
}
