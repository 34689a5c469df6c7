<?php
/**
 * The bar above the logo: sister portals, plain language, sign language, contact, login.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

/**
 * Filters what the service bar offers to log in and out; `pupil` names somebody who is logged in without an account.
 *
 * @param array{login_url: string, login: string, logout_url: string, pupil: string} $account Addresses and words.
 */
$lernwelt_account = apply_filters(
	'lernwelt_account',
	[
		'login_url'  => wp_login_url(),
		'login'      => __( 'Log in', 'lernwelt' ),
		'logout_url' => wp_logout_url( home_url( '/' ) ),
		'pupil'      => '',
	]
);
$lernwelt_user   = wp_get_current_user();
/**
 * Filters the pages of the portal's plugins that somebody who is logged in finds below their name.
 *
 * @param array<string, string> $places Address → words.
 */
$lernwelt_places = apply_filters( 'lernwelt_account_links', [] );
$lernwelt_name   = $lernwelt_user->exists() ? $lernwelt_user->display_name : $lernwelt_account['pupil'];
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
		<?php if ( '' !== $lernwelt_name ) : ?>
		<details class="lw-flyout lw-account" name="lw-flyout">
			<summary class="lw-service__login"><span class="lw-account__name"><?php echo esc_html( $lernwelt_name ); ?></span></summary>
			<ul class="lw-flyout__panel">
				<?php // The button, whose text may be cut for the eyes, has said it to everybody else. ?>
				<li class="lw-account__full" aria-hidden="true"><?php echo esc_html( $lernwelt_name ); ?></li>
				<?php if ( current_user_can( 'edit_posts' ) ) : ?>
				<li><a href="<?php echo esc_url( admin_url() ); ?>"><?php esc_html_e( 'My area', 'lernwelt' ); ?></a></li>
				<?php endif; ?>
				<?php foreach ( $lernwelt_places as $lernwelt_url => $lernwelt_words ) : ?>
				<li><a href="<?php echo esc_url( $lernwelt_url ); ?>"><?php echo esc_html( $lernwelt_words ); ?></a></li>
				<?php endforeach; ?>
				<li>
					<form method="post" action="<?php echo esc_url( $lernwelt_account['logout_url'] ); ?>">
						<button class="lw-account__logout" type="submit"><?php esc_html_e( 'Log out', 'lernwelt' ); ?></button>
					</form>
				</li>
			</ul>
		</details>
		<?php else : ?>
		<a class="lw-service__login" href="<?php echo esc_url( $lernwelt_account['login_url'] ); ?>" rel="nofollow" data-lw-login><span class="lw-service__short"><?php esc_html_e( 'Log in', 'lernwelt' ); ?></span><span class="lw-service__long"><?php echo esc_html( $lernwelt_account['login'] ); ?></span></a>
		<?php endif; ?>
	</div>
</div>
