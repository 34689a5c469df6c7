<?php
/**
 * The bar above the logo: sister portals, plain language, sign language, contact, login.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

$lernwelt_user = wp_get_current_user();
?>
<div class="lw-service">
	<div class="container-xxl lw-service__row">
		<details class="lw-flyout lw-family" name="lw-flyout">
			<summary>
				<span class="lw-dots" aria-hidden="true"><?php foreach ( lernwelt_theme()->portals->all() as $lernwelt_portal ) : ?><i<?php echo $lernwelt_portal->is_current ? ' class="is-current"' : ''; ?>></i><?php endforeach; ?></span>
				<span><?php esc_html_e( 'Portals', 'lernwelt' ); ?><span class="lw-family__more"> <?php esc_html_e( 'of Lernwelt LSA', 'lernwelt' ); ?></span></span>
			</summary>
			<nav class="lw-flyout__panel" aria-label="<?php esc_attr_e( 'Portals of Lernwelt LSA', 'lernwelt' ); ?>">
				<?php get_template_part( 'parts/portals' ); ?>
			</nav>
		</details>
		<?php $lernwelt_links = lernwelt_theme()->menus->tree( 'service' ); ?>
		<?php if ( [] !== $lernwelt_links ) : ?>
		<nav class="lw-service__links" aria-label="<?php esc_attr_e( 'Service', 'lernwelt' ); ?>">
			<?php get_template_part( 'parts/links', null, [ 'nodes' => $lernwelt_links ] ); ?>
		</nav>
		<?php endif; ?>
		<?php if ( $lernwelt_user->exists() ) : ?>
		<details class="lw-flyout lw-account" name="lw-flyout">
			<summary class="lw-service__login"><?php echo esc_html( $lernwelt_user->display_name ); ?></summary>
			<ul class="lw-flyout__panel">
				<li><a href="<?php echo esc_url( admin_url() ); ?>"><?php esc_html_e( 'My area', 'lernwelt' ); ?></a></li>
				<li><a href="<?php echo esc_url( wp_logout_url( home_url( '/' ) ) ); ?>"><?php esc_html_e( 'Log out', 'lernwelt' ); ?></a></li>
			</ul>
		</details>
		<?php else : ?>
		<a class="lw-service__login" href="<?php echo esc_url( wp_login_url() ); ?>"><?php esc_html_e( 'Log in', 'lernwelt' ); ?></a>
		<?php endif; ?>
	</div>
</div>
