<?php
/**
 * Writes the mail that carries a visitor's message.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Application;

use Lernwelt\Core\Address;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Mail;
use Lernwelt\Core\SettingsRegistry;
use Lernwelt\Portal\Domain\Form\Kind;
use Lernwelt\Portal\Domain\Form\Message;
use Lernwelt\Portal\Domain\PortalSettings;

final readonly class MessageMail {
	public function __construct( private SettingsRegistry $settings, private Clock $clock ) {
	}

	/**
	 * @param Message $message What somebody wrote.
	 */
	public function of( Message $message ): Mail {
		return new Mail(
			[ $this->recipient( $message->kind ) ],
			$this->subject( $message->kind ),
			$this->text( $message ),
			'' === $message->email ? null : new Address( $message->email, $message->name ),
			get_locale()
		);
	}

	/**
	 * Where messages go: the address for this kind, else the portal's contact, else the site's administration, so
	 * that no form of a new portal leads nowhere.
	 */
	private function recipient( Kind $kind ): Address {
		$settings  = $this->settings->get( PortalSettings::KEY );
		$addresses = Kind::Barrier === $kind ? [ $settings['accessibility_email'], $settings['email'] ] : [ $settings['email'] ];
		foreach ( $addresses as $address ) {
			if ( is_string( $address ) && '' !== $address ) {
				return new Address( $address );
			}
		}
		return new Address( (string) get_option( 'admin_email' ) );
	}

	private function subject( Kind $kind ): string {
		$when = wp_date( _x( 'j M Y, H:i', 'time in a mail subject', 'lernwelt-portal' ), $this->clock->now()->getTimestamp() );
		/* translators: 1: name of the portal, 2: date and time. */
		$pattern = Kind::Barrier === $kind ? __( 'Barrier reported on %1$s (%2$s)', 'lernwelt-portal' ) : __( 'Message to %1$s (%2$s)', 'lernwelt-portal' );
		$portal  = preg_replace( '/\p{Cc}+/u', ' ', wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ) );
		return sprintf( $pattern, (string) $portal, (string) $when );
	}

	private function text( Message $message ): string {
		$facts = [
			__( 'Name', 'lernwelt-portal' )           => $message->name,
			__( 'E-mail address', 'lernwelt-portal' ) => $message->email,
			__( 'Page', 'lernwelt-portal' )           => $message->page,
		];
		$lines = [];
		foreach ( array_filter( $facts, static fn ( string $fact ): bool => '' !== $fact ) as $label => $fact ) {
			$lines[] = $label . ': ' . $fact;
		}
		$answer = '' === $message->email
			? __( 'No e-mail address was given, so there is nobody to answer.', 'lernwelt-portal' )
			: __( 'Reply to this mail to answer. The message is stored nowhere but in this mail.', 'lernwelt-portal' );
		return trim( implode( "\n", $lines ) . "\n\n" . $message->text ) . "\n\n-- \n" . $answer . "\n" . home_url( '/' ) . "\n";
	}
}
