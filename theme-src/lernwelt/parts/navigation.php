<?php
/**
 * Main navigation: a row on wide screens, a sheet behind the menu button on narrow ones. Works without scripts.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

$lernwelt_nodes   = lernwelt_theme()->menus->tree( 'main' );
$lernwelt_service = lernwelt_theme()->menus->tree( 'service' );
?>
<nav class="lw-nav" id="navigation" popover aria-label="<?php esc_attr_e( 'Main navigation', 'lernwelt' ); ?>">
	<button class="lw-button lw-button--outline lw-nav__close" type="button" popovertarget="navigation" popovertargetaction="hide"><?php esc_html_e( 'Close', 'lernwelt' ); ?></button>
	<ul class="lw-nav__list">
		<?php foreach ( $lernwelt_nodes as $lernwelt_node ) : ?>
			<?php if ( [] === $lernwelt_node->children ) : ?>
		<li><a href="<?php echo esc_url( $lernwelt_node->url ); ?>"<?php echo '' === $lernwelt_node->aria_current() ? '' : ' aria-current="' . esc_attr( $lernwelt_node->aria_current() ) . '"'; ?>><?php echo esc_html( $lernwelt_node->title ); ?></a></li>
			<?php else : ?>
		<li>
			<details class="lw-flyout" name="lw-flyout">
				<summary<?php echo $lernwelt_node->is_active() ? ' class="is-active"' : ''; ?>><?php echo esc_html( $lernwelt_node->title ); ?></summary>
				<ul class="lw-flyout__panel">
					<?php if ( '' !== $lernwelt_node->url && $lernwelt_node->url !== $lernwelt_node->children[0]->url ) : ?>
					<li><a href="<?php echo esc_url( $lernwelt_node->url ); ?>"<?php echo $lernwelt_node->is_current ? ' aria-current="page"' : ''; ?>><?php echo esc_html( sprintf( /* translators: %s: title of a menu entry */ __( '%s: overview', 'lernwelt' ), $lernwelt_node->title ) ); ?></a></li>
					<?php endif; ?>
					<?php foreach ( $lernwelt_node->children as $lernwelt_child ) : ?>
					<li><a href="<?php echo esc_url( $lernwelt_child->url ); ?>"<?php echo '' === $lernwelt_child->aria_current() ? '' : ' aria-current="' . esc_attr( $lernwelt_child->aria_current() ) . '"'; ?>><?php echo esc_html( $lernwelt_child->title ); ?></a></li>
					<?php endforeach; ?>
				</ul>
			</details>
		</li>
			<?php endif; ?>
		<?php endforeach; ?>
	</ul>
	<div class="lw-nav__more">
		<?php get_template_part( 'parts/search-form', null, [ 'id' => 'suche-menue' ] ); ?>
		<?php get_template_part( 'parts/links', null, [ 'nodes' => $lernwelt_service ] ); ?>
	</div>
</nav>
