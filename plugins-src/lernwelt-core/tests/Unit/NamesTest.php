<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit;

use InvalidArgumentException;
use Lernwelt\Core\Capabilities;
use Lernwelt\Core\Capability;
use Lernwelt\Core\Setting;
use LogicException;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** Names that would touch WordPress's own are refused. */
final class NamesTest extends TestCase {

	#[TestWith( [ 'manage_network' ] )]
	#[TestWith( [ 'lernwelt_' ] )]
	#[TestWith( [ "lernwelt_lend\n" ] )]
	#[TestWith( [ 'lernwelt_Lend' ] )]
	public function test_capabilities( string $name ): void {
		$this->expectException( InvalidArgumentException::class );
		new Capability( $name, static fn (): string => '', [] );
	}

	#[TestWith( [ 'siteurl' ] )]
	#[TestWith( [ 'lernwelt_' ] )]
	public function test_settings( string $key ): void {
		$this->expectException( InvalidArgumentException::class );
		new Setting( $key, '', [] );
	}

	public function test_two_plugins_can_not_claim_one_capability(): void {
		$capabilities = new Capabilities();
		$capabilities->register( new Capability( 'lernwelt_lend', static fn (): string => 'Lend', [ 'editor' ] ) );

		$this->expectException( LogicException::class );
		$capabilities->register( new Capability( 'lernwelt_lend', static fn (): string => 'Lend', [] ) );
	}

	public function test_only_what_was_asked_for_is_granted(): void {
		$capabilities = new Capabilities();
		$capabilities->register( new Capability( 'lernwelt_lend', static fn (): string => 'Lend', [ 'editor' ] ) );
		$capabilities->register( new Capability( 'lernwelt_book', static fn (): string => 'Book', [ 'editor' ] ) );

		self::assertSame( [ 'read' => true, 'lernwelt_lend' => true ], $capabilities->grant( [ 'read' => true ], [ 'lernwelt_lend' ], [ 'editor' ] ) );
		self::assertSame( [], $capabilities->grant( [], [ 'lernwelt_lend' ], [ 'author' ] ) );
	}
}
