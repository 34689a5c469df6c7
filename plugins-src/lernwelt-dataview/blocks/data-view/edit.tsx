import { useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { Button, Disabled, Placeholder, Spinner } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ServerSideRender } from '@wordpress/server-side-render';
import type { DataSource } from '../../types/generated/data-sources';
import { type Attributes, withSource } from './attributes';
import { Settings } from './settings';
import { useFreeKey } from './use-free-key';
import { type Sources, useSources } from './use-sources';

/** Lets the editor choose what is shown, and shows it as visitors see it. */
export function Edit( { attributes, setAttributes, clientId }: BlockEditProps< Attributes > & { clientId: string } ) {
	const sources = useSources();
	const setKey = useCallback( ( key: string ) => setAttributes( { key } ), [ setAttributes ] );
	useFreeKey( clientId, attributes.key, setKey );

	const offered = sources.state === 'ready' ? sources.sources : [];
	const source = offered.find( ( { id } ) => id === attributes.source );
	return (
		<div { ...useBlockProps() }>
			{ source === undefined ? (
				<Choice
					wanted={ attributes.source }
					sources={ sources }
					onChoose={ ( chosen ) => setAttributes( withSource( chosen, attributes ) ) }
				/>
			) : (
				<>
					<Settings source={ source } sources={ offered } attributes={ attributes } set={ setAttributes } />
					<Disabled>
						<ServerSideRender
							block="lernwelt/data-view"
							attributes={ attributes }
							httpMethod="POST"
							skipBlockSupportAttributes
						/>
					</Disabled>
				</>
			) }
		</div>
	);
}

interface ChoiceProps {
	/** Id of the source the block wants, "" for none. */
	readonly wanted: string;
	readonly sources: Sources;
	readonly onChoose: ( source: DataSource ) => void;
}

/** Asks which data to show, and says why nothing is shown. */
function Choice( { wanted, sources, onChoose }: ChoiceProps ) {
	return (
		<Placeholder
			icon="list-view"
			label={ __( 'Data view', 'lernwelt-dataview' ) }
			instructions={ instructions( wanted, sources ) }
		>
			{ sources.state === 'loading' && <Spinner /> }
			{ sources.state === 'ready' &&
				sources.sources.map( ( source ) => (
					<Button key={ source.id } variant="secondary" onClick={ () => onChoose( source ) }>
						{ source.label }
					</Button>
				) ) }
		</Placeholder>
	);
}

function instructions( wanted: string, sources: Sources ): string {
	if ( sources.state === 'loading' ) {
		return '';
	}
	if ( sources.state === 'failed' ) {
		return __(
			'The data of this portal could not be loaded. Save your work and open the page again.',
			'lernwelt-dataview'
		);
	}
	if ( wanted !== '' ) {
		return sprintf(
			/* translators: %s: id of a data source. */
			__(
				'This portal has no data source “%s”. Visitors see nothing here. Choose another one:',
				'lernwelt-dataview'
			),
			wanted
		);
	}
	return sources.sources.length === 0
		? __( 'This portal has no data to show yet.', 'lernwelt-dataview' )
		: __( 'Which data shall stand here?', 'lernwelt-dataview' );
}
