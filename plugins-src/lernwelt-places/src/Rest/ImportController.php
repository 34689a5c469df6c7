<?php
/**
 * What the controllers of the import share.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Rest;

use Lernwelt\Core\Rest\Controller;
use WP_Error;

/** Who may import on this portal. */
abstract class ImportController extends Controller {

	/** Import places, see reports, keep sources. */
	public const IMPORT = 'lernwelt_import_places';

	/** Say which hosts imports may fetch from. */
	public const HOSTS = 'lernwelt_manage_import_hosts';

	/** @return true|WP_Error */
	protected function may_read(): bool|WP_Error {
		return $this->allowed( self::IMPORT, get_current_blog_id() );
	}

	/** @return true|WP_Error */
	protected function may_import(): bool|WP_Error {
		return $this->allowed( self::IMPORT, get_current_blog_id() );
	}

	/**
	 * UTC as ISO 8601.
	 *
	 * @param int $time Unix time.
	 */
	protected static function iso( int $time ): string {
		return gmdate( 'Y-m-d\TH:i:s\Z', $time );
	}
}
