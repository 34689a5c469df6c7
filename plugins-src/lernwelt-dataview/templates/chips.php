<?php
/**
 * Chosen values of a data view, each with a link that removes it.
 *
 * @package Lernwelt\Dataview
 *
 * @var Lernwelt\Dataview\Blocks\DataView $view The data view.
 */

declare( strict_types=1 );

?>
<ul class="lw-dv__chips" id="<?php echo esc_attr( $view->id ); ?>-chips" aria-label="<?php esc_attr_e( 'Chosen filters', 'lernwelt-dataview' ); ?>">
	<?php foreach ( $view->chips as $lernwelt_link ) : ?>
		<li id="<?php echo esc_attr( $lernwelt_link->id ); ?>"><a class="lw-dv__chip" href="<?php echo esc_url( $lernwelt_link->url ); ?>" rel="nofollow"><span aria-hidden="true"><?php echo esc_html( $lernwelt_link->label ); ?> ✕</span><span class="screen-reader-text"><?php echo esc_html( $lernwelt_link->spoken ); ?></span></a></li>
	<?php endforeach; ?>
	<?php if ( null !== $view->clear ) : ?>
		<li id="<?php echo esc_attr( $view->clear->id ); ?>"><a class="lw-dv__clear" href="<?php echo esc_url( $view->clear->url ); ?>"><?php echo esc_html( $view->clear->label ); ?></a></li>
	<?php endif; ?>
</ul>
