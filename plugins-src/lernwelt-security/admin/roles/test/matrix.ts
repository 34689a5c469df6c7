import type { Cell, RoleMatrix } from '../api';

const FREE: Cell = { granted: true, decision: 'inherited', inherited: true, locked: '', no_yes: '' };

/** Two roles and two rights: one cell is fixed, one decided. */
export const MATRIX: RoleMatrix = {
	portal: 5,
	revision: 3,
	second_person: false,
	roles: [
		{ role: 'administrator', name: 'Portal-Admin' },
		{ role: 'editor', name: 'Redaktion' },
	],
	rights: [
		{
			capability: 'edit_posts',
			label: 'Eigene schreiben',
			group: 'Beiträge',
			cells: [ { ...FREE, locked: 'Bleibt immer.' }, FREE ],
		},
		{
			capability: 'upload_files',
			label: 'Dateien hochladen',
			group: 'Medien',
			cells: [ FREE, { ...FREE, granted: false, decision: 'no', no_yes: 'Nicht Ihres.' } ],
		},
	],
};
