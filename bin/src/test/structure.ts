import { outcomeOf, type Part } from './part.ts';
import { ensurePhp } from './setup.ts';
import { fileChecks } from './structure/files.ts';
import { pluginChecks } from './structure/plugins.ts';
import { roomChecks } from './structure/rooms.ts';
import { securityChecks } from './structure/security.ts';
import { themeChecks } from './structure/themes.ts';

/** The house's rules that a program can check. */
export const structure: Part = {
	name: 'structure',
	about: 'Rules of the house: rooms, pure variants, inline code, complete plugins',
	run: async () => {
		await ensurePhp();
		return outcomeOf( [
			...( await roomChecks() ),
			...( await themeChecks() ),
			...( await securityChecks() ),
			...pluginChecks(),
			...fileChecks(),
		] );
	},
};
