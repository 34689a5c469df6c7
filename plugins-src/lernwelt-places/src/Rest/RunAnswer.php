<?php
/**
 * A run as the screen sees it.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Rest;

use Lernwelt\Core\Rest\Controller;
use Lernwelt\Places\Content\ImportWords;
use Lernwelt\Places\Domain\Runs\Run;
use Lernwelt\Places\Reading\Location;
use Lernwelt\Places\Reading\LocationKind;
use Lernwelt\Places\Uploads\Input;
use Lernwelt\Places\Uploads\InputStore;

/** Turns runs into answers and knows whether one can be repeated. */
final readonly class RunAnswer {

	/**
	 * @param InputStore $inputs Uploaded files.
	 */
	public function __construct( private InputStore $inputs ) {}

	/**
	 * @param Run $run Run.
	 * @return array<string, mixed>
	 */
	public function of( Run $run ): array {
		$counts = $run->counts->to_array();
		unset( $counts['changes'] );
		return [
			'id'          => $run->id,
			'source'      => $run->source,
			'label'       => $run->label,
			'input'       => $run->input_name,
			'dry_run'     => $run->dry_run,
			'state'       => $run->state->value,
			'reason'      => $run->reason,
			'message'     => ImportWords::run( $run ),
			'position'    => $run->position,
			'total'       => $run->total,
			'counts'      => $counts,
			'started_at'  => gmdate( 'Y-m-d\TH:i:s\Z', $run->started_at->getTimestamp() ),
			'finished_at' => null === $run->finished_at ? null : gmdate( 'Y-m-d\TH:i:s\Z', $run->finished_at->getTimestamp() ),
			'person'      => self::person( $run->user_id ),
			'can_force'   => $run->can_force(),
			'can_import'  => $this->can_import( $run ),
			'report'      => add_query_arg( '_wpnonce', wp_create_nonce( 'wp_rest' ), rest_url( Controller::NAMESPACE . "/place-imports/$run->id/findings.csv" ) ),
		];
	}

	/**
	 * Whether what a dry run checked can be imported: its file is still there, or it is an address. What somebody named
	 * at the command line can't be imported from here.
	 *
	 * @param Run $run Run.
	 */
	public function can_import( Run $run ): bool {
		$known = LocationKind::Url === Location::of( $run->input )->kind || null !== $this->upload( $run );
		return $run->has_checked() && $known;
	}

	/**
	 * The uploaded file that a run reads, null when it reads something else or the file is deleted.
	 *
	 * @param Run $run Run.
	 */
	public function upload( Run $run ): ?Input {
		$input = $this->inputs->find( basename( $run->input, '.data' ) );
		return null !== $input && realpath( $input->path ) === realpath( $run->input ) ? $input : null;
	}

	private static function person( int $id ): string {
		$user = 0 === $id ? false : get_userdata( $id );
		return false === $user ? '' : $user->display_name;
	}
}
