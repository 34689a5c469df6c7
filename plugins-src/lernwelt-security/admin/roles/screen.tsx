import { TabPanel } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { PortalChoice } from './api';
import { Export } from './export';
import { History } from './history';
import { MatrixView } from './matrix-view';
import { useMatrix } from './use-matrix';
import { Why } from './why';

interface Props {
	/** Site, 0 for the network. */
	readonly portal: number;
	/** All portals on the network's screen. */
	readonly portals: readonly PortalChoice[];
}

/** Settings → Rights of a portal, and Rights of the network. */
export function Screen( { portal, portals }: Props ) {
	const state = useMatrix( portal );
	return (
		<>
			<h1>
				{ portal === 0
					? __( 'Rights on all portals', 'lernwelt-security' )
					: __( 'Rights on this portal', 'lernwelt-security' ) }
			</h1>
			<TabPanel
				className="lernwelt-roles"
				tabs={ [
					{ name: 'matrix', title: __( 'Roles and rights', 'lernwelt-security' ) },
					{ name: 'why', title: __( 'Why may somebody do that?', 'lernwelt-security' ) },
					{ name: 'history', title: __( 'History', 'lernwelt-security' ) },
					{ name: 'export', title: __( 'Export', 'lernwelt-security' ) },
				] }
			>
				{ ( { name } ) => (
					<div className="lernwelt-roles-tab">
						{ name === 'matrix' && <MatrixView state={ state } /> }
						{ name === 'why' && state.matrix !== undefined && (
							<Why matrix={ state.matrix } portals={ portals } />
						) }
						{ name === 'history' && <History portal={ portal } /> }
						{ name === 'export' && <Export portal={ portal } portals={ portals } /> }
					</div>
				) }
			</TabPanel>
		</>
	);
}
