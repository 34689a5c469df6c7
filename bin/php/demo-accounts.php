<?php
/**
 * Creates the demo accounts of a local network on every portal. Run by bin/start through "wp eval-file".
 *
 * Arguments: JSON list of {login, role, name, email}; the common password.
 *
 * @package Lernwelt
 * @var list<string> $args
 */

declare( strict_types=1 );

if ( 'local' !== wp_get_environment_type() ) {
	WP_CLI::error( 'Demo accounts are for local networks only.' );
}

foreach ( json_decode( $args[0], true, 4, JSON_THROW_ON_ERROR ) as $account ) {
	$names   = explode( ' ', $account['name'], 2 );
	$user_id = username_exists( $account['login'] );
	$is_new  = false === $user_id;
	if ( $is_new ) {
		$user_id = wp_insert_user(
			array(
				'user_login'   => $account['login'],
				'user_pass'    => $args[1],
				'user_email'   => $account['email'],
				'display_name' => $account['name'],
				'first_name'   => $names[0],
				'last_name'    => $names[1],
				'locale'       => 'de_DE',
			)
		);
		if ( is_wp_error( $user_id ) ) {
			WP_CLI::error( $user_id->get_error_message() );
		}
	}
	foreach ( get_sites( array( 'number' => 0 ) ) as $site ) {
		// WordPress makes every new person a subscriber of the main portal.
		if ( $is_new || ! is_user_member_of_blog( $user_id, (int) $site->blog_id ) ) {
			add_user_to_blog( (int) $site->blog_id, $user_id, $account['role'] );
		}
	}
}
