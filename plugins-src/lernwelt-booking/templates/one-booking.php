<?php
/**
 * Prints one booking for whoever has its link.
 *
 * @package Lernwelt\Booking
 *
 * @var Lernwelt\Booking\Web\OneBookingView $view What to print.
 */

declare( strict_types=1 );

?>
<div class="lw-bookings">
<?php if ( '' !== $view->problem ) : ?>
<div class="lw-error-summary" role="alert">
	<p><?php echo esc_html( $view->problem ); ?></p>
</div>
<?php endif; ?>
<h2><?php esc_html_e( 'Your booking', 'lernwelt-booking' ); ?></h2>
<?php echo $view->booking->html(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped there. ?>
<?php if ( '' !== $view->booking->calendar_url ) : ?>
<p><a href="<?php echo esc_url( $view->booking->calendar_url ); ?>" download><?php esc_html_e( 'Put into my calendar', 'lernwelt-booking' ); ?></a></p>
<?php endif; ?>
<?php if ( '' !== $view->booking->url ) : ?>
<p><a href="<?php echo esc_url( $view->booking->url ); ?>"><?php esc_html_e( 'Page of the event', 'lernwelt-booking' ); ?></a></p>
<?php endif; ?>
<?php if ( '' !== $view->booking->cancel_until ) : ?>
<h2><?php esc_html_e( 'You cannot come?', 'lernwelt-booking' ); ?></h2>
<form class="lw-form" method="post" action="<?php echo esc_url( $view->action ); ?>">
	<p><?php esc_html_e( 'If you cancel, your seat is given to others at once. You get a confirmation by e-mail.', 'lernwelt-booking' ); ?></p>
	<button class="lw-button" type="submit"><?php esc_html_e( 'Cancel the booking', 'lernwelt-booking' ); ?></button>
</form>
<?php endif; ?>
</div>
