<?php
/**
 * The way to the provider.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

use Lernwelt\Sso\Domain\LoginRefused;

/** Asks one provider; follows no redirects. */
interface HttpClient {

	/**
	 * @param Issuer                 $issuer  Whom to ask.
	 * @param string                 $url     Address of the issuer's own.
	 * @param array<string, string>  $headers Headers.
	 * @param ?array<string, string> $form    Fields to post; null to get.
	 * @throws LoginRefused With reason `provider_unreachable` and status 503.
	 */
	public function request( Issuer $issuer, string $url, #[\SensitiveParameter] array $headers = [], #[\SensitiveParameter] ?array $form = null ): HttpAnswer;
}
