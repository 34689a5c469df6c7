<?php
/**
 * The words of the forms.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Blocks;

use Lernwelt\Portal\Domain\Form\Field;
use Lernwelt\Portal\Domain\Form\Kind;
use Lernwelt\Portal\Domain\Form\Problem;
use Lernwelt\Portal\Domain\Form\Refusal;

/**
 * Turns codes into sentences that say what happened and what to do next.
 */
final class FormWords {
	public static function label( Kind $kind, Field $field ): string {
		return match ( $field ) {
			Field::Name  => __( 'Your name', 'lernwelt-portal' ),
			Field::Email => __( 'Your e-mail address', 'lernwelt-portal' ),
			Field::Page  => __( 'On which page did you meet the barrier?', 'lernwelt-portal' ),
			Field::Text  => Kind::Barrier === $kind ? __( 'What did not work?', 'lernwelt-portal' ) : __( 'Your message', 'lernwelt-portal' ),
		};
	}

	public static function help( Kind $kind, Field $field ): string {
		return match ( $field ) {
			Field::Name  => '',
			Field::Email => Kind::Barrier === $kind ? __( 'Only if you would like an answer.', 'lernwelt-portal' ) : __( 'We will answer to this address.', 'lernwelt-portal' ),
			Field::Page  => __( 'Address or title of the page.', 'lernwelt-portal' ),
			Field::Text  => Kind::Barrier === $kind
				? __( 'Describe what you wanted to do and where you got stuck. Please do not give any information about your health or about pupils.', 'lernwelt-portal' )
				: __( 'Please do not give any names or other information about pupils.', 'lernwelt-portal' ),
		};
	}

	public static function requirement( bool $required ): string {
		return $required ? __( '(required)', 'lernwelt-portal' ) : __( '(optional)', 'lernwelt-portal' );
	}

	public static function submit( Kind $kind ): string {
		return Kind::Barrier === $kind ? __( 'Report barrier', 'lernwelt-portal' ) : __( 'Send message', 'lernwelt-portal' );
	}

	/**
	 * @param Problem $problem What is wrong.
	 * @param Kind    $kind    On which form.
	 * @param Field   $field   In which field.
	 * @param int     $length  Characters that were written.
	 */
	public static function problem( Problem $problem, Kind $kind, Field $field, int $length ): string {
		return match ( $problem ) {
			Problem::Missing           => self::missing( $kind, $field ),
			/* translators: 1: characters written, 2: characters allowed. */
			Problem::TooLong           => sprintf( __( 'This text has %1$s characters, at most %2$s are possible. Please shorten it.', 'lernwelt-portal' ), number_format_i18n( $length ), number_format_i18n( $field->max_length() ) ),
			Problem::ControlCharacters => __( 'This text contained invisible control characters. We have removed them: please check the text and send it again.', 'lernwelt-portal' ),
			Problem::LineBreak         => __( 'Please write everything in one line here.', 'lernwelt-portal' ),
			Problem::NoEmail           => __( 'Please check the e-mail address. It looks like this: name@example.org', 'lernwelt-portal' ),
		};
	}

	public static function refusal( Refusal $refusal ): string {
		return match ( $refusal ) {
			Refusal::OtherOrigin => __( 'Your browser did not tell us that the form was sent from this page. Please send it again or write us an e-mail.', 'lernwelt-portal' ),
			Refusal::Trap        => __( 'The message looks as if a program had written it. Please send it again.', 'lernwelt-portal' ),
			/* translators: %s: characters allowed. */
			Refusal::TooLarge    => sprintf( __( 'Your message was too long to reach us, and we could not keep what you wrote. Please send a shorter one: at most %s characters are possible.', 'lernwelt-portal' ), number_format_i18n( Field::Text->max_length() ) ),
			Refusal::TooMany     => __( 'A great many messages have just arrived here. Please wait ten minutes and send yours again.', 'lernwelt-portal' ),
			Refusal::Failed      => __( 'Your message could not be sent because of a technical fault. Please try again in two minutes or write us an e-mail.', 'lernwelt-portal' ),
		};
	}

	/**
	 * @param int $problems Fields that need another look; 0 when the form was refused as a whole.
	 */
	public static function error_title( int $problems ): string {
		if ( 0 === $problems ) {
			return __( 'Your message has not been sent yet', 'lernwelt-portal' );
		}
		/* translators: %d: number of fields. */
		return sprintf( _n( 'Please check %d entry', 'Please check %d entries', $problems, 'lernwelt-portal' ), $problems );
	}

	public static function sent_title( Kind $kind ): string {
		return Kind::Barrier === $kind ? __( 'Thank you for your report', 'lernwelt-portal' ) : __( 'Thank you for your message', 'lernwelt-portal' );
	}

	public static function sent_text( Kind $kind ): string {
		return Kind::Barrier === $kind
			? __( 'We will look into the barrier. If you have given an e-mail address, you will receive an answer.', 'lernwelt-portal' )
			: __( 'It is on its way to us. You will receive an answer by e-mail.', 'lernwelt-portal' );
	}

	private static function missing( Kind $kind, Field $field ): string {
		return match ( $field ) {
			Field::Name  => __( 'Please enter your name.', 'lernwelt-portal' ),
			Field::Email => __( 'Please enter your e-mail address so that we can answer.', 'lernwelt-portal' ),
			Field::Page  => __( 'Please name the page.', 'lernwelt-portal' ),
			Field::Text  => Kind::Barrier === $kind ? __( 'Please describe what did not work.', 'lernwelt-portal' ) : __( 'Please write a message.', 'lernwelt-portal' ),
		};
	}
}
