<?php
/**
 * Author of imported places.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Import;

use Lernwelt\Places\Application\Sources\ImportSources;
use Lernwelt\Places\Domain\Runs\Run;

/** Whose places the new ones are, also when nobody sat in front of the import. */
final readonly class PlaceAuthor {

	/**
	 * @param ImportSources $sources Saved sources.
	 */
	public function __construct( private ImportSources $sources ) {}

	/**
	 * Who started the run, else who saved its source, else the first administrator of the portal.
	 *
	 * @param Run $run Run.
	 * @return int User; 0 when the portal has no administrator.
	 */
	public function of( Run $run ): int {
		foreach ( [ $run->user_id, $this->sources->find( $run->source )->user_id ?? 0 ] as $user ) {
			if ( 0 < $user && false !== get_userdata( $user ) ) {
				return $user;
			}
		}
		$first = get_users( [ 'role' => 'administrator', 'orderby' => 'ID', 'number' => 1, 'fields' => 'ID' ] );
		return (int) ( $first[0] ?? 0 );
	}
}
