<?php
/**
 * Queues a mail with an invitation on this portal; its mark is the first argument. Run by
 * tests/e2e/invitation-mail.spec.ts through "wp eval-file".
 *
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

use Lernwelt\Core\Address;
use Lernwelt\Core\Calendar\Invitation;
use Lernwelt\Core\Calendar\InvitationMethod;
use Lernwelt\Core\Calendar\Period;
use Lernwelt\Core\Core;
use Lernwelt\Core\Mail;

/** @var list<string> $args */
$lernwelt_mark       = $args[0];
$lernwelt_zoe        = new Address( 'zoe.gross@example.org', 'Zoë Groß' );
$lernwelt_invitation = new Invitation(
	"$lernwelt_mark@startchancen.localhost",
	1,
	InvitationMethod::Request,
	Period::of( new DateTimeImmutable( '2026-12-03 13:00 UTC' ), new DateTimeImmutable( '2026-12-03 15:30 UTC' ), new DateTimeZone( 'Europe/Berlin' ) ),
	'Übergänge gestalten; Größe, Maß & Zahl',
	new Address( 'lisa@example.org', 'LISA' ),
	Core::services()->clock->now(),
	$lernwelt_zoe,
	"Bitte bringen Sie mit:\n– Papier, Stifte 😀"
);
Core::services()->mailer->enqueue( new Mail( [ $lernwelt_zoe ], "Ihre Buchung $lernwelt_mark", "Sie haben gebucht: Übergänge gestalten.\n$lernwelt_mark", null, 'de_DE', [ $lernwelt_invitation->attachment() ], "test:$lernwelt_mark" ) );
