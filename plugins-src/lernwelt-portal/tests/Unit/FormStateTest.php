<?php
/**
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Tests\Unit;

use Lernwelt\Portal\Blocks\FormState;
use Lernwelt\Portal\Domain\Form\Problem;
use Lernwelt\Portal\Domain\Form\Refusal;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class FormStateTest extends TestCase {
	public function test_a_fresh_form_and_a_sent_one_are_no_errors(): void {
		self::assertSame( [ 200, false ], [ FormState::fresh()->status(), FormState::fresh()->has_errors() ] );
		self::assertSame( [ 200, false ], [ FormState::sent()->status(), FormState::sent()->has_errors() ] );
	}

	public function test_wrong_fields_are_422_and_keep_what_was_written(): void {
		$state = FormState::invalid( [ 'text' => "a\0b" ], [ 'text' => Problem::ControlCharacters ] );
		self::assertSame( [ 422, true, [ 'text' => 'ab' ] ], [ $state->status(), $state->has_errors(), $state->values ] );
	}

	#[TestWith( [ Refusal::OtherOrigin, 403 ] )]
	#[TestWith( [ Refusal::Trap, 422 ] )]
	#[TestWith( [ Refusal::TooLarge, 413 ] )]
	#[TestWith( [ Refusal::TooMany, 429 ] )]
	#[TestWith( [ Refusal::Failed, 503 ] )]
	public function test_every_refusal_has_its_status( Refusal $refusal, int $status ): void {
		$state = FormState::refused( [ 'name' => 'Zoë' ], $refusal );
		self::assertSame( [ $status, true, [ 'name' => 'Zoë' ] ], [ $state->status(), $state->has_errors(), $state->values ] );
	}
}
