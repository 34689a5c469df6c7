<?php
/**
 * A refused upload.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Admin\Schools;

use RuntimeException;

/** Its message is a translated sentence for people. */
final class UploadRefused extends RuntimeException {
}
