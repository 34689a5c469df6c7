import { Button, Notice, Spinner } from '@wordpress/components';
import { useCallback, useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { type Decision, readHistory, type RoleHistory } from './api';
import { yesNo } from './words';

type Line = RoleHistory[ 'items' ][ number ];

/** Who changed what, the newest first. */
export function History( { portal }: { readonly portal: number } ) {
	const [ lines, setLines ] = useState< readonly Line[] >();
	const [ more, setMore ] = useState( false );
	const [ failed, setFailed ] = useState( false );
	const load = useCallback(
		async ( before: number ) => {
			setFailed( false );
			try {
				const page = await readHistory( portal, before );
				setLines( ( known = [] ) => ( before === 0 ? page.items : [ ...known, ...page.items ] ) );
				setMore( page.more );
			} catch {
				setFailed( true );
			}
		},
		[ portal ]
	);
	useEffect( () => void load( 0 ), [ load ] );
	const last = lines?.at( -1 )?.id ?? 0;
	return (
		<>
			{ failed && (
				<Notice
					status="error"
					isDismissible={ false }
					actions={ [ { label: __( 'Try again', 'lernwelt-security' ), onClick: () => void load( last ) } ] }
				>
					{ __( 'The history could not be loaded.', 'lernwelt-security' ) }
				</Notice>
			) }
			{ lines === undefined && ! failed && <Spinner /> }
			{ lines?.length === 0 && (
				<p>{ __( 'Nothing was changed so far: the defaults count.', 'lernwelt-security' ) }</p>
			) }
			{ lines !== undefined && lines.length > 0 && <Lines lines={ lines } /> }
			{ more && (
				<Button __next40pxDefaultSize variant="secondary" onClick={ () => void load( last ) }>
					{ __( 'Show older changes', 'lernwelt-security' ) }
				</Button>
			) }
		</>
	);
}

function Lines( { lines }: { readonly lines: readonly Line[] } ) {
	return (
		<table className="widefat striped lernwelt-roles-history">
			<thead>
				<tr>
					<th scope="col">{ __( 'When', 'lernwelt-security' ) }</th>
					<th scope="col">{ __( 'Who', 'lernwelt-security' ) }</th>
					<th scope="col">{ __( 'Where', 'lernwelt-security' ) }</th>
					<th scope="col">{ __( 'Role', 'lernwelt-security' ) }</th>
					<th scope="col">{ __( 'Right', 'lernwelt-security' ) }</th>
					<th scope="col">{ __( 'Before', 'lernwelt-security' ) }</th>
					<th scope="col">{ __( 'After', 'lernwelt-security' ) }</th>
				</tr>
			</thead>
			<tbody>
				{ lines.map( ( line ) => (
					<tr key={ line.id }>
						<td data-label={ __( 'When', 'lernwelt-security' ) }>
							<time dateTime={ line.at }>{ when( line.at ) }</time>
						</td>
						<td data-label={ __( 'Who', 'lernwelt-security' ) }>{ line.who }</td>
						<td data-label={ __( 'Where', 'lernwelt-security' ) }>{ line.portal }</td>
						<td data-label={ __( 'Role', 'lernwelt-security' ) }>{ line.role }</td>
						<td data-label={ __( 'Right', 'lernwelt-security' ) }>{ line.label }</td>
						<td data-label={ __( 'Before', 'lernwelt-security' ) }>{ word( line.before ) }</td>
						<td data-label={ __( 'After', 'lernwelt-security' ) }>{ word( line.after ) }</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

function word( decision: Decision ): string {
	return decision === 'inherited' ? __( 'inherited', 'lernwelt-security' ) : yesNo( decision === 'yes' );
}

function when( instant: string ): string {
	return new Date( instant ).toLocaleString( 'de-DE', { dateStyle: 'medium', timeStyle: 'short' } );
}
