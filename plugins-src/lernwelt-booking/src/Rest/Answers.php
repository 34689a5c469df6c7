<?php
/**
 * Refusals as answers.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Rest;

use Closure;
use Lernwelt\Booking\Content\RefusalWords;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\DateChanged;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Core\Rest\Problems;
use WP_Error;
use WP_REST_Response;

/** Turns what the use cases throw into problems that a screen can show as they are. */
final class Answers {

	/**
	 * Does something and answers.
	 *
	 * @param Closure(): (WP_REST_Response|WP_Error)                           $work  Work.
	 * @param ?Closure(string, string, array<string, int|string>): string $words Sentence about a field, its reason and facts; that of RefusalWords by default.
	 * @return WP_REST_Response|WP_Error Refusals carry `data.reason`, wrong fields `data.fields` (field → reason code) and `data.sentences` (field → German sentence).
	 */
	public static function of( Closure $work, ?Closure $words = null ): WP_REST_Response|WP_Error {
		try {
			return $work();
		} catch ( BookingRefused $refused ) {
			$status = RefusalWords::status( $refused->reason );
			$code   = [ 404 => Problems::NOT_FOUND, 403 => Problems::FORBIDDEN, 429 => Problems::TOO_MANY ][ $status ] ?? Problems::CONFLICT;
			return new WP_Error( "lernwelt_$code", RefusalWords::of( $refused->reason ), [ 'status' => $status, 'reason' => $refused->reason->value ] );
		} catch ( DateChanged ) {
			return Problems::error( Problems::CONFLICT );
		} catch ( InvalidInput $refused ) {
			$problem = Problems::error( Problems::INVALID, $refused->errors );
			$problem->add_data( [ ...(array) $problem->get_error_data(), 'sentences' => self::sentences( $refused, $words ) ] );
			return $problem;
		}
	}

	/**
	 * @param InvalidInput                                                     $refused What was refused.
	 * @param ?Closure(string, string, array<string, int|string>): string $words   Sentence about a field.
	 * @return array<string, string>
	 */
	private static function sentences( InvalidInput $refused, ?Closure $words ): array {
		$sentences = [];
		foreach ( $refused->errors as $field => $reason ) {
			$sentences[ $field ] = null === $words ? RefusalWords::field( $reason, $refused->facts ) : $words( $field, $reason, $refused->facts );
		}
		return $sentences;
	}
}
