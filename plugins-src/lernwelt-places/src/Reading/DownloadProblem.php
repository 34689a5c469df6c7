<?php
/**
 * Why an address can't be fetched.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

/** Reason codes of {@see DownloadFailed}. */
enum DownloadProblem: string {

	/** No http(s) address, or one with a password in it. */
	case BadAddress = 'bad_address';

	/** The host isn't on the list of allowed hosts. */
	case HostNotAllowed = 'host_not_allowed';

	/** Another port than 80 and 443. */
	case PortNotAllowed = 'port_not_allowed';

	/** The host's name leads into a private network. */
	case PrivateAddress = 'private_address';

	/** The host's name is unknown. */
	case UnknownHost = 'unknown_host';

	case TooManyRedirects = 'too_many_redirects';

	/** No connection, a broken one, or a certificate that isn't valid. */
	case Connection = 'connection';

	case Timeout  = 'timeout';
	case TooLarge = 'too_large';

	/** Another status than 200; the detail says which. */
	case Status = 'status';

	/** The file can't be written here. */
	case Storage = 'storage';
}
