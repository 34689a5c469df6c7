import { Button, Card, CardBody, Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { api } from './api';
import { HostsPanel } from './hosts-panel';
import { Title, Trouble } from './parts';
import type { Place } from './place';
import { RunsTable } from './runs-table';
import { SourcesPanel } from './sources-panel';
import { useLoad } from './use-load';

interface OverviewProps {
	readonly go: ( place: Place ) => void;
	readonly managesHosts: boolean;
}

/** Earlier imports, saved sources, and the way to a new one. */
export function Overview( { go, managesHosts }: OverviewProps ) {
	const runs = useLoad( api.runs );
	const [ hosts, setHosts ] = useState( 0 );
	const begin = () => go( { view: 'source', source: '' } );
	const items = runs.data?.items;
	return (
		<>
			<div className="lernwelt-import-head">
				<Title>{ __( 'Import learning places', 'lernwelt-places' ) }</Title>
				{ items !== undefined && items.length > 0 && (
					<Button __next40pxDefaultSize variant="primary" onClick={ begin }>
						{ __( 'New import', 'lernwelt-places' ) }
					</Button>
				) }
			</div>
			<Trouble message={ runs.message } retry={ runs.reload } />
			{ items === undefined && runs.message === '' && <Spinner /> }
			{ items !== undefined && items.length === 0 && <Empty begin={ begin } /> }
			{ items !== undefined && items.length > 0 && <RunsTable runs={ items } go={ go } /> }
			<SourcesPanel key={ hosts } go={ go } />
			{ managesHosts && <HostsPanel onSaved={ () => setHosts( ( before ) => before + 1 ) } /> }
		</>
	);
}

function Empty( { begin }: { readonly begin: () => void } ) {
	return (
		<Card className="lernwelt-import-empty">
			<CardBody>
				<h2>{ __( 'Nothing has been imported yet', 'lernwelt-places' ) }</h2>
				<p>
					{ __(
						'Bring learning places of another database to this portal: from a file (CSV, JSON or GeoJSON) or from an address. First you see what would change. Nothing is written before you agree.',
						'lernwelt-places'
					) }
				</p>
				<Button __next40pxDefaultSize variant="primary" onClick={ begin }>
					{ __( 'Choose file or address', 'lernwelt-places' ) }
				</Button>
			</CardBody>
		</Card>
	);
}
