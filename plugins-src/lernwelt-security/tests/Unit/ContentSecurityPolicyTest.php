<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit;

use Lernwelt\Security\Domain\ContentSecurityPolicy;
use Lernwelt\Security\Domain\InvalidPolicy;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The header's value and what may not get into it. */
final class ContentSecurityPolicyTest extends TestCase {

	public function test_equal_policies_give_equal_headers(): void {
		$one = ContentSecurityPolicy::from(
			[
				'script-src'  => [ "'self'" ],
				'default-src' => [ "'none'" ],
			]
		);
		$two = ContentSecurityPolicy::from(
			[
				'default-src' => [ "'none'" ],
				'script-src'  => [ "'self'", "'self'" ],
			]
		);

		self::assertSame( "default-src 'none'; script-src 'self'", $one->header() );
		self::assertSame( $one->header(), $two->header() );
	}

	public function test_a_directive_without_sources_has_no_value(): void {
		self::assertSame( 'upgrade-insecure-requests', ContentSecurityPolicy::from( [ 'upgrade-insecure-requests' => [] ] )->header() );
	}

	public function test_none_gives_way_to_a_source(): void {
		$policy = ContentSecurityPolicy::from( [ 'object-src' => [ "'none'", "'self'" ] ] );

		self::assertSame( "object-src 'self'", $policy->header() );
	}

	public function test_an_unknown_directive_is_refused(): void {
		try {
			ContentSecurityPolicy::from( [ 'image-src' => [ "'self'" ] ] );
			self::fail( 'image-src is no directive.' );
		} catch ( InvalidPolicy $refused ) {
			self::assertSame( InvalidPolicy::UNKNOWN_DIRECTIVE, $refused->reason );
			self::assertSame( 'image-src', $refused->value );
		}
	}

	public function test_what_is_no_policy_is_refused(): void {
		foreach ( [ null, "default-src 'self'", [ "'self'" ], [ 'script-src' => [ 1 ] ], [ 'script-src' => null ] ] as $nonsense ) {
			try {
				ContentSecurityPolicy::from( $nonsense );
				self::fail( 'Nonsense got through.' );
			} catch ( InvalidPolicy $refused ) {
				self::assertContains( $refused->reason, [ InvalidPolicy::UNKNOWN_DIRECTIVE, InvalidPolicy::MALFORMED_SOURCE ] );
			}
		}
	}

	#[DataProvider( 'hostile_sources' )]
	public function test_a_source_cannot_start_something_of_its_own( string $source ): void {
		try {
			ContentSecurityPolicy::from( [ 'script-src' => [ $source ] ] );
			self::fail( 'The source got through.' );
		} catch ( InvalidPolicy $refused ) {
			self::assertSame( InvalidPolicy::MALFORMED_SOURCE, $refused->reason );
		}
	}

	/** @return array<string, array{string}> */
	public static function hostile_sources(): array {
		return [
			'a second directive' => [ "'self'; script-src *" ],
			'a second policy'    => [ "'self',default-src" ],
			'a second header'    => [ "'self'\r\nSet-Cookie: a=b" ],
			'a line break'       => [ "'self'\n" ],
			'two sources'        => [ "'self' *" ],
			'nothing'            => [ '' ],
			'not ASCII'          => [ 'https://müller.example' ],
		];
	}
}
