import { startApprovals } from './approvals/start';
import { startAudit } from './audit/start';
import { type BlockSettings, withoutRemoteExample } from './previews';
import { startRoles } from './roles/start';

/** WordPress's own script; PHP names it as a dependency. */
declare const wp: {
	readonly hooks: {
		addFilter: ( hook: string, namespace: string, callback: ( settings: BlockSettings ) => BlockSettings ) => void;
	};
};

wp.hooks.addFilter( 'blocks.registerBlockType', 'lernwelt-security/previews', ( settings ) =>
	withoutRemoteExample( settings, window.location.host )
);

startApprovals();
startAudit();
startRoles();
