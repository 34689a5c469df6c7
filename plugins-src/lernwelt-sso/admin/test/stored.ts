import type { SsoSettings } from '../../types/generated/sso-settings';
import { ALL } from '../settings/draft';

/** Settings of a network, for tests. */
export const STORED: SsoSettings = {
	revision: 3,
	connection: {
		issuer: { value: 'https://id.example.org', source: 'constant' },
		client_id: { value: 'lernwelt', source: 'settings' },
		scopes: { value: 'openid profile email lernwelt', source: 'default' },
		auth_method: { value: 'client_secret_basic', source: 'default' },
		algorithms: { value: 'RS256,ES256,PS256', source: 'default' },
	},
	client_secret: false,
	private_key: false,
	addresses: [],
	portals: [
		{ id: 'lernorte', name: 'Lernorte' },
		{ id: 'startchancen', name: 'Startchancen' },
	],
	roles: [
		{ slug: 'editor', name: 'Redaktion' },
		{ slug: 'lernwelt_teacher', name: 'Lehrkraft' },
	],
	rows: [
		{ claim: 'r', value: 'a', role: 'editor', portals: [ 'lernorte' ] },
		{ claim: 'r', value: 'b', role: 'lernwelt_teacher', portals: [ ALL ] },
	],
	delivered: [],
	alarm: null,
};
