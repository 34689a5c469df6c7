<?php
/**
 * Removes what the plugin stored. The audit log goes as well: export it first (wp lernwelt audit export).
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) || ! defined( 'LERNWELT_CORE_API' ) ) {
	exit;
}

foreach ( get_sites( [ 'fields' => 'ids', 'number' => 0 ] ) as $lernwelt_security_site ) {
	switch_to_blog( (int) $lernwelt_security_site );
	\Lernwelt\Core\Core::services()->migrations->uninstall( 'lernwelt-security', [] );
	delete_option( 'lw_role_decisions' );
	delete_site_option( 'lw_rights_' . (int) $lernwelt_security_site );
	restore_current_blog();
}

foreach ( [ 'lernwelt_audit_days', 'lernwelt_four_eyes' ] as $lernwelt_security_option ) {
	delete_site_option( $lernwelt_security_option );
}
\Lernwelt\Core\Core::services()->migrations->uninstall_network(
	'lernwelt-security',
	[ 'lw_audit', 'lw_audit_marks', 'lw_throttle', 'lw_second_factor', 'lw_recovery_codes', 'lw_login_steps', 'lw_password_links', 'lw_role_matrix', 'lw_role_revisions', 'lw_role_history', 'lw_approvals' ]
);
