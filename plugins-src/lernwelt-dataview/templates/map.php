<?php
/**
 * The map's place. Without scripts the style sheet hides it: the list below shows the same.
 *
 * @package Lernwelt\Dataview
 *
 * @var Lernwelt\Dataview\Blocks\MapView $view The map.
 */

declare( strict_types=1 );

?>
<section class="lw-dv__map" id="<?php echo esc_attr( $view->id ); ?>" aria-label="<?php echo esc_attr( $view->label ); ?>">
	<a class="lw-skip lw-dv__skip" id="<?php echo esc_attr( $view->id ); ?>-skip" href="#<?php echo esc_attr( $view->results ); ?>"><?php esc_html_e( 'Skip the map, go to the list', 'lernwelt-dataview' ); ?></a>
	<div class="lw-map" id="<?php echo esc_attr( $view->id ); ?>-place" data-lw-map></div>
	<p class="lw-dv__credit"><?php echo esc_html( $view->credit ); ?></p>
</section>
