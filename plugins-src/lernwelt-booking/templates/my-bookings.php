<?php
/**
 * Prints own bookings.
 *
 * @package Lernwelt\Booking
 *
 * @var Lernwelt\Booking\Web\MyBookingsView $view What to print.
 */

declare( strict_types=1 );

use Lernwelt\Booking\Content\BookingLinks;
use Lernwelt\Booking\Web\MyBookingsPage;

?>
<div class="lw-bookings">
<?php if ( '' !== $view->cancelled ) : ?>
<div class="lw-form-sent" role="status">
	<p><?php echo esc_html( sprintf( /* translators: %s: number of the booking. */ __( 'Booking %s is cancelled. The seat is free for others, and a confirmation is on its way by e-mail.', 'lernwelt-booking' ), $view->cancelled ) ); ?></p>
</div>
<?php endif; ?>
<?php if ( '' !== $view->problem ) : ?>
<div class="lw-error-summary" role="alert">
	<p><?php echo esc_html( $view->problem ); ?></p>
</div>
<?php endif; ?>

<h2><?php esc_html_e( 'Upcoming dates', 'lernwelt-booking' ); ?></h2>
<?php if ( [] === $view->coming ) : ?>
<p><?php esc_html_e( 'You have booked nothing at the moment.', 'lernwelt-booking' ); ?> <a href="<?php echo esc_url( $view->events_url ); ?>"><?php esc_html_e( 'Find events', 'lernwelt-booking' ); ?></a></p>
<?php else : ?>
<ul class="lw-bookings__list">
	<?php foreach ( $view->coming as $lernwelt_booking ) : ?>
	<li class="lw-booking" id="<?php echo esc_attr( "buchung-$lernwelt_booking->number" ); ?>">
		<h3><?php if ( '' !== $lernwelt_booking->url ) : ?><a href="<?php echo esc_url( $lernwelt_booking->url ); ?>"><?php echo esc_html( $lernwelt_booking->title ); ?></a><?php else : ?><?php echo esc_html( $lernwelt_booking->title ); ?><?php endif; ?></h3>
		<?php echo $lernwelt_booking->html(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped there. ?>
		<?php if ( $view->question === $lernwelt_booking->number && '' !== $lernwelt_booking->cancel_until ) : ?>
		<form class="lw-form lw-booking__question" method="post" action="<?php echo esc_url( BookingLinks::mine() ); ?>">
			<p><strong><?php esc_html_e( 'Do you really want to cancel this booking? Your seat is given to others at once.', 'lernwelt-booking' ); ?></strong></p>
			<input type="hidden" name="<?php echo esc_attr( MyBookingsPage::CANCEL ); ?>" value="<?php echo esc_attr( $lernwelt_booking->number ); ?>">
			<input type="hidden" name="<?php echo esc_attr( MyBookingsPage::NONCE ); ?>" value="<?php echo esc_attr( wp_create_nonce( MyBookingsPage::ACTION ) ); ?>">
			<p class="lw-bookings__actions">
				<button class="lw-button" type="submit"><?php esc_html_e( 'Yes, cancel', 'lernwelt-booking' ); ?></button>
				<a class="lw-button lw-button--outline" href="<?php echo esc_url( BookingLinks::mine() ); ?>"><?php esc_html_e( 'Keep the seat', 'lernwelt-booking' ); ?></a>
			</p>
		</form>
		<?php else : ?>
		<p class="lw-bookings__actions">
			<?php if ( '' !== $lernwelt_booking->calendar_url ) : ?>
			<a class="lw-button lw-button--outline" href="<?php echo esc_url( $lernwelt_booking->calendar_url ); ?>" download><?php esc_html_e( 'Put into my calendar', 'lernwelt-booking' ); ?><span class="screen-reader-text">: <?php echo esc_html( $lernwelt_booking->title ); ?></span></a>
			<?php endif; ?>
			<?php if ( '' !== $lernwelt_booking->cancel_until ) : ?>
			<a class="lw-button lw-button--outline" href="<?php echo esc_url( add_query_arg( MyBookingsPage::CANCEL, $lernwelt_booking->number, BookingLinks::mine() ) . "#buchung-$lernwelt_booking->number" ); ?>"><?php esc_html_e( 'Cancel the booking', 'lernwelt-booking' ); ?><span class="screen-reader-text">: <?php echo esc_html( $lernwelt_booking->title ); ?></span></a>
			<?php endif; ?>
		</p>
		<?php endif; ?>
	</li>
	<?php endforeach; ?>
</ul>
<?php endif; ?>

<?php if ( [] !== $view->others ) : ?>
<h2><?php esc_html_e( 'Past and cancelled', 'lernwelt-booking' ); ?></h2>
<ul class="lw-bookings__list">
	<?php foreach ( $view->others as $lernwelt_booking ) : ?>
	<li class="lw-booking">
		<h3><?php echo esc_html( $lernwelt_booking->title ); ?></h3>
		<p><?php echo esc_html( $lernwelt_booking->when ); ?><br><?php echo esc_html( $lernwelt_booking->state_words() ); ?>, <?php echo esc_html( $lernwelt_booking->number ); ?><?php if ( ! $lernwelt_booking->own ) : ?>, <?php echo esc_html( $lernwelt_booking->name ); ?><?php endif; ?></p>
	</li>
	<?php endforeach; ?>
</ul>
<?php endif; ?>
</div>
