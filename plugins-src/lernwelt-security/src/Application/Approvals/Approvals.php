<?php
/**
 * Requests and decisions.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Approvals;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Pseudonyms;
use Lernwelt\Core\Transaction;
use Lernwelt\Security\Domain\Approvals\Approval;
use Lernwelt\Security\Domain\Approvals\ApprovalRefused;
use Lernwelt\Security\Domain\Approvals\ApprovalStore;
use Lernwelt\Security\Domain\Approvals\Kind;
use Lernwelt\Security\Domain\Approvals\State;
use Lernwelt\Security\Domain\Approvals\WorkingDays;

/** One person asks, another confirms exactly that; every step is in the audit log. */
final readonly class Approvals {

	/** Working days in which a request should be decided. */
	private const DUE = 5;

	/** How long what was decided is kept. */
	private const KEEP = '-1 year';

	/**
	 * @param ApprovalStore       $store       Requests.
	 * @param array<string, Deed> $deeds       Kind → what it does.
	 * @param Confirmers          $confirmers  Who decides.
	 * @param FourEyes            $four_eyes   Lets through what was confirmed.
	 * @param ApprovalMails       $mails       Tells people.
	 * @param Transaction         $transaction All or nothing.
	 * @param AuditLog            $audit       Takes events.
	 * @param Clock               $clock       Time.
	 * @param Pseudonyms          $seals       Keyed hashes.
	 */
	public function __construct(
		private ApprovalStore $store,
		private array $deeds,
		private Confirmers $confirmers,
		private FourEyes $four_eyes,
		private ApprovalMails $mails,
		private Transaction $transaction,
		private AuditLog $audit,
		private Clock $clock,
		private Pseudonyms $seals,
	) {}

	/**
	 * Asks for something; without a reason it is a draft until somebody gives one.
	 *
	 * @param Kind                 $kind       What is asked for.
	 * @param int                  $portal     Site, 0 for the network.
	 * @param string               $subject    What it is about; one pending request for each.
	 * @param array<string, mixed> $parameters Everything that is needed to do it.
	 * @param int                  $by         Account that asks.
	 * @param string               $reason     Why.
	 * @param int                  $person     Account that profits, 0 for none.
	 * @return Approval The new request, or the pending one about the same subject.
	 */
	public function ask( Kind $kind, int $portal, string $subject, array $parameters, int $by, string $reason = '', int $person = 0 ): Approval {
		$now    = $this->now();
		$reason = self::one_line( $reason );
		$due    = WorkingDays::after( $now->setTimezone( wp_timezone() ), self::DUE );
		$wanted = new Approval( 0, $kind, $portal, $subject, $parameters, $person, $by, $now, $reason, $due, '' === $reason ? State::Draft : State::Open );
		$id     = $this->store->add( self::with( $wanted, [ 'seal' => $this->seal( $wanted->to_seal() ) ] ) );
		$there  = 0 === $id ? $this->store->newest( $kind, $portal, $subject ) : $this->store->get( $id );
		if ( null === $there ) {
			throw new ApprovalRefused( 'not_open' );
		}
		if ( 0 < $id ) {
			$this->record( 'requested', $there, $by );
			if ( State::Open === $there->state ) {
				$this->mails->ask( $there, $this->confirmers->of( $there ) );
			}
		}
		return $there;
	}

	/**
	 * Gives the reason of one's own draft.
	 *
	 * @param int    $id     Number.
	 * @param int    $by     Account.
	 * @param string $reason Why.
	 * @throws ApprovalRefused When it can't be.
	 */
	public function explain( int $id, int $by, string $reason ): Approval {
		$draft  = $this->own( $id, $by, State::Draft );
		$reason = self::one_line( $reason );
		if ( '' === $reason ) {
			throw new ApprovalRefused( 'reason' );
		}
		$open = self::with( $draft, [ 'reason' => $reason, 'state' => State::Open ] );
		$open = $this->moved( self::with( $open, [ 'seal' => $this->seal( $open->to_seal() ) ] ), State::Draft );
		$this->record( 'explained', $open, $by );
		$this->mails->ask( $open, $this->confirmers->of( $open ) );
		return $open;
	}

	/**
	 * Takes one's own request back.
	 *
	 * @param int $id Number.
	 * @param int $by Account.
	 * @throws ApprovalRefused When it can't be.
	 */
	public function withdraw( int $id, int $by ): Approval {
		$mine = $this->own( $id, $by, State::Draft, State::Open );
		$done = $this->moved( $this->decided( $mine, State::Withdrawn, $by ), $mine->state );
		$this->record( 'withdrawn', $done, $by );
		return $done;
	}

	/**
	 * Refuses a request of somebody else.
	 *
	 * @param int    $id     Number.
	 * @param int    $by     Account.
	 * @param string $answer Why.
	 * @throws ApprovalRefused When it can't be.
	 */
	public function deny( int $id, int $by, string $answer ): Approval {
		$open   = $this->for_decision( $id, $by );
		$answer = self::one_line( $answer );
		if ( '' === $answer ) {
			throw new ApprovalRefused( 'reason' );
		}
		$denied = $this->moved( $this->decided( $open, State::Denied, $by, $answer ), State::Open );
		$this->record( 'denied', $denied, $by );
		$this->mails->tell( $denied );
		return $denied;
	}

	/**
	 * Confirms a request of somebody else. Rights change by that; an erasure or export may then be done once.
	 *
	 * @param int $id Number.
	 * @param int $by Account.
	 * @throws ApprovalRefused When it can't be.
	 */
	public function confirm( int $id, int $by ): Approval {
		$done = $this->carry_out( $this->for_decision( $id, $by ), $by );
		$this->record( 'confirmed', $done, $by );
		$this->mails->tell( $done );
		return $done;
	}

	/**
	 * Confirms a request although there is no second person; for who has the server, on the command line. Everybody who
	 * could have confirmed it is told, and who asked.
	 *
	 * @param int $id Number.
	 * @throws ApprovalRefused When it can't be.
	 */
	public function confirm_alone( int $id ): Approval {
		$open = $this->intact( $id );
		$this->refuse_unless( State::Open === $open->state, 'not_open', $open, 0 );
		$done = $this->carry_out( $open, 0 );
		$this->record( 'emergency', $done, 0 );
		$this->mails->alarm( $done, $this->confirmers->of( $done ) );
		return $done;
	}

	/**
	 * Whether something may be done now, because it was asked for like this and confirmed.
	 *
	 * @param Kind                 $kind       What.
	 * @param int                  $portal     Site, 0 for the network.
	 * @param string               $subject    What it is about.
	 * @param array<string, mixed> $parameters How it is about to be done.
	 */
	public function is_confirmed( Kind $kind, int $portal, string $subject, array $parameters ): bool {
		$newest = $this->store->newest( $kind, $portal, $subject );
		if ( null === $newest || State::Confirmed !== $newest->state || $newest->ends_at() <= $this->now() ) {
			return false;
		}
		$known = $this->intact( $newest->id );
		$this->refuse_unless( hash_equals( $this->seal( $known->to_seal_decision() ), $known->decision ) && $known->parameters === $parameters, 'tampered', $known, get_current_user_id() );
		return true;
	}

	/**
	 * Says that something confirmed is done, so that it can't be done again.
	 *
	 * @param Kind   $kind    What.
	 * @param int    $portal  Site, 0 for the network.
	 * @param string $subject What it is about.
	 * @return bool Whether it was there to be done.
	 */
	public function finish( Kind $kind, int $portal, string $subject ): bool {
		$newest = $this->store->newest( $kind, $portal, $subject );
		if ( null === $newest || State::Confirmed !== $newest->state ) {
			return false;
		}
		return $this->store->move( $this->sealed_decision( self::with( $newest, [ 'state' => State::Done ] ) ), State::Confirmed );
	}

	/** Ends what waits for too long, and forgets what was decided long ago. */
	public function sweep(): void {
		$now = $this->now();
		foreach ( $this->store->overdue( $now->modify( '-14 days' ) ) as $late ) {
			if ( $late->ends_at() <= $now && $this->store->move( $this->sealed_decision( self::with( $late, [ 'state' => State::Expired, 'decided_at' => $late->decided_at ?? $now ] ) ), $late->state ) ) {
				$this->record( 'expired', $late, 0 );
			}
		}
		$this->store->purge( $now->modify( self::KEEP ) );
	}

	/**
	 * A request as it was sealed.
	 *
	 * @param int $id Number.
	 * @throws ApprovalRefused When there is none, or somebody changed it.
	 */
	public function intact( int $id ): Approval {
		$found = $this->store->get( $id ) ?? throw new ApprovalRefused( 'unknown' );
		$this->refuse_unless( hash_equals( $this->seal( $found->to_seal() ), $found->seal ), 'tampered', $found, get_current_user_id() );
		return $found;
	}

	private function for_decision( int $id, int $by ): Approval {
		$open = $this->intact( $id );
		$this->refuse_unless( $this->confirmers->may_see( $by, $open->portal ), 'unknown', $open, $by );
		$this->refuse_unless( State::Open === $open->state, 'not_open', $open, $by );
		$this->refuse_unless( $by !== $open->requested_by, 'own_request', $open, $by );
		$this->refuse_unless( Confirmers::is_another( $open, $by ), 'own_rights', $open, $by );
		$this->refuse_unless( $this->confirmers->may_decide( $open, $by ), 'not_yours', $open, $by );
		$this->refuse_unless( $open->ends_at() > $this->now(), 'ended', $open, $by );
		return $open;
	}

	private function carry_out( Approval $open, int $by ): Approval {
		$at_once = $open->kind->is_done_by_confirming();
		try {
			return $this->transaction->run(
				function () use ( $open, $by, $at_once ): Approval {
					$done = $this->moved( $this->decided( $open, $at_once ? State::Done : State::Confirmed, $by ), State::Open );
					if ( $at_once ) {
						$this->four_eyes->release( fn () => $this->deeds[ $open->kind->value ]->perform( $open ) );
					}
					return $done;
				}
			);
		} catch ( ApprovalRefused $refused ) {
			if ( 'outdated' === $refused->reason ) {
				$this->store->move( $this->decided( $open, State::Outdated, $by ), State::Open );
				$this->record( 'outdated', $open, $by );
			}
			throw $refused;
		}
	}

	private function own( int $id, int $by, State ...$states ): Approval {
		$mine = $this->intact( $id );
		$this->refuse_unless( 0 < $by && $by === $mine->requested_by, 'unknown', $mine, $by );
		$this->refuse_unless( in_array( $mine->state, $states, true ), 'not_open', $mine, $by );
		return $mine;
	}

	private function moved( Approval $after, State $from ): Approval {
		return $this->store->move( $after, $from ) ? $after : throw new ApprovalRefused( 'not_open' );
	}

	private function decided( Approval $before, State $state, int $by, string $answer = '' ): Approval {
		return $this->sealed_decision( self::with( $before, [ 'state' => $state, 'decided_by' => $by, 'decided_at' => $this->now(), 'answer' => $answer ] ) );
	}

	private function sealed_decision( Approval $decided ): Approval {
		return self::with( $decided, [ 'decision' => $this->seal( $decided->to_seal_decision() ) ] );
	}

	private function seal( string $text ): string {
		return $this->seals->of( 'approval', $text );
	}

	/** Now, in seconds, as the table keeps it. */
	private function now(): DateTimeImmutable {
		return ( new DateTimeImmutable( '@' . $this->clock->now()->getTimestamp() ) )->setTimezone( new DateTimeZone( 'UTC' ) );
	}

	/**
	 * @param Approval             $from   Request.
	 * @param array<string, mixed> $values What differs.
	 */
	private static function with( Approval $from, array $values ): Approval {
		return new Approval( ...[ ...get_object_vars( $from ), ...$values ] );
	}

	private static function one_line( string $text ): string {
		return mb_substr( trim( (string) preg_replace( '/\s+/u', ' ', wp_strip_all_tags( $text ) ) ), 0, Approval::REASON );
	}

	private function refuse_unless( bool $fine, string $why, Approval $about, int $by ): void {
		if ( ! $fine ) {
			$this->audit->record( new AuditEvent( 'approval', 'refused', user_id: $by, object: "approval:$about->id", portal: $about->portal, details: [ 'kind' => $about->kind->value, 'why' => $why ] ) );
			throw new ApprovalRefused( $why );
		}
	}

	private function record( string $action, Approval $about, int $by ): void {
		$this->audit->record( new AuditEvent( 'approval', $action, user_id: $by, object: "approval:$about->id", portal: $about->portal, details: [ 'kind' => $about->kind->value ] ) );
	}
}
