<?php
/**
 * Pages of a data view.
 *
 * @package Lernwelt\Dataview
 *
 * @var Lernwelt\Dataview\Blocks\DataView $view The data view.
 */

declare( strict_types=1 );

?>
<?php /* translators: %s: name of what is shown, e.g. "Places". */ ?>
<nav class="lw-dv__pages lw-pagination" id="<?php echo esc_attr( $view->id ); ?>-pages" aria-label="<?php echo esc_attr( sprintf( __( 'Pages: %s', 'lernwelt-dataview' ), $view->label ) ); ?>">
	<div class="nav-links">
		<?php foreach ( $view->pages as $lernwelt_link ) : ?>
			<?php if ( '' === $lernwelt_link->label ) : ?>
				<span class="page-numbers dots" id="<?php echo esc_attr( $lernwelt_link->id ); ?>" aria-hidden="true">…</span>
			<?php else : ?>
				<a class="page-numbers<?php echo $lernwelt_link->current ? ' current' : ''; ?>" id="<?php echo esc_attr( $lernwelt_link->id ); ?>" href="<?php echo esc_url( $lernwelt_link->url ); ?>" aria-label="<?php echo esc_attr( $lernwelt_link->spoken ); ?>"<?php echo $lernwelt_link->current ? ' aria-current="page"' : ''; ?>><?php echo esc_html( $lernwelt_link->label ); ?></a>
			<?php endif; ?>
		<?php endforeach; ?>
	</div>
</nav>
