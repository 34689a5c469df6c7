<?php
/**
 * Prints the portal's contact details.
 *
 * @package Lernwelt\Portal
 *
 * @var Lernwelt\Portal\Blocks\ContactDetailsView $view What to print.
 */

declare( strict_types=1 );

if ( $view->is_empty() ) {
	return;
}
?>
<address class="lw-contact-details">
	<?php if ( [] !== $view->lines ) : ?>
		<p class="lw-contact-details__address">
			<?php foreach ( $view->lines as $number => $line ) : ?>
				<?php echo 0 < $number ? '<br>' : ''; ?>
				<?php echo esc_html( $line ); ?>
			<?php endforeach; ?>
		</p>
	<?php endif; ?>
	<?php if ( '' !== $view->phone || '' !== $view->email ) : ?>
		<p class="lw-contact-details__reach">
			<?php if ( '' !== $view->phone ) : ?>
				<span class="lw-contact-details__label"><?php esc_html_e( 'Telephone:', 'lernwelt-portal' ); ?></span>
				<a href="<?php echo esc_url( $view->phone_uri, [ 'tel' ] ); ?>"><?php echo esc_html( $view->phone ); ?></a>
			<?php endif; ?>
			<?php if ( '' !== $view->email ) : ?>
				<?php echo '' !== $view->phone ? '<br>' : ''; ?>
				<span class="lw-contact-details__label"><?php esc_html_e( 'E-mail:', 'lernwelt-portal' ); ?></span>
				<a href="<?php echo esc_url( 'mailto:' . $view->email, [ 'mailto' ] ); ?>"><?php echo esc_html( $view->email ); ?></a>
			<?php endif; ?>
		</p>
	<?php endif; ?>
</address>
