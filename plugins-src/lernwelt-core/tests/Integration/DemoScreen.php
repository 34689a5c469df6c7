<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\AdminScreen;

/** A screen as a plugin would write it. */
final readonly class DemoScreen extends AdminScreen {

	public const SLUG = 'lernwelt-demo-things';

	public function __construct( string $file, string $root = '' ) {
		parent::__construct( $file, self::SLUG, $root, [ 'wp-hooks' ] );
	}

	/** @param array<string, string|int|bool|array<array-key, mixed>> $data */
	public function show( array $data ): string {
		ob_start();
		$this->print( $data );
		return (string) ob_get_clean();
	}
}
