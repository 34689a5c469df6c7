<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Protocol;

use Lernwelt\Sso\Application\Protocol\Configurations;
use Lernwelt\Sso\Domain\Protocol\Configuration;
use Lernwelt\Sso\Domain\Protocol\InvalidConfiguration;

/** Clients as a test wants them. */
final class FakeClients implements Configurations {

	/** @var list<Configuration> */
	private array $others;

	public function __construct( public ?Configuration $client, Configuration ...$others ) {
		$this->others = array_values( $others );
	}

	public function current(): Configuration {
		return $this->client ?? throw new InvalidConfiguration( InvalidConfiguration::MISSING );
	}

	public function all(): array {
		return [ $this->current(), ...$this->others ];
	}
}
