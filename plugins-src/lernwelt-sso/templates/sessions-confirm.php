<?php
/**
 * The question before sessions end.
 *
 * @package Lernwelt\Sso
 *
 * @var Lernwelt\Sso\Admin\SessionsView          $view    Addresses and words.
 * @var Lernwelt\Sso\Domain\Session\EndTarget    $target  What is to end.
 * @var list<string>                             $confirm Question and consequence.
 */

declare( strict_types=1 );

use Lernwelt\Sso\Admin\SessionsScreen;

?>
<div class="wrap">
	<h1><?php echo esc_html( $confirm[0] ?? '' ); ?></h1>
	<p><?php echo esc_html( $confirm[1] ?? '' ); ?></p>
	<form method="post" action="<?php echo esc_url( admin_url( 'admin-post.php' ) ); ?>">
		<input type="hidden" name="action" value="<?php echo esc_attr( SessionsScreen::ACTION ); ?>">
		<input type="hidden" name="portal" value="<?php echo esc_attr( (string) $view->portal ); ?>">
		<input type="hidden" name="target" value="<?php echo esc_attr( $target->text() ); ?>">
		<?php wp_nonce_field( SessionsScreen::nonce( $view->portal, $target ) ); ?>
		<p>
			<button type="submit" class="button button-primary"><?php esc_html_e( 'Yes, end', 'lernwelt-sso' ); ?></button>
			<a class="button" href="<?php echo esc_url( $view->url ); ?>"><?php esc_html_e( 'No, back to the list', 'lernwelt-sso' ); ?></a>
		</p>
	</form>
</div>
