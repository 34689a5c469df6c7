<?php
/**
 * Words about requests.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Words;

use DateTimeImmutable;
use Lernwelt\Security\Domain\Approvals\ApprovalRefused;
use Lernwelt\Security\Domain\Approvals\Kind;
use Lernwelt\Security\Domain\Approvals\State;

/** Turns codes into what people read. */
final class ApprovalWords {

	/**
	 * @param Kind $kind Kind.
	 */
	public static function kind( Kind $kind ): string {
		return match ( $kind ) {
			Kind::RoleMatrix   => __( 'Change rights of roles', 'lernwelt-security' ),
			Kind::Role         => __( 'Give an administrative role', 'lernwelt-security' ),
			Kind::SuperAdmin   => __( 'Make somebody a super administrator', 'lernwelt-security' ),
			Kind::Erasure      => __( 'Erase data of a person', 'lernwelt-security' ),
			Kind::PersonExport => __( 'Export all data of a person', 'lernwelt-security' ),
			Kind::PortalExport => __( 'Export a whole portal', 'lernwelt-security' ),
		};
	}

	/**
	 * @param State $state State.
	 */
	public static function state( State $state ): string {
		return match ( $state ) {
			State::Draft     => __( 'reason missing', 'lernwelt-security' ),
			State::Open      => __( 'waits for a second person', 'lernwelt-security' ),
			State::Confirmed => __( 'confirmed, can be done once', 'lernwelt-security' ),
			State::Done      => __( 'confirmed and done', 'lernwelt-security' ),
			State::Denied    => __( 'denied', 'lernwelt-security' ),
			State::Withdrawn => __( 'withdrawn', 'lernwelt-security' ),
			State::Expired   => __( 'expired after 14 days', 'lernwelt-security' ),
			State::Outdated  => __( 'not done, because things had changed in the meantime', 'lernwelt-security' ),
		};
	}

	/**
	 * Why something is refused.
	 *
	 * @param ApprovalRefused $refused Refusal.
	 */
	public static function refusal( ApprovalRefused $refused ): string {
		return match ( $refused->reason ) {
			'own_request' => __( 'You asked for this yourself, so another person has to decide.', 'lernwelt-security' ),
			'own_rights'  => __( 'This is about your own rights, so another person has to decide.', 'lernwelt-security' ),
			'not_yours'   => __( 'You could not do this yourself, so you can’t confirm it either.', 'lernwelt-security' ),
			'not_open'    => __( 'Somebody has decided about this already.', 'lernwelt-security' ),
			'ended'       => __( 'This request has expired. Please ask again.', 'lernwelt-security' ),
			'tampered'    => __( 'This request was changed after it was made, so it can’t be used. Please tell whoever runs the server.', 'lernwelt-security' ),
			'outdated'    => __( 'Things have changed since this was asked for, so nothing was done. Please ask again.', 'lernwelt-security' ),
			'reason'      => __( 'Please give a reason.', 'lernwelt-security' ),
			default       => __( 'There is no such request.', 'lernwelt-security' ),
		};
	}

	/**
	 * @param string $day Y-m-d.
	 */
	public static function day( string $day ): string {
		return (string) wp_date( 'd.m.Y', ( new DateTimeImmutable( "$day 12:00:00", wp_timezone() ) )->getTimestamp() );
	}
}
