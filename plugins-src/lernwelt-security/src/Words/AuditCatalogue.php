<?php
/**
 * The log in words.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Words;

/**
 * Catalogue of what codes mean. A plugin adds its own through the filter `lernwelt_audit_words`; a code that nobody
 * knows is shown as it is.
 */
final readonly class AuditCatalogue {

	/**
	 * Events by `area/action`.
	 *
	 * @return array<string, string>
	 */
	public static function events(): array {
		return self::filtered( 'events', [
			'login/accepted'              => __( 'Logged in', 'lernwelt-security' ),
			'login/refused'               => __( 'Login refused', 'lernwelt-security' ),
			'login/unlocked'              => __( 'Lock on logins lifted', 'lernwelt-security' ),
			'logout/refused'              => __( 'Logout message refused', 'lernwelt-security' ),
			'session/ended'               => __( 'Session ended', 'lernwelt-security' ),
			'session/read'                => __( 'Sessions viewed', 'lernwelt-security' ),
			'role/granted'                => __( 'Role given', 'lernwelt-security' ),
			'role/revoked'                => __( 'Role taken away', 'lernwelt-security' ),
			'role/changed'                => __( 'Rights of a role changed', 'lernwelt-security' ),
			'account/created'             => __( 'Account created', 'lernwelt-security' ),
			'account/changed'             => __( 'Account data changed', 'lernwelt-security' ),
			'account/deleted'             => __( 'Account deleted', 'lernwelt-security' ),
			'account/joined'              => __( 'Account joined a portal', 'lernwelt-security' ),
			'account/left'                => __( 'Account left a portal', 'lernwelt-security' ),
			'account/reset_requested'     => __( 'New password requested', 'lernwelt-security' ),
			'account/password_reset'      => __( 'Password set anew', 'lernwelt-security' ),
			'people/read'                 => __( 'List of people or account viewed', 'lernwelt-security' ),
			'export/downloaded'           => __( 'File downloaded', 'lernwelt-security' ),
			'privacy/confirmed'           => __( 'Request of a person confirmed', 'lernwelt-security' ),
			'privacy/exported'            => __( 'Data of a person exported', 'lernwelt-security' ),
			'privacy/erased'              => __( 'Data of a person erased', 'lernwelt-security' ),
			'setting/changed'             => __( 'Setting changed', 'lernwelt-security' ),
			'plugin/activated'            => __( 'Plugin switched on', 'lernwelt-security' ),
			'plugin/deactivated'          => __( 'Plugin switched off', 'lernwelt-security' ),
			'audit/read'                  => __( 'Log viewed', 'lernwelt-security' ),
			'audit/exported'              => __( 'Log exported', 'lernwelt-security' ),
			'audit/person_looked_up'      => __( 'Person looked up in the log', 'lernwelt-security' ),
			'audit/deleted'               => __( 'Lines past their time deleted', 'lernwelt-security' ),
			'second-factor/enrolled'      => __( 'Second factor set up', 'lernwelt-security' ),
			'second-factor/reset'         => __( 'Second factor reset', 'lernwelt-security' ),
			'second-factor/codes_renewed' => __( 'New recovery codes made', 'lernwelt-security' ),
			'second-factor/recovery_used' => __( 'Recovery code used', 'lernwelt-security' ),
			'second-factor/code_issued'   => __( 'One-time code given out', 'lernwelt-security' ),
			'account/linked'              => __( 'Account linked to a login', 'lernwelt-security' ),
			'account/unlinked'            => __( 'Account parted from its login', 'lernwelt-security' ),
			'account/address-refused'     => __( 'E-mail address not taken over', 'lernwelt-security' ),
			'role/alarm'                  => __( 'Alarm about roles', 'lernwelt-security' ),
			'role/explained'              => __( 'Asked why a person may do something', 'lernwelt-security' ),
			'approval/requested'          => __( 'Second person asked for', 'lernwelt-security' ),
			'approval/explained'          => __( 'Reason given for a request', 'lernwelt-security' ),
			'approval/confirmed'          => __( 'Request confirmed by a second person', 'lernwelt-security' ),
			'approval/denied'             => __( 'Request denied', 'lernwelt-security' ),
			'approval/withdrawn'          => __( 'Request withdrawn', 'lernwelt-security' ),
			'approval/expired'            => __( 'Request expired', 'lernwelt-security' ),
			'approval/outdated'           => __( 'Request overtaken by a change', 'lernwelt-security' ),
			'approval/refused'            => __( 'Decision about a request refused', 'lernwelt-security' ),
			'approval/emergency'          => __( 'Request confirmed WITHOUT a second person', 'lernwelt-security' ),
			'approval/switched'           => __( 'Four-eyes principle switched', 'lernwelt-security' ),
			'role/refused'                => __( 'Role not given', 'lernwelt-security' ),
		] );
	}

	/**
	 * Areas.
	 *
	 * @return array<string, string>
	 */
	public static function areas(): array {
		return self::filtered( 'areas', [
			'login'         => __( 'Login', 'lernwelt-security' ),
			'logout'        => __( 'Logout', 'lernwelt-security' ),
			'session'       => __( 'Sessions', 'lernwelt-security' ),
			'role'          => __( 'Roles', 'lernwelt-security' ),
			'account'       => __( 'Accounts', 'lernwelt-security' ),
			'people'        => __( 'Personal lists', 'lernwelt-security' ),
			'export'        => __( 'Exports', 'lernwelt-security' ),
			'privacy'       => __( 'Requests of people', 'lernwelt-security' ),
			'setting'       => __( 'Settings', 'lernwelt-security' ),
			'plugin'        => __( 'Plugins', 'lernwelt-security' ),
			'audit'         => __( 'Log', 'lernwelt-security' ),
			'second-factor' => __( 'Second factor', 'lernwelt-security' ),
			'approval'      => __( 'Four-eyes principle', 'lernwelt-security' ),
		] );
	}

	/**
	 * Reasons of refusals, as the end of a sentence.
	 *
	 * @return array<string, string>
	 */
	public static function reasons(): array {
		return self::filtered( 'reasons', [
			'no_role_here'                        => __( 'no role on this portal', 'lernwelt-security' ),
			'expired'                             => __( 'token expired', 'lernwelt-security' ),
			'not_yet_valid'                       => __( 'token not valid yet', 'lernwelt-security' ),
			'issued_in_future'                    => __( 'token issued in the future', 'lernwelt-security' ),
			'authorized_party_invalid'            => __( 'token made for another application (azp)', 'lernwelt-security' ),
			'private_key_unusable'                => __( 'own private key unusable', 'lernwelt-security' ),
			'discovery_unavailable'               => __( 'configuration of the provider not available', 'lernwelt-security' ),
			'keys_unavailable'                    => __( 'keys of the provider not available', 'lernwelt-security' ),
			'reset_key_invalid'                   => __( 'wrong key of a password link', 'lernwelt-security' ),
			'request_key_invalid'                 => __( 'wrong key of a request', 'lernwelt-security' ),
			'sub_invalid'                         => __( 'malformed name of a person (sub)', 'lernwelt-security' ),
			'sid_invalid'                         => __( 'malformed name of a session (sid)', 'lernwelt-security' ),
			'jti_invalid'                         => __( 'malformed number of a token (jti)', 'lernwelt-security' ),
			'logout_state_missing'                => __( 'logout was not begun here (state missing)', 'lernwelt-security' ),
			'logout_state_unknown'                => __( 'logout was not begun here (state unknown)', 'lernwelt-security' ),
			'logout_state_used'                   => __( 'answer of the logout was used twice', 'lernwelt-security' ),
			'logout_state_other_browser'          => __( 'logout was begun in another browser', 'lernwelt-security' ),
			'provider_error'                      => __( 'provider answered with an unknown error', 'lernwelt-security' ),
			'provider_access_denied'              => __( 'cancelled or refused at the provider', 'lernwelt-security' ),
			'provider_invalid_request'            => __( 'provider calls the request invalid', 'lernwelt-security' ),
			'provider_unauthorized_client'        => __( 'provider does not let this client log anybody in', 'lernwelt-security' ),
			'provider_unsupported_response_type'  => __( 'provider does not know this kind of answer', 'lernwelt-security' ),
			'provider_invalid_scope'              => __( 'provider refused the scopes', 'lernwelt-security' ),
			'provider_server_error'               => __( 'error at the provider', 'lernwelt-security' ),
			'provider_temporarily_unavailable'    => __( 'provider overloaded or closed for a while', 'lernwelt-security' ),
			'provider_login_required'             => __( 'nobody is logged in at the provider', 'lernwelt-security' ),
			'provider_interaction_required'       => __( 'provider has to ask something', 'lernwelt-security' ),
			'provider_account_selection_required' => __( 'account has to be chosen at the provider', 'lernwelt-security' ),
			'provider_consent_required'           => __( 'consent is missing at the provider', 'lernwelt-security' ),
			'not_configured'                      => __( 'single sign-on not set up', 'lernwelt-security' ),
			'configuration_issuer'                => __( 'setting of the single sign-on wrong: issuer', 'lernwelt-security' ),
			'configuration_client_id'             => __( 'setting of the single sign-on wrong: client ID', 'lernwelt-security' ),
			'configuration_auth_method'           => __( 'setting of the single sign-on wrong: method', 'lernwelt-security' ),
			'configuration_client_secret'         => __( 'setting of the single sign-on wrong: secret', 'lernwelt-security' ),
			'configuration_private_key'           => __( 'setting of the single sign-on wrong: private key', 'lernwelt-security' ),
			'configuration_scopes'                => __( 'setting of the single sign-on wrong: scopes', 'lernwelt-security' ),
			'configuration_algorithms'            => __( 'setting of the single sign-on wrong: signatures', 'lernwelt-security' ),
			'second_factor_wrong'                 => __( 'wrong code of the second factor', 'lernwelt-security' ),
			'second_factor_not_confirmed'         => __( 'second factor not confirmed', 'lernwelt-security' ),
			'wrong_password'                      => __( 'wrong password', 'lernwelt-security' ),
			'unknown_account'                     => __( 'unknown account', 'lernwelt-security' ),
			'became_administrative'               => __( 'account got administrative rights', 'lernwelt-security' ),
			'throttled_network'                   => __( 'too many wrong tries from this network', 'lernwelt-security' ),
			'throttled_account'                   => __( 'account is being tried from many networks', 'lernwelt-security' ),
			'throttled_step'                      => __( 'too many wrong codes in one login', 'lernwelt-security' ),
			'throttled_codes'                     => __( 'too many wrong codes on this account: somebody knows its password', 'lernwelt-security' ),
			'throttled_spraying'                  => __( 'too many accounts tried from this network', 'lernwelt-security' ),
			'throttled_lost_password'             => __( 'too many requests for a new password', 'lernwelt-security' ),
			'throttled_link'                      => __( 'too many tries with links', 'lernwelt-security' ),
			'state_missing'                       => __( 'login was not begun here (state missing)', 'lernwelt-security' ),
			'state_unknown'                       => __( 'login was not begun here (state unknown)', 'lernwelt-security' ),
			'state_used'                          => __( 'login answer was used twice', 'lernwelt-security' ),
			'state_expired'                       => __( 'login took too long', 'lernwelt-security' ),
			'state_other_browser'                 => __( 'login was begun in another browser', 'lernwelt-security' ),
			'nonce_missing'                       => __( 'ID token without nonce', 'lernwelt-security' ),
			'nonce_invalid'                       => __( 'ID token for another login (nonce)', 'lernwelt-security' ),
			'code_missing'                        => __( 'no code in the answer of the provider', 'lernwelt-security' ),
			'issuer_invalid'                      => __( 'token of another provider', 'lernwelt-security' ),
			'issuer_mismatch'                     => __( 'answer of another provider', 'lernwelt-security' ),
			'audience_invalid'                    => __( 'token for another application', 'lernwelt-security' ),
			'signature_invalid'                   => __( 'signature of the token wrong', 'lernwelt-security' ),
			'token_malformed'                     => __( 'token damaged', 'lernwelt-security' ),
			'token_type_refused'                  => __( 'kind of token not accepted', 'lernwelt-security' ),
			'token_answer_malformed'              => __( 'answer of the provider damaged', 'lernwelt-security' ),
			'token_endpoint_failed'               => __( 'provider refused the code', 'lernwelt-security' ),
			'provider_unreachable'                => __( 'provider unreachable', 'lernwelt-security' ),
			'broken_before'                       => __( 'the chain had been broken before', 'lernwelt-security' ),
			'logout'                              => __( 'logged out', 'lernwelt-security' ),
			'backchannel'                         => __( 'logged out at the Bildungsserver', 'lernwelt-security' ),
			'address_taken'                       => __( 'address belongs to another account', 'lernwelt-security' ),
			'role_claim_missing'                  => __( 'no roles arrived', 'lernwelt-security' ),
			'portal_staff'                        => __( 'not for people of a portal', 'lernwelt-security' ),
			'account_conflict'                    => __( 'address belongs to another account', 'lernwelt-security' ),
			'algorithm_refused'                   => __( 'kind of signature not accepted', 'lernwelt-security' ),
			'at_hash_invalid'                     => __( 'access token does not belong to the ID token', 'lernwelt-security' ),
			'client_refused'                      => __( 'provider does not accept this client', 'lernwelt-security' ),
			'cross_site'                          => __( 'request came from another site', 'lernwelt-security' ),
			'discovery_malformed'                 => __( 'configuration of the provider damaged', 'lernwelt-security' ),
			'endpoint_foreign'                    => __( 'address of the provider leads elsewhere', 'lernwelt-security' ),
			'event_invalid'                       => __( 'logout token without its event', 'lernwelt-security' ),
			'expiry_missing'                      => __( 'token without end', 'lernwelt-security' ),
			'grant_refused'                       => __( 'provider refused the code', 'lernwelt-security' ),
			'header_refused'                      => __( 'head of the token not accepted', 'lernwelt-security' ),
			'issue_time_missing'                  => __( 'token without time of issue', 'lernwelt-security' ),
			'jti_missing'                         => __( 'logout token without number', 'lernwelt-security' ),
			'jti_replayed'                        => __( 'logout token was used before', 'lernwelt-security' ),
			'key_ambiguous'                       => __( 'several keys fit the token', 'lernwelt-security' ),
			'key_unknown'                         => __( 'key of the token unknown', 'lernwelt-security' ),
			'key_too_short'                       => __( 'key of the provider too short', 'lernwelt-security' ),
			'key_unusable'                        => __( 'key of the provider unusable', 'lernwelt-security' ),
			'keys_malformed'                      => __( 'keys of the provider damaged', 'lernwelt-security' ),
			'logout_incomplete'                   => __( 'logout token incomplete', 'lernwelt-security' ),
			'nonce_present'                       => __( 'logout token with nonce', 'lernwelt-security' ),
			'response_issuer_invalid'             => __( 'answer of another provider', 'lernwelt-security' ),
			'response_issuer_missing'             => __( 'answer does not name the provider', 'lernwelt-security' ),
			'sub_missing'                         => __( 'token without person', 'lernwelt-security' ),
			'userinfo_malformed'                  => __( 'data of the person damaged', 'lernwelt-security' ),
			'userinfo_refused'                    => __( 'provider refused the data of the person', 'lernwelt-security' ),
			'userinfo_subject'                    => __( 'data about another person', 'lernwelt-security' ),
		] );
	}

	/**
	 * Kinds of records.
	 *
	 * @return array<string, string>
	 */
	public static function objects(): array {
		return self::filtered( 'objects', [
			'user'           => __( 'Account', 'lernwelt-security' ),
			'portal'         => __( 'Portal', 'lernwelt-security' ),
			'session'        => __( 'Session', 'lernwelt-security' ),
			'option'         => __( 'Setting', 'lernwelt-security' ),
			'network-option' => __( 'Setting of the network', 'lernwelt-security' ),
			'plugin'         => __( 'Plugin', 'lernwelt-security' ),
			'list'           => __( 'List', 'lernwelt-security' ),
			'file'           => __( 'File', 'lernwelt-security' ),
			'contents'       => __( 'Contents', 'lernwelt-security' ),
			'request'        => __( 'Request', 'lernwelt-security' ),
			'role'           => __( 'Role', 'lernwelt-security' ),
			'approval'       => __( 'Request for a second person', 'lernwelt-security' ),
		] );
	}

	/**
	 * Names of details.
	 *
	 * @return array<string, string>
	 */
	public static function details(): array {
		return self::filtered( 'details', [
			'rows'          => __( 'rows', 'lernwelt-security' ),
			'lines'         => __( 'lines', 'lernwelt-security' ),
			'page'          => __( 'page', 'lernwelt-security' ),
			'role'          => __( 'role', 'lernwelt-security' ),
			'capability'    => __( 'right', 'lernwelt-security' ),
			'via'           => __( 'by', 'lernwelt-security' ),
			'email'         => __( 'e-mail address', 'lernwelt-security' ),
			'name'          => __( 'name', 'lernwelt-security' ),
			'password'      => __( 'password', 'lernwelt-security' ),
			'login'         => __( 'login name', 'lernwelt-security' ),
			'website'       => __( 'website', 'lernwelt-security' ),
			'biography'     => __( 'biography', 'lernwelt-security' ),
			'second_factor' => __( 'second factor', 'lernwelt-security' ),
			'status'        => __( 'status', 'lernwelt-security' ),
			'until'         => __( 'up to line', 'lernwelt-security' ),
			'broken_at'     => __( 'broken at line', 'lernwelt-security' ),
			'of_person'     => __( 'of one person', 'lernwelt-security' ),
			'format'        => __( 'format', 'lernwelt-security' ),
			'granted'       => __( 'given', 'lernwelt-security' ),
			'from'          => __( 'from', 'lernwelt-security' ),
			'to'            => __( 'to', 'lernwelt-security' ),
			'school'        => __( 'school', 'lernwelt-security' ),
			'sessions'      => __( 'sessions', 'lernwelt-security' ),
			'before'        => __( 'before', 'lernwelt-security' ),
			'after'         => __( 'after', 'lernwelt-security' ),
			'kind'          => __( 'kind', 'lernwelt-security' ),
			'why'           => __( 'why', 'lernwelt-security' ),
			'topic'         => __( 'topic', 'lernwelt-security' ),
			'on'            => __( 'switched on', 'lernwelt-security' ),
		] );
	}

	/**
	 * Values of details that are words, by `detail/value`.
	 *
	 * @return array<string, string>
	 */
	public static function values(): array {
		return self::filtered( 'values', [
			'before/yes'       => __( 'yes', 'lernwelt-security' ),
			'before/no'        => __( 'no', 'lernwelt-security' ),
			'before/inherited' => __( 'as otherwise', 'lernwelt-security' ),
			'after/yes'        => __( 'yes', 'lernwelt-security' ),
			'after/no'         => __( 'no', 'lernwelt-security' ),
			'after/inherited'  => __( 'as otherwise', 'lernwelt-security' ),
			'via/sso'          => __( 'Bildungsserver', 'lernwelt-security' ),
			'via/local'        => __( 'local account', 'lernwelt-security' ),
			'via/screen'       => __( 'administration', 'lernwelt-security' ),
			'via/rest'         => __( 'interface (REST)', 'lernwelt-security' ),
			'kind/role_matrix'   => __( 'rights of roles', 'lernwelt-security' ),
			'kind/role'          => __( 'administrative role', 'lernwelt-security' ),
			'kind/super_admin'   => __( 'super administrator', 'lernwelt-security' ),
			'kind/erasure'       => __( 'erasure', 'lernwelt-security' ),
			'kind/person_export' => __( 'export of a person', 'lernwelt-security' ),
			'kind/portal_export' => __( 'export of a portal', 'lernwelt-security' ),
			'why/own_request'    => __( 'own request', 'lernwelt-security' ),
			'why/own_rights'     => __( 'own rights', 'lernwelt-security' ),
			'why/not_yours'      => __( 'right missing', 'lernwelt-security' ),
			'why/not_open'       => __( 'decided already', 'lernwelt-security' ),
			'why/ended'          => __( 'expired', 'lernwelt-security' ),
			'why/tampered'       => __( 'changed afterwards', 'lernwelt-security' ),
			'why/unknown'        => __( 'unknown', 'lernwelt-security' ),
			'topic/rights'       => __( 'rights', 'lernwelt-security' ),
			'topic/erasure'      => __( 'erasure', 'lernwelt-security' ),
			'topic/export'       => __( 'export', 'lernwelt-security' ),
		] );
	}

	/**
	 * @param string                $kind  Name of the list.
	 * @param array<string, string> $words Code → words.
	 * @return array<string, string>
	 */
	private static function filtered( string $kind, array $words ): array {
		/**
		 * Filters what codes of the audit log mean.
		 *
		 * @param array<string, string> $words Code → words.
		 * @param string                $kind  `events` (area/action), `areas`, `reasons`, `objects`, `details` or
		 *                                     `values` (detail/value).
		 */
		return array_filter( (array) apply_filters( 'lernwelt_audit_words', $words, $kind ), 'is_string' );
	}
}
