<?php
/**
 * Creates the demo accounts of a local network and gives them their roles on portals that have none of them yet: whom a
 * person took off a portal stays off. Run by bin/start through "wp eval-file".
 *
 * Their password is shorter than people may choose: only this program, which writes past the forms, can set it. Accounts
 * with administrative rights get a second factor that everybody knows, so that nobody needs a phone to look around.
 *
 * Arguments: JSON list of {login, role, name, email}; the common password; the secret of the second factor in Base32; the
 * super administrator, whom the installation has made.
 *
 * @package Lernwelt
 * @var list<string> $args
 */

declare( strict_types=1 );

use Lernwelt\Core\Core;
use Lernwelt\Security\Domain\SecondFactor\Base32;
use Lernwelt\Security\Login\Accounts;
use Lernwelt\Security\SecondFactorHooks;

if ( 'local' !== wp_get_environment_type() ) {
	WP_CLI::error( 'Demo accounts are for local networks only.' );
}

$accounts = json_decode( $args[0], true, 4, JSON_THROW_ON_ERROR );
$sites    = array_map( 'intval', get_sites( [ 'fields' => 'ids', 'number' => 0 ] ) );
$known    = array_filter( array_map( 'username_exists', array_column( $accounts, 'login' ) ), 'is_int' );
$unserved = array_filter( $sites, static fn ( int $site ): bool => [] === array_filter( $known, static fn ( int $user_id ): bool => is_user_member_of_blog( $user_id, $site ) ) );

foreach ( $accounts as $account ) {
	$names   = explode( ' ', $account['name'], 2 );
	$user_id = username_exists( $account['login'] );
	$is_new  = false === $user_id;
	if ( $is_new ) {
		$user_id = wp_insert_user(
			[
				'user_login'   => $account['login'],
				'user_pass'    => $args[1],
				'user_email'   => $account['email'],
				'display_name' => $account['name'],
				'first_name'   => $names[0],
				'last_name'    => $names[1],
				'locale'       => 'de_DE',
			]
		);
		if ( is_wp_error( $user_id ) ) {
			WP_CLI::error( $user_id->get_error_message() );
		}
	}
	// Everywhere for a new person, whom WordPress makes a subscriber of the main portal.
	foreach ( $is_new ? $sites : $unserved as $site ) {
		add_user_to_blog( $site, $user_id, $account['role'] );
	}
}

$factor = SecondFactorHooks::second_factor( Core::services() );
$rights = new Accounts( Core::services()->pseudonyms );
foreach ( [ $args[3], ...array_column( $accounts, 'login' ) ] as $login ) {
	$user = get_user_by( 'login', $login );
	if ( false !== $user && $rights->is_administrative( $user ) && ! $factor->is_set_up( $user->ID ) ) {
		$factor->give( $user->ID, Base32::decode( $args[2] ) );
	}
}
