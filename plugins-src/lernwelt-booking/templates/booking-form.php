<?php
/**
 * Prints the booking form.
 *
 * @package Lernwelt\Booking
 *
 * @var Lernwelt\Booking\Blocks\BookingFormView $view What to print.
 */

declare( strict_types=1 );

use Lernwelt\Booking\Blocks\Attempt;

$lernwelt_policy = get_privacy_policy_url();
?>
<form class="lw-form" method="post" action="<?php echo esc_url( $view->action ); ?>" novalidate>
	<h4><?php echo esc_html( $view->has_seat ? __( 'Book for a colleague', 'lernwelt-booking' ) : __( 'Book this date', 'lernwelt-booking' ) ); ?></h4>
	<?php if ( '' !== $view->problem || $view->has_errors ) : ?>
	<div class="lw-error-summary" role="alert">
		<p><strong><?php esc_html_e( 'Not booked yet', 'lernwelt-booking' ); ?></strong></p>
		<?php if ( '' !== $view->problem ) : ?>
		<p><?php echo esc_html( $view->problem ); ?></p>
		<?php endif; ?>
		<?php if ( $view->has_errors ) : ?>
		<ul>
			<?php foreach ( $view->questions as $lernwelt_question ) : ?>
				<?php if ( '' !== $lernwelt_question->error ) : ?>
			<li><a href="#<?php echo esc_attr( $lernwelt_question->id ); ?>"><?php echo esc_html( $lernwelt_question->question->label . ': ' . $lernwelt_question->error ); ?></a></li>
				<?php endif; ?>
			<?php endforeach; ?>
		</ul>
		<?php endif; ?>
	</div>
	<?php endif; ?>

	<?php if ( '' !== $view->person->name && ! $view->has_seat ) : ?>
	<div>
		<dl class="lw-form__facts">
			<div><dt><?php esc_html_e( 'Name', 'lernwelt-booking' ); ?></dt><dd><?php echo esc_html( $view->person->name ); ?></dd></div>
			<div><dt><?php esc_html_e( 'School', 'lernwelt-booking' ); ?></dt><dd><?php echo esc_html( '' === $view->school() ? __( 'none', 'lernwelt-booking' ) : $view->school() ); ?></dd></div>
			<div><dt><?php esc_html_e( 'E-mail', 'lernwelt-booking' ); ?></dt><dd><?php echo esc_html( $view->person->email ); ?></dd></div>
		</dl>
		<p class="lw-field__help"><?php esc_html_e( 'This comes from your login and is stored with the booking, so that the organisers know who comes.', 'lernwelt-booking' ); ?><?php if ( '' !== $lernwelt_policy ) : ?> <a href="<?php echo esc_url( $lernwelt_policy ); ?>"><?php esc_html_e( 'Privacy notice', 'lernwelt-booking' ); ?></a><?php endif; ?></p>
	</div>
	<?php endif; ?>

	<?php if ( [] !== $view->colleagues ) : ?>
	<div class="lw-field">
		<label class="lw-field__label" for="lw-fuer"><?php esc_html_e( 'Whom do you book for?', 'lernwelt-booking' ); ?></label>
		<p class="lw-field__help" id="lw-fuer-hilfe"><?php esc_html_e( 'Colleagues of your school who have logged in here before. They are told by e-mail.', 'lernwelt-booking' ); ?></p>
		<select class="lw-field__control" id="lw-fuer" name="<?php echo esc_attr( Attempt::COLLEAGUE ); ?>" aria-describedby="lw-fuer-hilfe">
			<?php if ( ! $view->has_seat ) : ?>
			<option value="0"><?php esc_html_e( 'For myself', 'lernwelt-booking' ); ?></option>
			<?php endif; ?>
			<?php foreach ( $view->colleagues as $lernwelt_person ) : ?>
			<option value="<?php echo (int) $lernwelt_person->user_id; ?>"<?php selected( $view->colleague, $lernwelt_person->user_id ); ?>><?php echo esc_html( $lernwelt_person->name ); ?></option>
			<?php endforeach; ?>
		</select>
	</div>
	<?php endif; ?>

	<?php foreach ( $view->questions as $lernwelt_question ) : ?>
		<?php
		$lernwelt_is_text   = 'text' === $lernwelt_question->control;
		$lernwelt_described = trim( ( $lernwelt_is_text ? "$lernwelt_question->id-hilfe" : '' ) . ( '' === $lernwelt_question->error ? '' : " $lernwelt_question->id-fehler" ) );
		$lernwelt_needed    = $lernwelt_question->question->required ? __( '(required)', 'lernwelt-booking' ) : __( '(optional)', 'lernwelt-booking' );
		?>
		<?php if ( $lernwelt_is_text ) : ?>
	<div class="lw-field">
		<label class="lw-field__label" for="<?php echo esc_attr( $lernwelt_question->id ); ?>"><?php echo esc_html( $lernwelt_question->question->label ); ?> <span class="lw-field__requirement"><?php echo esc_html( $lernwelt_needed ); ?></span></label>
		<p class="lw-field__help" id="<?php echo esc_attr( $lernwelt_question->id ); ?>-hilfe"><?php esc_html_e( 'Please write nothing about health or religion, and nothing about pupils.', 'lernwelt-booking' ); ?></p>
			<?php if ( '' !== $lernwelt_question->error ) : ?>
		<p class="lw-field__error" id="<?php echo esc_attr( $lernwelt_question->id ); ?>-fehler"><?php echo esc_html( $lernwelt_question->error ); ?></p>
			<?php endif; ?>
		<textarea class="lw-field__control" id="<?php echo esc_attr( $lernwelt_question->id ); ?>" name="<?php echo esc_attr( $lernwelt_question->name ); ?>" rows="3" aria-describedby="<?php echo esc_attr( $lernwelt_described ); ?>"<?php echo '' === $lernwelt_question->error ? '' : ' aria-invalid="true"'; ?><?php echo $lernwelt_question->question->required ? ' required' : ''; ?>>
