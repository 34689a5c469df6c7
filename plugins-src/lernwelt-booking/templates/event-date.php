<?php
/**
 * Prints one date.
 *
 * @package Lernwelt\Booking
 *
 * @var Lernwelt\Booking\Blocks\DateView $view What to print.
 */

declare( strict_types=1 );

?>
<div class="lw-slot__facts">
	<h3 class="lw-slot__when"><?php echo esc_html( $view->when ); ?></h3>
	<?php if ( '' !== $view->place ) : ?>
	<p><?php echo esc_html( $view->place ); ?></p>
	<?php endif; ?>
	<?php if ( $view->online ) : ?>
	<p><?php esc_html_e( 'Online: you get the link with the confirmation.', 'lernwelt-booking' ); ?></p>
	<?php endif; ?>
	<p class="lw-slot__seats" data-lw-seats="<?php echo (int) $view->id; ?>"><?php echo esc_html( $view->seats->sentence ); ?></p>
	<?php foreach ( $view->audience as $lernwelt_line ) : ?>
	<p class="lw-slot__small"><?php echo esc_html( $lernwelt_line ); ?></p>
	<?php endforeach; ?>
	<?php if ( '' !== $view->book_until ) : ?>
	<p class="lw-slot__small"<?php echo $view->only( 'open' ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped there. ?>><?php echo esc_html( sprintf( /* translators: %s: moment. */ __( 'Book until %s', 'lernwelt-booking' ), $view->book_until ) ); ?></p>
	<?php endif; ?>
	<?php if ( '' !== $view->cancel_until ) : ?>
	<p class="lw-slot__small"<?php echo $view->only( 'open' ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped there. ?>><?php echo esc_html( sprintf( /* translators: %s: moment. */ __( 'Cancel until %s', 'lernwelt-booking' ), $view->cancel_until ) ); ?></p>
	<?php endif; ?>
	<?php if ( '' !== $view->calendar_url ) : ?>
	<p class="lw-slot__small"><a href="<?php echo esc_url( $view->calendar_url ); ?>" download><?php esc_html_e( 'Put into my calendar', 'lernwelt-booking' ); ?></a></p>
	<?php endif; ?>
	<?php if ( $view->prints( 'full' ) && null === $view->booking ) : ?>
	<p class="lw-slot__notice"<?php echo $view->only( 'full' ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped there. ?>><?php esc_html_e( 'There is no waiting list. Seats that are given back can be booked here at once.', 'lernwelt-booking' ); ?></p>
	<?php endif; ?>
	<?php if ( null !== $view->booking ) : ?>
	<p class="lw-slot__notice lw-slot__notice--own"><?php echo esc_html( sprintf( /* translators: %s: number of the booking. */ __( 'You have booked this date: %s', 'lernwelt-booking' ), $view->booking->number ) ); ?></p>
	<?php endif; ?>
	<?php if ( '' !== $view->notice ) : ?>
	<p class="lw-slot__notice"><?php echo esc_html( $view->notice ); ?></p>
	<?php endif; ?>
</div>
<?php if ( '' !== $view->book_url ) : ?>
<p class="lw-slot__action"><a class="lw-button" href="<?php echo esc_url( $view->book_url ); ?>" rel="nofollow"><?php echo esc_html( null === $view->booking ? __( 'Book', 'lernwelt-booking' ) : __( 'Book for a colleague', 'lernwelt-booking' ) ); ?><span class="screen-reader-text">: <?php echo esc_html( $view->when ); ?></span></a></p>
<?php elseif ( '' !== $view->login_url ) : ?>
<p class="lw-slot__action"<?php echo $view->only( 'open' ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped there. ?>><a class="lw-button" href="<?php echo esc_url( $view->login_url ); ?>" rel="nofollow"><?php esc_html_e( 'Log in with the Bildungsserver and book', 'lernwelt-booking' ); ?><span class="screen-reader-text">: <?php echo esc_html( $view->when ); ?></span></a></p>
<?php endif; ?>
