import { __ } from '@wordpress/i18n';
import type { ConnectionField } from './draft';

/** @param field Field of the connection. */
export function connectionLabel( field: ConnectionField ): string {
	switch ( field ) {
		case 'issuer':
			return __( 'Address of the identity provider (issuer)', 'lernwelt-sso' );
		case 'client_id':
			return __( 'Client ID', 'lernwelt-sso' );
		case 'scopes':
			return __( 'Scopes', 'lernwelt-sso' );
		case 'auth_method':
			return __( 'How the client proves who it is', 'lernwelt-sso' );
		case 'algorithms':
			return __( 'Accepted signatures', 'lernwelt-sso' );
	}
}

/** @param field Field of the connection. */
export function connectionHelp( field: ConnectionField ): string {
	switch ( field ) {
		case 'issuer':
			return __(
				'As the realm names itself, for example https://anmeldung.example.org/realms/bildung',
				'lernwelt-sso'
			);
		case 'scopes':
			return __( 'Separated by spaces. Empty stands for: openid profile email lernwelt', 'lernwelt-sso' );
		case 'client_id':
		case 'auth_method':
		case 'algorithms':
			return '';
	}
}

/** @param field Field of a row. */
export function rowLabel( field: string ): string {
	switch ( field ) {
		case 'claim':
			return __( 'Claim', 'lernwelt-sso' );
		case 'value':
			return __( 'Value', 'lernwelt-sso' );
		case 'role':
			return __( 'Role', 'lernwelt-sso' );
		default:
			return __( 'Portals', 'lernwelt-sso' );
	}
}

/** @param step Step of the connection check. */
export function stepLabel( step: string ): string {
	switch ( step ) {
		case 'configuration':
			return __( 'The configuration is complete', 'lernwelt-sso' );
		case 'discovery':
			return __( 'The identity provider answers and describes itself', 'lernwelt-sso' );
		case 'keys':
			return __( 'Its keys can be read', 'lernwelt-sso' );
		case 'client':
			return __( 'It accepts client ID and secret', 'lernwelt-sso' );
		case 'userinfo':
			return __( 'It offers claims (userinfo)', 'lernwelt-sso' );
		default:
			return __( 'It offers logout', 'lernwelt-sso' );
	}
}

/**
 * Why a step failed.
 *
 * @param reason Reason code.
 */
export function stepProblem( reason: string ): string {
	const words: Record< string, string > = {
		not_configured: __( 'Address and client ID are missing.', 'lernwelt-sso' ),
		issuer: __( 'The address must begin with https://.', 'lernwelt-sso' ),
		client_secret: __( 'The client secret is missing: set LERNWELT_OIDC_CLIENT_SECRET.', 'lernwelt-sso' ),
		private_key: __( 'The private key is missing: set LERNWELT_OIDC_PRIVATE_KEY.', 'lernwelt-sso' ),
		private_key_unusable: __( 'The private key can’t be used: it must be a PEM file.', 'lernwelt-sso' ),
		provider_unreachable: __(
			'It can’t be reached. Please check the address, the firewall and its certificate.',
			'lernwelt-sso'
		),
		discovery_unavailable: __(
			'There is no description at this address. Please check the name of the realm.',
			'lernwelt-sso'
		),
		discovery_malformed: __( 'What stands at this address is no description of a provider.', 'lernwelt-sso' ),
		issuer_mismatch: __(
			'It calls itself otherwise than configured. The address must agree letter by letter.',
			'lernwelt-sso'
		),
		endpoint_foreign: __( 'Its description names addresses on another host.', 'lernwelt-sso' ),
		client_refused: __( 'Client ID or secret is wrong, or the client is switched off there.', 'lernwelt-sso' ),
		token_answer_malformed: __(
			'It did not answer as expected. Please check the client’s settings there.',
			'lernwelt-sso'
		),
		token_endpoint_failed: __( 'It reports an error of its own. Please try again later.', 'lernwelt-sso' ),
		missing: __( 'This is missing in its description.', 'lernwelt-sso' ),
	};
	return words[ reason ] ?? reason;
}