<?php echo esc_textarea( $lernwelt_question->values[0] ?? '' ); ?></textarea>
	</div>
		<?php else : ?>
	<fieldset class="lw-field lw-choices" id="<?php echo esc_attr( $lernwelt_question->id ); ?>" tabindex="-1"<?php echo '' === $lernwelt_described ? '' : ' aria-describedby="' . esc_attr( $lernwelt_described ) . '"'; ?>>
		<legend class="lw-field__label"><?php echo esc_html( $lernwelt_question->question->label ); ?> <span class="lw-field__requirement"><?php echo esc_html( $lernwelt_needed ); ?></span></legend>
			<?php if ( '' !== $lernwelt_question->error ) : ?>
		<p class="lw-field__error" id="<?php echo esc_attr( $lernwelt_question->id ); ?>-fehler"><?php echo esc_html( $lernwelt_question->error ); ?></p>
			<?php endif; ?>
			<?php foreach ( $lernwelt_question->question->choices as $lernwelt_choice ) : ?>
		<label class="lw-choice"><input type="<?php echo esc_attr( $lernwelt_question->control ); ?>" name="<?php echo esc_attr( $lernwelt_question->name ); ?>" value="<?php echo esc_attr( $lernwelt_choice ); ?>"<?php checked( in_array( $lernwelt_choice, $lernwelt_question->values, true ) ); ?>><?php echo esc_html( $lernwelt_choice ); ?></label>
			<?php endforeach; ?>
	</fieldset>
		<?php endif; ?>
	<?php endforeach; ?>

	<input type="hidden" name="<?php echo esc_attr( Attempt::DATE ); ?>" value="<?php echo (int) $view->date->id; ?>">
	<?php if ( '' === $view->login_url ) : ?>
	<input type="hidden" name="<?php echo esc_attr( Attempt::NONCE ); ?>" value="<?php echo esc_attr( wp_create_nonce( Attempt::ACTION ) ); ?>">
	<button class="lw-button" type="submit"><?php esc_html_e( 'Book', 'lernwelt-booking' ); ?></button>
	<?php else : ?>
	<p><a class="lw-button" href="<?php echo esc_url( $view->login_url ); ?>" rel="nofollow" data-lw-login><?php esc_html_e( 'Log in with the Bildungsserver and book', 'lernwelt-booking' ); ?></a></p>
	<?php endif; ?>
</form>
