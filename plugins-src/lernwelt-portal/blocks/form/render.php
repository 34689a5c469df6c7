<?php
/**
 * Prints a form.
 *
 * @package Lernwelt\Portal
 *
 * @var Lernwelt\Portal\Blocks\FormView $view What to print.
 */

declare( strict_types=1 );

use Lernwelt\Portal\Blocks\FormRequest;
use Lernwelt\Portal\Blocks\FormView;

if ( $view->sent ) : ?>
	<div class="lw-form-sent" id="<?php echo esc_attr( FormView::STATUS_ID ); ?>" role="group" aria-labelledby="lw-form-sent-title" tabindex="-1">
		<h2 class="lw-form-sent__title" id="lw-form-sent-title"><?php echo esc_html( $view->sent_title ); ?></h2>
		<p><?php echo esc_html( $view->sent_text ); ?></p>
	</div>
	<?php
	return;
endif;
?>
<form class="lw-form" method="post" action="<?php echo esc_url( $view->action ); ?>" novalidate>
	<?php if ( '' !== $view->error_title ) : ?>
		<div class="lw-error-summary" id="<?php echo esc_attr( FormView::STATUS_ID ); ?>" role="group" aria-labelledby="lw-form-error-title" tabindex="-1">
			<h2 class="lw-error-summary__title" id="lw-form-error-title"><?php echo esc_html( $view->error_title ); ?></h2>
			<?php if ( '' !== $view->refusal ) : ?>
				<p><?php echo esc_html( $view->refusal ); ?></p>
			<?php else : ?>
				<ul>
					<?php foreach ( $view->fields as $field ) : ?>
						<?php if ( '' !== $field->error ) : ?>
							<li><a href="<?php echo esc_attr( '#' . $field->id ); ?>"><?php echo esc_html( $field->summary ); ?></a></li>
						<?php endif; ?>
					<?php endforeach; ?>
				</ul>
			<?php endif; ?>
		</div>
	<?php endif; ?>

	<?php foreach ( $view->fields as $field ) : ?>
		<div class="lw-field<?php echo '' !== $field->error ? ' lw-field--invalid' : ''; ?>">
			<label class="lw-field__label" for="<?php echo esc_attr( $field->id ); ?>">
				<?php echo esc_html( $field->label ); ?>
				<span class="lw-field__requirement"><?php echo esc_html( $field->requirement ); ?></span>
			</label>
			<?php if ( '' !== $field->help ) : ?>
				<p class="lw-field__help" id="<?php echo esc_attr( $field->id ); ?>-help"><?php echo esc_html( $field->help ); ?></p>
			<?php endif; ?>
			<?php if ( '' !== $field->error ) : ?>
				<p class="lw-field__error" id="<?php echo esc_attr( $field->id ); ?>-error"><?php echo esc_html( $field->error ); ?></p>
			<?php endif; ?>
			<<?php echo $field->has_lines ? 'textarea' : 'input'; ?> class="lw-field__control"
			<?php
			foreach ( $field->attributes as $name => $value ) {
				printf( ' %s="%s"', esc_attr( $name ), esc_attr( $value ) );
			}
			// A browser drops the line break after the tag, so one of the person's own stays.
			echo $field->has_lines ? ">\n" . esc_textarea( $field->value ) . '</textarea>' : '>';
			?>
		</div>
	<?php endforeach; ?>

	<div class="lw-form__trap" hidden>
		<label for="lw-form-website"><?php esc_html_e( 'Please leave this empty', 'lernwelt-portal' ); ?></label>
		<input id="lw-form-website" name="<?php echo esc_attr( FormRequest::TRAP ); ?>" type="text" tabindex="-1" autocomplete="off">
	</div>
	<input type="hidden" name="<?php echo esc_attr( FormRequest::KIND ); ?>" value="<?php echo esc_attr( $view->kind ); ?>">

	<p class="lw-form__privacy">
		<?php esc_html_e( 'Your details go to us by e-mail and are not stored on this website. We use them only to deal with your request.', 'lernwelt-portal' ); ?>
		<a href="<?php echo esc_url( $view->privacy_url ); ?>"><?php esc_html_e( 'Privacy notice', 'lernwelt-portal' ); ?></a>
	</p>
	<button class="lw-button" type="submit"><?php echo esc_html( $view->submit ); ?></button>
</form>
