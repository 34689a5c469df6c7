<?php
/**
 * Removes what the plugin stored: sessions, identities, granted roles, settings. Accounts and their roles stay.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) || ! defined( 'LERNWELT_CORE_API' ) ) {
	exit;
}

foreach ( get_sites( [ 'fields' => 'ids', 'number' => 0 ] ) as $lernwelt_sso_site ) {
	switch_to_blog( (int) $lernwelt_sso_site );
	\Lernwelt\Core\Core::services()->migrations->uninstall( 'lernwelt-sso', [] );
	restore_current_blog();
}

foreach ( [ 'lernwelt_sso', 'lernwelt_sso_roles', 'lw_sso_revision', 'lw_sso_claim_alarm' ] as $lernwelt_sso_option ) {
	delete_site_option( $lernwelt_sso_option );
}
foreach ( [ 'lernwelt_school_number', 'lernwelt_school_name' ] as $lernwelt_sso_field ) {
	delete_metadata( 'user', 0, $lernwelt_sso_field, '', true );
}
\Lernwelt\Core\Core::services()->migrations->uninstall_network(
	'lernwelt-sso',
	[ 'lw_sessions', 'lw_sso_states', 'lw_sso_documents', 'lw_sso_logout_tokens', 'lw_identities', 'lw_granted_roles' ]
);
