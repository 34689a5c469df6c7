<?php
/**
 * A small picture beside words. Expects `name`.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

/** @var array{name: string} $args */
$lernwelt_paths = [
	'search'   => 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm4.8 11.3L21 21',
	'download' => 'M12 4v11m-5-5 5 5 5-5M5 20h14',
];
?>
<svg class="lw-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="<?php echo esc_attr( $lernwelt_paths[ $args['name'] ] ?? '' ); ?>"/></svg>
