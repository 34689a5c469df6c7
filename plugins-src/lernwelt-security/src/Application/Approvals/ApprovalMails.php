<?php
/**
 * Mails about requests.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Approvals;

use Lernwelt\Core\Address;
use Lernwelt\Core\Mail;
use Lernwelt\Core\Mailer;
use Lernwelt\Security\Domain\Approvals\Approval;
use Lernwelt\Security\Domain\Approvals\State;
use Lernwelt\Security\Words\ApprovalWords;
use WP_User;

/** Says that there is something to decide or that it was decided; whom it is about stands on the screen only. */
final readonly class ApprovalMails {

	/**
	 * @param Mailer     $mailer Queue.
	 * @param PortalName $names  Names of the portals.
	 */
	public function __construct( private Mailer $mailer, private PortalName $names ) {}

	/**
	 * To those who can confirm.
	 *
	 * @param Approval      $open   Request.
	 * @param list<WP_User> $people Them.
	 */
	public function ask( Approval $open, array $people ): void {
		$text = sprintf(
			/* translators: 1: what is asked for, 2: portal, 3: name of a person, 4: day, 5: address. */
			__( "A second person is needed: %1\$s (%2\$s).\n\nRequested by: %3\$s\nPlease decide by: %4\$s\n\nConfirm or deny it here: %5\$s", 'lernwelt-security' ),
			ApprovalWords::kind( $open->kind ),
			$this->names->of( $open->portal ),
			self::name( $open->requested_by ),
			ApprovalWords::day( $open->due ),
			PortalName::screen( $open->portal )
		);
		/* translators: %s: what is asked for. */
		$this->send( $people, sprintf( __( 'Please confirm: %s', 'lernwelt-security' ), ApprovalWords::kind( $open->kind ) ), $text );
	}

	/**
	 * To whoever asked.
	 *
	 * @param Approval $decided Request.
	 */
	public function tell( Approval $decided ): void {
		$text = sprintf(
			/* translators: 1: what was asked for, 2: portal, 3: decision. */
			__( 'Your request “%1$s” (%2$s): %3$s.', 'lernwelt-security' ),
			ApprovalWords::kind( $decided->kind ),
			$this->names->of( $decided->portal ),
			ApprovalWords::state( $decided->state )
		);
		if ( State::Denied === $decided->state ) {
			/* translators: %s: why. */
			$text .= "\n\n" . sprintf( __( 'Reason: %s', 'lernwelt-security' ), $decided->answer );
		}
		$person = get_userdata( $decided->requested_by );
		$this->send( $person instanceof WP_User ? [ $person ] : [], __( 'Your request was decided', 'lernwelt-security' ), $text . "\n\n" . PortalName::screen( $decided->portal ) );
	}

	/**
	 * To everybody concerned: it was done without a second person.
	 *
	 * @param Approval      $done   Request.
	 * @param list<WP_User> $people Who could have confirmed it.
	 */
	public function alarm( Approval $done, array $people ): void {
		$asked = get_userdata( $done->requested_by );
		$text  = sprintf(
			/* translators: 1: what was asked for, 2: portal, 3: name of a person, 4: address. */
			__( "Attention: “%1\$s” (%2\$s), requested by %3\$s, was confirmed on the server without a second person.\n\nPlease check whether that was right: %4\$s", 'lernwelt-security' ),
			ApprovalWords::kind( $done->kind ),
			$this->names->of( $done->portal ),
			self::name( $done->requested_by ),
			PortalName::screen( $done->portal )
		);
		$this->send( $asked instanceof WP_User ? [ ...$people, $asked ] : $people, __( 'Confirmed without a second person', 'lernwelt-security' ), $text );
	}

	/** @param list<WP_User> $people To whom, one mail each. */
	private function send( array $people, string $subject, string $text ): void {
		foreach ( $people as $person ) {
			if ( false !== is_email( $person->user_email ) ) {
				$this->mailer->enqueue( new Mail( [ new Address( $person->user_email, $person->display_name ) ], $subject, $text, locale: get_locale() ) );
			}
		}
	}

	private static function name( int $user_id ): string {
		$person = get_userdata( $user_id );
		return $person instanceof WP_User ? $person->display_name : __( 'a deleted account', 'lernwelt-security' );
	}
}
