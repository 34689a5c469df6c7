<?php
/**
 * Everything above the content: service bar, logo, main navigation, search.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

use Lernwelt\Theme\Head;

$lernwelt_logo = lernwelt_theme()->logo;
?>
<!doctype html>
<html <?php language_attributes(); ?>>
<head>
<meta charset="<?php bloginfo( 'charset' ); ?>">
<meta name="viewport" content="width=device-width, initial-scale=1">
<?php wp_head(); ?>
</head>
<body class="<?php echo esc_attr( Head::body_classes() ); ?>">
<?php wp_body_open(); ?>
<header class="lw-header">
	<a class="lw-skip" href="#inhalt"><?php esc_html_e( 'Skip to content', 'lernwelt' ); ?></a>
	<a class="lw-skip" href="#fuss"><?php esc_html_e( 'Skip to footer', 'lernwelt' ); ?></a>
	<?php get_template_part( 'parts/service-bar' ); ?>
	<div class="lw-head">
		<div class="container-xxl lw-head__row">
			<a class="lw-logo" href="<?php echo esc_url( home_url( '/' ) ); ?>" rel="home"<?php echo is_front_page() ? ' aria-current="page"' : ''; ?>>
				<?php echo $lernwelt_logo->html(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped there. ?>
			</a>
			<?php get_template_part( 'parts/navigation' ); ?>
			<details class="lw-flyout lw-head__search" name="lw-flyout">
				<summary><?php get_template_part( 'parts/icon', null, [ 'name' => 'search' ] ); ?><span class="visually-hidden"><?php esc_html_e( 'Search', 'lernwelt' ); ?></span></summary>
				<div class="lw-flyout__panel">
					<?php get_template_part( 'parts/search-form', null, [ 'id' => 'suche-kopf' ] ); ?>
				</div>
			</details>
			<button class="lw-button lw-button--outline lw-head__menu" type="button" popovertarget="navigation"><?php esc_html_e( 'Menu', 'lernwelt' ); ?></button>
		</div>
	</div>
</header>
<main id="inhalt" class="lw-main" tabindex="-1">
