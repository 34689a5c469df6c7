<?php
/**
 * An error page.
 *
 * @package Lernwelt\Security
 *
 * @var Lernwelt\Security\Errors\ErrorPageView $view What to print.
 */

declare( strict_types=1 );

$portal = get_bloginfo( 'name' );
?>
<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title><?php echo esc_html( $view->heading . ' · ' . $portal ); ?></title>
<style>
body { max-width: 40rem; margin: 0 auto; padding: 3rem 1rem; color: #1f3247; background: #fff; font: 1.125rem/1.6 system-ui, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.25; }
a { color: #1f3247; }
:focus-visible { outline: 3px solid #1f3247; outline-offset: 2px; }
code { font-size: 1.25rem; font-weight: 700; }
</style>
</head>
<body>
<main>
	<h1><?php echo esc_html( $view->heading ); ?></h1>
	<div><?php echo str_starts_with( ltrim( $view->text ), '<' ) ? $view->text : '<p>' . $view->text . '</p>'; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- WordPress's own texts contain links and forms; whoever calls wp_die() escapes. ?></div>
	<?php if ( '' !== $view->reference ) : ?>
		<p><?php esc_html_e( 'If it happens again, tell us this reference:', 'lernwelt-security' ); ?> <code><?php echo esc_html( $view->reference ); ?></code></p>
	<?php endif; ?>
	<?php if ( null !== $view->link ) : ?>
		<p><a href="<?php echo esc_url( $view->link[0] ); ?>"><?php echo esc_html( $view->link[1] ); ?></a></p>
	<?php endif; ?>
	<?php if ( '' !== $view->back ) : ?>
		<p><a href="<?php echo esc_url( $view->back ); ?>"><?php esc_html_e( 'Back to the page before', 'lernwelt-security' ); ?></a></p>
	<?php endif; ?>
	<p><a href="<?php echo esc_url( home_url( '/' ) ); ?>"><?php echo esc_html( $portal ); ?></a></p>
</main>
</body>
</html>
