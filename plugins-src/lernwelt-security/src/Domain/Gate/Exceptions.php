<?php
/**
 * What a closed portal shows to everybody.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Gate;

/**
 * The one list of addresses that need no login on a closed portal. Assets of themes and plugins are no part of it: the
 * web server answers them itself, and router and nginx know which folders they may come from.
 */
final class Exceptions {

	/** The login page; guests are sent there. */
	public const LOGIN = '/anmelden/';

	/** The page with the form that reports a barrier: the only one that takes what guests send. */
	public const FORM = '/barriere-melden';

	/** Path → what must answer there. Open pages may have a closing slash; everything else is answered in this spelling only. */
	public const ADDRESSES = [
		self::LOGIN                 => Asked::OwnAddress,
		'/anmelden'                 => Asked::OwnAddress,
		'/impressum'                => Asked::OpenPage,
		'/datenschutz'              => Asked::OpenPage,
		'/barrierefreiheit'         => Asked::OpenPage,
		self::FORM                  => Asked::OpenPage,
		'/sso/start'                => Asked::OwnAddress,
		'/sso/callback'             => Asked::OwnAddress,
		'/sso/logout'               => Asked::OwnAddress,
		'/sso/logged-out'           => Asked::OwnAddress,
		'/sso/backchannel-logout'   => Asked::OwnAddress,
		'/csp-report'               => Asked::OwnAddress,
		'/readyz'                   => Asked::OwnAddress,
		'/.well-known/security.txt' => Asked::OwnAddress,
		'/robots.txt'               => Asked::Robots,
		'/wp-login.php'             => Asked::LocalLogin,
	];

	/**
	 * What answers at a path; null when the path is no exception. Nothing is decoded, folded or guessed: another way to
	 * write an address is another address.
	 *
	 * @param string $path Path as it was sent.
	 */
	public static function at( string $path ): ?Asked {
		$page = self::ADDRESSES[ self::key( $path ) ] ?? null;
		return self::ADDRESSES[ $path ] ?? ( Asked::OpenPage === $page ? $page : null );
	}

	/**
	 * Whether a page is the one that an exception means.
	 *
	 * @param string $path     Path as it was sent.
	 * @param string $page_uri Path of the page that WordPress found, without slashes around it.
	 */
	public static function is_page( string $path, string $page_uri ): bool {
		return Asked::OpenPage === self::at( $path ) && '/' . $page_uri === self::key( $path );
	}

	/**
	 * Whether guests may send something to an exception.
	 *
	 * @param string $path Path as it was sent.
	 */
	public static function takes_forms( string $path ): bool {
		return self::FORM === self::key( $path );
	}

	private static function key( string $path ): string {
		return str_ends_with( $path, '/' ) ? substr( $path, 0, -1 ) : $path;
	}
}
