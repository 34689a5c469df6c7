<?php
/**
 * Blocks with a view.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Blocks;

use Closure;

/**
 * Hands a block's render.php the view that a class prepared. Without it WordPress runs the file with attributes only,
 * and queries end up between the tags.
 */
final readonly class Template {

	/**
	 * @param array<string, Closure(array<string, mixed>): object> $views Block name → makes the view of its attributes.
	 */
	public function __construct( private array $views ) {
	}

	/**
	 * Filter `block_type_metadata_settings`.
	 *
	 * @param array<string, mixed> $settings Settings WordPress made of block.json.
	 * @param array<string, mixed> $metadata block.json.
	 * @return array<string, mixed>
	 */
	public function settings( array $settings, array $metadata ): array {
		$name = $metadata['name'] ?? '';
		$file = $metadata['file'] ?? '';
		$view = is_string( $name ) ? ( $this->views[ $name ] ?? null ) : null;
		if ( null !== $view && is_string( $file ) ) {
			$settings['render_callback'] = static fn ( array $attributes ): string => self::print( dirname( $file ) . '/render.php', $view( $attributes ) );
		}
		return $settings;
	}

	/**
	 * What a template makes of a view.
	 *
	 * @param string $file A PHP file that prints `$view`.
	 * @param object $view The view.
	 * @return string HTML.
	 */
	public static function print( string $file, object $view ): string {
		ob_start();
		( static function () use ( $file, $view ): void {
			require $file;
		} )();
		return (string) ob_get_clean();
	}
}
