<?php
/**
 * The login page below its heading.
 *
 * @package Lernwelt\Sso
 *
 * @var Lernwelt\Sso\Web\LoginPageView $view What to print.
 */

declare( strict_types=1 );

$trouble = $view->trouble();
?>
<?php if ( '' !== $trouble ) : ?>
	<div class="lw-error-summary" role="alert">
		<p><?php echo esc_html( $trouble ); ?></p>
	</div>
<?php endif; ?>
<?php if ( $view->configured ) : ?>
	<p><a class="lw-button lw-login__button" href="<?php echo esc_url( $view->start_url ); ?>" rel="nofollow"><?php esc_html_e( 'Log in with the Bildungsserver', 'lernwelt-sso' ); ?></a></p>
	<p><?php esc_html_e( 'You are taken to the Bildungsserver, log in there, and come back to the page you came from.', 'lernwelt-sso' ); ?></p>
<?php endif; ?>
<h2><?php esc_html_e( 'Pupils', 'lernwelt-sso' ); ?></h2>
<p><?php esc_html_e( 'Use the same button. We only learn that you are a pupil: no name, no address and no account is kept here.', 'lernwelt-sso' ); ?></p>
<h2><?php esc_html_e( 'No account of the Bildungsserver?', 'lernwelt-sso' ); ?></h2>
<p>
	<?php esc_html_e( 'Schools apply for accounts at the Bildungsserver. Partners who were invited by us have a local account:', 'lernwelt-sso' ); ?>
	<a href="<?php echo esc_url( $view->local_url ); ?>" rel="nofollow"><?php esc_html_e( 'log in with a local account', 'lernwelt-sso' ); ?></a>
</p>
