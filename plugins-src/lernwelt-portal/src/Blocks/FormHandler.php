<?php
/**
 * What happens to a form that was sent.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Blocks;

use Lernwelt\Core\SameOrigin;
use Lernwelt\Portal\Application\SendMessage;
use Lernwelt\Portal\Application\TooManyMessages;
use Lernwelt\Portal\Domain\Form\InvalidMessage;
use Lernwelt\Portal\Domain\Form\Kind;
use Lernwelt\Portal\Domain\Form\Message;
use Lernwelt\Portal\Domain\Form\Refusal;
use RuntimeException;

final readonly class FormHandler {
	public function __construct( private SendMessage $send_message ) {
	}

	/**
	 * Whatever goes wrong, what the person wrote comes back.
	 *
	 * @param Kind        $kind    The form on the page.
	 * @param FormRequest $request What was sent.
	 */
	public function handle( Kind $kind, FormRequest $request ): FormState {
		if ( ! ( new SameOrigin( home_url() ) )->allows( $request->fetch_site, $request->origin, $request->referer ) ) {
			return FormState::refused( $request->values, Refusal::OtherOrigin );
		}
		if ( $request->too_large ) {
			return FormState::refused( $request->values, Refusal::TooLarge );
		}
		if ( $request->trapped ) {
			return FormState::refused( $request->values, Refusal::Trap );
		}
		try {
			$this->send_message->send( Message::from( $kind, $request->values ), $request->client?->network() ?? '' );
		} catch ( InvalidMessage $invalid ) {
			return FormState::invalid( $request->values, $invalid->problems );
		} catch ( TooManyMessages ) {
			return FormState::refused( $request->values, Refusal::TooMany );
		} catch ( RuntimeException $failure ) {
			wp_trigger_error( __METHOD__, $failure->getMessage(), E_USER_WARNING );
			return FormState::refused( $request->values, Refusal::Failed );
		}
		return FormState::sent();
	}
}
