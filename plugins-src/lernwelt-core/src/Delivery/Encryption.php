<?php
/**
 * How the way to the mail server is protected.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Delivery;

/** What LERNWELT_SMTP_ENCRYPTION may say. There is no "if possible": whoever sits in between could say it isn't. */
enum Encryption: string {
	case None     = 'none';
	case StartTls = 'starttls';
	case Tls      = 'tls';

	/**
	 * What counts when nothing is said: a server on this machine needs none, any other STARTTLS.
	 *
	 * @param string $host Mail server.
	 */
	public static function for_host( string $host ): self {
		return in_array( $host, [ '', 'localhost', '127.0.0.1', '::1' ], true ) ? self::None : self::StartTls;
	}
}
