<?php
/**
 * Prints the facts of a booking.
 *
 * @package Lernwelt\Booking
 *
 * @var Lernwelt\Booking\Web\BookingView $view What to print.
 */

declare( strict_types=1 );

?>
<dl class="lw-form__facts">
	<div><dt><?php esc_html_e( 'State', 'lernwelt-booking' ); ?></dt><dd><strong><?php echo esc_html( $view->state_words() ); ?></strong></dd></div>
	<div><dt><?php esc_html_e( 'When', 'lernwelt-booking' ); ?></dt><dd><?php echo esc_html( $view->when ); ?></dd></div>
	<?php if ( '' !== $view->place ) : ?>
	<div><dt><?php esc_html_e( 'Where', 'lernwelt-booking' ); ?></dt><dd><?php echo esc_html( $view->place ); ?></dd></div>
	<?php endif; ?>
	<?php if ( '' !== $view->link ) : ?>
	<div><dt><?php esc_html_e( 'Video conference', 'lernwelt-booking' ); ?></dt><dd><a href="<?php echo esc_url( $view->link ); ?>" rel="noreferrer"><?php echo esc_html( $view->link ); ?></a></dd></div>
	<?php endif; ?>
	<div><dt><?php esc_html_e( 'Booked for', 'lernwelt-booking' ); ?></dt><dd><?php echo esc_html( $view->name ); ?></dd></div>
	<div><dt><?php esc_html_e( 'Booking number', 'lernwelt-booking' ); ?></dt><dd><?php echo esc_html( $view->number ); ?></dd></div>
	<?php foreach ( $view->answers as $lernwelt_question => $lernwelt_answer ) : ?>
	<div><dt><?php echo esc_html( $lernwelt_question ); ?></dt><dd><?php echo esc_html( $lernwelt_answer ); ?></dd></div>
	<?php endforeach; ?>
	<?php if ( '' !== $view->cancel_until ) : ?>
	<div><dt><?php esc_html_e( 'Can be cancelled until', 'lernwelt-booking' ); ?></dt><dd><?php echo esc_html( $view->cancel_until ); ?></dd></div>
	<?php endif; ?>
</dl>
<?php if ( '' !== $view->notice ) : ?>
<p><?php echo esc_html( $view->notice ); ?><?php if ( '' !== $view->contact ) : ?> <a href="<?php echo esc_url( "mailto:$view->contact" ); ?>"><?php echo esc_html( $view->contact ); ?></a><?php endif; ?></p>
<?php endif; ?>
