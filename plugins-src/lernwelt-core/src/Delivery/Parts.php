<?php
/**
 * Parts of a mail.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Delivery;

use Lernwelt\Core\Attachment;
use Lernwelt\Core\Mail;
use PHPMailer\PHPMailer\PHPMailer;

/**
 * Gives WordPress's mailer the attachments of a mail. A file for calendars goes out twice: beside the text, which makes
 * mail programs offer to enter it, and as a file for everybody else. PHPMailer does the former only for mails with
 * HTML, so the two alternatives are written here.
 */
final class Parts {

	/** So that a program that read the alternative doesn't offer the file as a second invitation. */
	private const CALENDAR_FILE = 'application/ics';

	/**
	 * Adds the attachments.
	 *
	 * @param PHPMailer $phpmailer WordPress's mailer with the text of the mail.
	 * @param Mail      $mail      Mail.
	 * @throws \PHPMailer\PHPMailer\Exception When the mailer refuses one.
	 */
	public static function add( PHPMailer $phpmailer, Mail $mail ): void {
		$calendar = $mail->calendar();
		if ( null !== $calendar ) {
			$boundary = 'alternative_' . bin2hex( random_bytes( 16 ) );
			// phpcs:disable WordPress.NamingConventions.ValidVariableName -- PHPMailer's own names.
			$phpmailer->ContentType = "multipart/alternative; boundary=\"$boundary\"";
			$phpmailer->Body        = self::alternatives( $boundary, $mail->text, $calendar );
			// phpcs:enable WordPress.NamingConventions.ValidVariableName
		}
		foreach ( $mail->attachments as $file ) {
			$phpmailer->addStringAttachment( $file->content, $file->name, PHPMailer::ENCODING_BASE64, $file->is_calendar() ? self::CALENDAR_FILE : $file->type );
		}
	}

	/**
	 * Text and calendar, the preferred one last; only ASCII in short lines.
	 */
	private static function alternatives( string $boundary, string $text, Attachment $calendar ): string {
		$text = (string) preg_replace( '/\R/u', "\r\n", $text );
		return implode(
			"\r\n",
			[
				"--$boundary",
				'Content-Type: text/plain; charset=UTF-8',
				'Content-Transfer-Encoding: quoted-printable',
				'',
				quoted_printable_encode( $text ),
				"--$boundary",
				"Content-Type: $calendar->type",
				'Content-Transfer-Encoding: base64',
				'',
				trim( chunk_split( base64_encode( $calendar->content ), 76, "\r\n" ) ),
				"--$boundary--",
				'',
			]
		);
	}
}
