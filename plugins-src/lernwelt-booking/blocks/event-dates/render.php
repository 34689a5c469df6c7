<?php
/**
 * Prints the dates of an event, and the form of one of them.
 *
 * @package Lernwelt\Booking
 *
 * @var Lernwelt\Booking\Blocks\EventDatesView $view What to print.
 */

declare( strict_types=1 );

use Lernwelt\Booking\Blocks\BookingPage;

?>
<section class="lw-slots" aria-labelledby="termine"<?php echo '' === $view->seats_url ? '' : ' data-lw-seats-url="' . esc_url( $view->seats_url ) . '"'; ?>>
	<h2 id="termine"><?php esc_html_e( 'Dates', 'lernwelt-booking' ); ?></h2>
	<?php if ( null !== $view->booked ) : ?>
	<div class="lw-form-sent lw-booked" id="<?php echo esc_attr( BookingPage::STATUS_ID ); ?>" role="group" aria-labelledby="lw-gebucht" tabindex="-1">
		<h3 id="lw-gebucht"><?php esc_html_e( 'Booked', 'lernwelt-booking' ); ?></h3>
		<?php if ( null !== $view->booked_date ) : ?>
		<p><?php echo esc_html( sprintf( /* translators: 1: name, 2: when. */ __( 'A seat is reserved for %1$s: %2$s.', 'lernwelt-booking' ), $view->booked->person->name, $view->booked_date->when ) ); ?></p>
		<?php endif; ?>
		<p><?php echo esc_html( sprintf( /* translators: 1: number of the booking, 2: e-mail address. */ __( 'Booking number: %1$s. A confirmation with an entry for the calendar is on its way to %2$s.', 'lernwelt-booking' ), $view->booked->number, $view->mail_to ) ); ?></p>
		<ul>
			<li><a href="<?php echo esc_url( $view->mine ); ?>"><?php esc_html_e( 'See or cancel my bookings', 'lernwelt-booking' ); ?></a></li>
			<li><a href="<?php echo esc_url( $view->all ); ?>"><?php esc_html_e( 'Find more events', 'lernwelt-booking' ); ?></a></li>
		</ul>
	</div>
	<?php endif; ?>
	<?php if ( [] === $view->dates ) : ?>
	<p><?php echo esc_html( [] === $view->past ? __( 'There are no dates yet.', 'lernwelt-booking' ) : __( 'All dates of this event are over.', 'lernwelt-booking' ) ); ?></p>
	<?php endif; ?>
	<?php if ( [] !== $view->dates ) : ?>
	<ul class="lw-slots__list">
		<?php foreach ( $view->dates as $lernwelt_date ) : ?>
		<li class="lw-slot<?php echo $lernwelt_date->seats->bookable ? '' : ' lw-slot--closed'; ?>" id="termin-<?php echo (int) $lernwelt_date->id; ?>">
			<?php
			// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped there.
			echo $lernwelt_date->html();
			?>
			<?php if ( null !== $lernwelt_date->form ) : ?>
			<div class="lw-slot__form"<?php echo null === $view->booked ? ' id="' . esc_attr( BookingPage::STATUS_ID ) . '" tabindex="-1"' : ''; ?>>
				<?php
				// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped there.
				echo $lernwelt_date->form->html();
				?>
			</div>
			<?php endif; ?>
		</li>
		<?php endforeach; ?>
	</ul>
	<?php endif; ?>
	<?php if ( [] !== $view->others ) : ?>
	<div class="lw-slots__others">
		<h3><?php esc_html_e( 'You can book these instead', 'lernwelt-booking' ); ?></h3>
		<ul>
			<?php foreach ( $view->others as $lernwelt_other ) : ?>
			<li><a href="<?php echo esc_url( $lernwelt_other['url'] ); ?>"><?php echo esc_html( $lernwelt_other['title'] ); ?></a><br><?php echo esc_html( $lernwelt_other['when'] ); ?></li>
			<?php endforeach; ?>
		</ul>
	</div>
	<?php endif; ?>
	<?php if ( [] !== $view->past ) : ?>
	<details class="lw-slots__past">
		<summary><?php echo esc_html( sprintf( /* translators: %d: number of dates. */ _n( '%d past date', '%d past dates', count( $view->past ), 'lernwelt-booking' ), count( $view->past ) ) ); ?></summary>
		<ul>
			<?php foreach ( $view->past as $lernwelt_when ) : ?>
			<li><?php echo esc_html( $lernwelt_when ); ?></li>
			<?php endforeach; ?>
		</ul>
	</details>
	<?php endif; ?>
</section>
<section class="lw-event-facts" aria-labelledby="ueberblick">
	<h2 id="ueberblick"><?php esc_html_e( 'At a glance', 'lernwelt-booking' ); ?></h2>
	<dl>
		<?php foreach ( $view->facts->facts as $lernwelt_label => $lernwelt_words ) : ?>
		<div><dt><?php echo esc_html( $lernwelt_label ); ?></dt><dd><?php echo esc_html( $lernwelt_words ); ?></dd></div>
		<?php endforeach; ?>
		<?php if ( $view->facts->has_contact() ) : ?>
		<div>
			<dt><?php esc_html_e( 'Contact', 'lernwelt-booking' ); ?></dt>
			<?php if ( '' !== $view->facts->details->contact_name ) : ?>
			<dd><?php echo esc_html( $view->facts->details->contact_name ); ?></dd>
			<?php endif; ?>
			<?php if ( '' !== $view->facts->details->contact_email ) : ?>
			<dd><a href="<?php echo esc_url( 'mailto:' . $view->facts->details->contact_email ); ?>"><?php echo esc_html( $view->facts->details->contact_email ); ?></a></dd>
			<?php endif; ?>
			<?php if ( '' !== $view->facts->details->contact_phone ) : ?>
			<dd><a href="<?php echo esc_url( 'tel:' . preg_replace( '/[^0-9+]/', '', $view->facts->details->contact_phone ), [ 'tel' ] ); ?>"><?php echo esc_html( $view->facts->details->contact_phone ); ?></a></dd>
			<?php endif; ?>
		</div>
		<?php endif; ?>
	</dl>
	<?php if ( [] !== $view->facts->details->materials ) : ?>
	<h3><?php esc_html_e( 'Materials', 'lernwelt-booking' ); ?></h3>
	<ul>
		<?php foreach ( $view->facts->details->materials as $lernwelt_material ) : ?>
		<li><a href="<?php echo esc_url( $lernwelt_material['url'] ); ?>"><?php echo esc_html( $lernwelt_material['title'] ); ?></a></li>
		<?php endforeach; ?>
	</ul>
	<?php endif; ?>
</section>
