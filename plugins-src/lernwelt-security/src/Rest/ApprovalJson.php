<?php
/**
 * A request as JSON.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Rest;

use DateTimeImmutable;
use Lernwelt\Security\Application\Approvals\Confirmers;
use Lernwelt\Security\Application\Approvals\Deed;
use Lernwelt\Security\Application\Approvals\PortalName;
use Lernwelt\Security\Domain\Approvals\Approval;
use Lernwelt\Security\Domain\Approvals\State;
use Lernwelt\Security\Words\ApprovalWords;
use WP_User;

/** Turns a request into what schemas/approvals.json says. */
final readonly class ApprovalJson {

	/**
	 * @param array<string, Deed> $deeds      Kind → what it does.
	 * @param Confirmers          $confirmers Who decides.
	 * @param PortalName          $names      Names of the portals.
	 */
	public function __construct( private array $deeds, private Confirmers $confirmers, private PortalName $names ) {}

	/**
	 * One request.
	 *
	 * @param Approval $approval Request.
	 * @param int      $viewer   Account that looks.
	 * @return array<string, mixed>
	 */
	public function of( Approval $approval, int $viewer ): array {
		return [
			'id'           => $approval->id,
			'kind'         => ApprovalWords::kind( $approval->kind ),
			'portal'       => $this->names->of( $approval->portal ),
			'what'         => $this->deeds[ $approval->kind->value ]->words( $approval ),
			'reason'       => $approval->reason,
			'requested_by' => self::name( $approval->requested_by ),
			'requested_at' => self::instant( $approval->requested_at ),
			'due'          => $approval->due,
			'ends_at'      => self::instant( $approval->ends_at() ),
			'pending'      => $approval->is_pending(),
			'state'        => ApprovalWords::state( $approval->state ),
			'decided_by'   => null === $approval->decided_at ? '' : self::name( $approval->decided_by ),
			'decided_at'   => null === $approval->decided_at ? '' : self::instant( $approval->decided_at ),
			'answer'       => $approval->answer,
			'actions'      => $this->actions( $approval, $viewer ),
		];
	}

	/** @return list<string> */
	private function actions( Approval $approval, int $viewer ): array {
		$mine = $viewer === $approval->requested_by;
		return match ( true ) {
			State::Draft === $approval->state && $mine => [ 'explain', 'withdraw' ],
			State::Open !== $approval->state           => [],
			$mine                                      => [ 'withdraw' ],
			Confirmers::is_another( $approval, $viewer ) && $this->confirmers->may_decide( $approval, $viewer ) => [ 'confirm', 'deny' ],
			default                                    => [],
		};
	}

	private static function name( int $user_id ): string {
		$person = get_userdata( $user_id );
		return match ( true ) {
			$person instanceof WP_User => $person->display_name,
			0 === $user_id             => __( 'nobody, by the server', 'lernwelt-security' ),
			default                    => __( 'a deleted account', 'lernwelt-security' ),
		};
	}

	private static function instant( DateTimeImmutable $at ): string {
		return $at->format( 'Y-m-d\TH:i:s\Z' );
	}
}
