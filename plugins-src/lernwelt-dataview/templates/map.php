<?php
/**
 * The map's place: hidden until a script draws it, the list below shows the same.
 *
 * @package Lernwelt\Dataview
 *
 * @var Lernwelt\Dataview\Blocks\MapView $view The map.
 */

declare( strict_types=1 );

?>
<div class="lw-dv__map" id="<?php echo esc_attr( $view->id ); ?>" data-lw-map data-label="<?php echo esc_attr( $view->label ); ?>" data-points="<?php echo esc_url( $view->points ); ?>" data-records="<?php echo esc_url( $view->records ); ?>" data-results="<?php echo esc_attr( $view->results ); ?>" hidden></div>
