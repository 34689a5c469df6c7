<?php
/**
 * Lines of the log as sentences.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Words;

use Lernwelt\Security\Domain\Audit\ActorKind;
use Lernwelt\Security\Domain\Audit\Entry;
use Lernwelt\Security\Domain\Audit\Finding;
use Lernwelt\Security\Domain\Audit\Verdict;

/** Says lines in plain words. */
final readonly class AuditWords {

	/** So much of a pseudonym tells people apart on a screen. */
	public const SHORT = 8;

	/**
	 * What happened, e.g. "Login refused: wrong password".
	 *
	 * @param Entry $line Line.
	 */
	public static function sentence( Entry $line ): string {
		$event = AuditCatalogue::events()[ "$line->area/$line->action" ] ?? "$line->area/$line->action";
		if ( '' === $line->reason ) {
			return $event;
		}
		/* translators: 1: what happened, 2: why. */
		return sprintf( __( '%1$s: %2$s', 'lernwelt-security' ), $event, AuditCatalogue::reasons()[ $line->reason ] ?? $line->reason );
	}

	/**
	 * Who did it, without names.
	 *
	 * @param Entry $line Line.
	 */
	public static function who( Entry $line ): string {
		return match ( ActorKind::tryFrom( $line->kind ) ) {
			ActorKind::Guest       => __( 'not logged in', 'lernwelt-security' ),
			ActorKind::Pupil       => __( 'a pupil', 'lernwelt-security' ),
			/* translators: %s: beginning of a pseudonym. */
			ActorKind::User        => sprintf( __( 'Person %s', 'lernwelt-security' ), substr( $line->actor, 0, self::SHORT ) ),
			ActorKind::System      => __( 'scheduled work', 'lernwelt-security' ),
			ActorKind::CommandLine => __( 'command line', 'lernwelt-security' ),
			null                   => $line->kind,
		};
	}

	/**
	 * What it is about, '' for nothing.
	 *
	 * @param Entry $line Line.
	 */
	public static function about( Entry $line ): string {
		if ( '' === $line->object ) {
			return '';
		}
		[ $kind, $id ] = explode( ':', $line->object . ':', 3 );
		return trim( ( AuditCatalogue::objects()[ $kind ] ?? $kind ) . ' ' . ( '' === self::about_person( $line ) ? $id : substr( $id, 0, self::SHORT ) ) );
	}

	/**
	 * Pseudonym of whom it is about, '' for nobody.
	 *
	 * @param Entry $line Line.
	 */
	public static function about_person( Entry $line ): string {
		return 1 === preg_match( '/^user:([0-9a-f]{64})$/D', $line->object, $found ) ? $found[1] : '';
	}

	/**
	 * Further facts, e.g. "rows: 12".
	 *
	 * @param Entry $line Line.
	 * @return list<string>
	 */
	public static function details( Entry $line ): array {
		$names  = AuditCatalogue::details();
		$values = AuditCatalogue::values();
		$facts  = [];
		foreach ( (array) json_decode( $line->details, true ) as $key => $value ) {
			$name = $names[ $key ] ?? (string) $key;
			if ( true === $value ) {
				$facts[] = $name;
			} elseif ( is_scalar( $value ) && false !== $value ) {
				/* translators: 1: name of a fact, 2: its value. */
				$facts[] = sprintf( __( '%1$s: %2$s', 'lernwelt-security' ), $name, $values[ "$key/$value" ] ?? (string) $value );
			}
		}
		return $facts;
	}

	/**
	 * Codes whose words contain a text.
	 *
	 * @param string $text Text.
	 * @return list<string> `area/action`, `area/` or `/reason`.
	 */
	public static function matches( string $text ): array {
		$found = static fn ( array $words ): array => array_keys( array_filter( $words, static fn ( string $word ): bool => '' !== $text && false !== mb_stripos( $word, $text ) ) );
		return [
			...$found( AuditCatalogue::events() ),
			...array_map( static fn ( string $area ): string => "$area/", $found( AuditCatalogue::areas() ) ),
			...array_map( static fn ( string $reason ): string => "/$reason", $found( AuditCatalogue::reasons() ) ),
		];
	}

	/**
	 * What a verification found.
	 *
	 * @param Verdict $verdict Result.
	 */
	public static function verdict( Verdict $verdict ): string {
		$sentence = match ( $verdict->finding ) {
			/* translators: %d: number of the last line. */
			Finding::Whole            => __( 'The log is whole up to line %d: nothing is missing, nothing was changed.', 'lernwelt-security' ),
			/* translators: %d: number of a line. */
			Finding::Changed          => __( 'The log is broken: line %d was changed or moved, or the key is another one.', 'lernwelt-security' ),
			/* translators: %d: number of a line. */
			Finding::Missing          => __( 'The log is broken: line %d is missing.', 'lernwelt-security' ),
			/* translators: %d: number of a line. */
			Finding::Inserted         => __( 'The log is broken: line %d was not written by this log.', 'lernwelt-security' ),
			/* translators: %d: number of a line. */
			Finding::HeadForged       => __( 'The log is broken after line %d: the record of the last line is missing or forged, or the key is another one.', 'lernwelt-security' ),
			/* translators: %d: number of a line. */
			Finding::CheckpointForged => __( 'The log is broken at line %d: the record of deleted lines is missing or forged, or the key is another one.', 'lernwelt-security' ),
			/* translators: %d: number of the last line. */
			Finding::OtherHistory     => __( 'The log ends with line %d and does not contain the state that was noted earlier: it was exchanged or set back.', 'lernwelt-security' ),
		};
		return sprintf( $sentence, $verdict->id );
	}
}
