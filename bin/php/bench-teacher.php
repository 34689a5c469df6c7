<?php
/**
 * Logs people in for measurements, one or as many as the argument says: prints their cookies. Run by ./bin/bench through "wp eval-file" on a portal of ours and
 * on the same content with nothing of ours, where the account is a plain subscriber.
 *
 * @package Lernwelt
 */

declare( strict_types=1 );

( static function ( int $count ): void {
	$role = null === get_role( 'lernwelt_teacher' ) ? 'subscriber' : 'lernwelt_teacher';
	foreach ( range( 1, $count ) as $number ) {
		$login = 1 === $number ? 'messung' : "messung-$number";
		$known = get_user_by( 'login', $login );
		$user  = false === $known ? wp_insert_user( [ 'user_login' => $login, 'user_email' => "$login@example.org", 'user_pass' => wp_generate_password(), 'display_name' => "Maren Messing $number" ] ) : $known->ID;
		if ( is_wp_error( $user ) ) {
			throw new RuntimeException( $user->get_error_message() );
		}
		add_user_to_blog( get_current_blog_id(), $user, $role );
		$expires = time() + 4 * HOUR_IN_SECONDS;
		$token   = WP_Session_Tokens::get_instance( $user )->create( $expires );
		echo 'COOKIE ' . constant( 'LOGGED_IN_COOKIE' ) . '=' . wp_generate_auth_cookie( $user, $expires, 'logged_in', $token ) . "\n"; // phpcs:ignore WordPress.Security.EscapeOutput -- for a program.
	}
} )( (int) ( $args[0] ?? 1 ) );
