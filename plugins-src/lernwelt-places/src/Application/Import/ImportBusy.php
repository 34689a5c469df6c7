<?php
/**
 * Thrown when another run is on.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Import;

use DomainException;
use Lernwelt\Places\Domain\Runs\Run;

/** Two runs never overlap. */
final class ImportBusy extends DomainException {

	/**
	 * @param ?Run $run The other run, null when it is just being started or ended.
	 */
	public function __construct( public readonly ?Run $run = null ) {
		parent::__construct( null === $run ? 'Another import is running.' : "Import {$run->id} is running." );
	}
}
