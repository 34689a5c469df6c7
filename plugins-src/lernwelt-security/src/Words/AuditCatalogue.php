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
			'login/link_sent'             => __( 'Link for a new password sent', 'lernwelt-security' ),
			'login/unlocked'              => __( 'Lock on logins lifted', 'lernwelt-security' ),
			'login/linked'                => __( 'Account linked to a login', 'lernwelt-security' ),
			'login/logged_out'            => __( 'Logged out', 'lernwelt-security' ),
			'logout/done'                 => __( 'Logged out', 'lernwelt-security' ),
			'logout/refused'              => __( 'Logout message refused', 'lernwelt-security' ),
			'session/ended'               => __( 'Session ended', 'lernwelt-security' ),
			'session/expired'             => __( 'Session expired', 'lernwelt-security' ),
			'session/refreshed'           => __( 'Session renewed', 'lernwelt-security' ),
			'session/read'                => __( 'Sessions viewed', 'lernwelt-security' ),
			'second_factor/enrolled'      => __( 'Second factor set up', 'lernwelt-security' ),
			'second_factor/removed'       => __( 'Second factor removed', 'lernwelt-security' ),
			'second_factor/reset'         => __( 'Second factor reset', 'lernwelt-security' ),
			'second_factor/codes_created' => __( 'New recovery codes made', 'lernwelt-security' ),
			'second_factor/code_used'     => __( 'Recovery code used', 'lernwelt-security' ),
			'second_factor/refused'       => __( 'Second factor refused', 'lernwelt-security' ),
			'role/granted'                => __( 'Role given', 'lernwelt-security' ),
			'role/revoked'                => __( 'Role taken away', 'lernwelt-security' ),
			'role/changed'                => __( 'Roles changed', 'lernwelt-security' ),
			'matrix/changed'              => __( 'Rights of a role changed', 'lernwelt-security' ),
			'capability/changed'          => __( 'Rights of a role changed', 'lernwelt-security' ),
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
			'audit/verified'              => __( 'Log verified', 'lernwelt-security' ),
			'audit/deleted'               => __( 'Lines past their time deleted', 'lernwelt-security' ),
			'gate/refused'                => __( 'Access refused', 'lernwelt-security' ),
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
			'second_factor' => __( 'Second factor', 'lernwelt-security' ),
			'role'          => __( 'Roles', 'lernwelt-security' ),
			'matrix'        => __( 'Rights', 'lernwelt-security' ),
			'capability'    => __( 'Rights', 'lernwelt-security' ),
			'account'       => __( 'Accounts', 'lernwelt-security' ),
			'people'        => __( 'Personal lists', 'lernwelt-security' ),
			'export'        => __( 'Exports', 'lernwelt-security' ),
			'privacy'       => __( 'Requests of people', 'lernwelt-security' ),
			'setting'       => __( 'Settings', 'lernwelt-security' ),
			'plugin'        => __( 'Plugins', 'lernwelt-security' ),
			'audit'         => __( 'Log', 'lernwelt-security' ),
			'gate'          => __( 'Closed areas', 'lernwelt-security' ),
		] );
	}

	/**
	 * Reasons of refusals, as the end of a sentence.
	 *
	 * @return array<string, string>
	 */
	public static function reasons(): array {
		return self::filtered( 'reasons', [
			'wrong_password'          => __( 'wrong password', 'lernwelt-security' ),
			'password_wrong'          => __( 'wrong password', 'lernwelt-security' ),
			'unknown_account'         => __( 'unknown account', 'lernwelt-security' ),
			'throttled_network'       => __( 'too many wrong tries from this network', 'lernwelt-security' ),
			'throttled_account'       => __( 'account is being tried from many networks', 'lernwelt-security' ),
			'throttled_spraying'      => __( 'too many accounts tried from this network', 'lernwelt-security' ),
			'throttled_lost_password' => __( 'too many requests for a new password', 'lernwelt-security' ),
			'throttled_link'          => __( 'too many tries with links', 'lernwelt-security' ),
			'wrong_code'              => __( 'wrong code of the second factor', 'lernwelt-security' ),
			'code_wrong'              => __( 'wrong code of the second factor', 'lernwelt-security' ),
			'no_second_factor'        => __( 'second factor missing', 'lernwelt-security' ),
			'not_local'               => __( 'no local account', 'lernwelt-security' ),
			'no_membership'           => __( 'no role on this portal', 'lernwelt-security' ),
			'role_unknown'            => __( 'role unknown', 'lernwelt-security' ),
			'email_unverified'        => __( 'e-mail address not confirmed', 'lernwelt-security' ),
			'account_privileged'      => __( 'administrators are not linked', 'lernwelt-security' ),
			'state_missing'           => __( 'login was not begun here (state missing)', 'lernwelt-security' ),
			'state_unknown'           => __( 'login was not begun here (state unknown)', 'lernwelt-security' ),
			'state_used'              => __( 'login answer was used twice', 'lernwelt-security' ),
			'state_expired'           => __( 'login took too long', 'lernwelt-security' ),
			'state_other_browser'     => __( 'login was begun in another browser', 'lernwelt-security' ),
			'nonce_missing'           => __( 'ID token without nonce', 'lernwelt-security' ),
			'nonce_invalid'           => __( 'ID token for another login (nonce)', 'lernwelt-security' ),
			'code_missing'            => __( 'no code in the answer of the provider', 'lernwelt-security' ),
			'issuer_invalid'          => __( 'token of another provider', 'lernwelt-security' ),
			'issuer_mismatch'         => __( 'answer of another provider', 'lernwelt-security' ),
			'audience_invalid'        => __( 'token for another application', 'lernwelt-security' ),
			'signature_invalid'       => __( 'signature of the token wrong', 'lernwelt-security' ),
			'token_malformed'         => __( 'token damaged', 'lernwelt-security' ),
			'token_expired'           => __( 'token expired', 'lernwelt-security' ),
			'token_type_refused'      => __( 'kind of token not accepted', 'lernwelt-security' ),
			'token_answer_malformed'  => __( 'answer of the provider damaged', 'lernwelt-security' ),
			'token_endpoint_failed'   => __( 'provider refused the code', 'lernwelt-security' ),
			'provider_unreachable'    => __( 'provider unreachable', 'lernwelt-security' ),
			'subject_invalid'         => __( 'token about another person', 'lernwelt-security' ),
			'broken_before'           => __( 'the chain had been broken before', 'lernwelt-security' ),
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
		 * @param string                $kind  `events` (area/action), `areas`, `reasons`, `objects` or `details`.
		 */
		return array_filter( (array) apply_filters( 'lernwelt_audit_words', $words, $kind ), 'is_string' );
	}
}
