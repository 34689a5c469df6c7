<?php
/**
 * Prints a search for data.
 *
 * @package Lernwelt\Dataview
 *
 * @var Lernwelt\Dataview\Blocks\SearchView $view What to print.
 */

declare( strict_types=1 );

if ( '' === $view->label ) {
	if ( '' !== $view->hint ) {
		printf( '<p class="lw-ds__hint">%s</p>', esc_html( $view->hint ) );
	}
	return;
}
?>
<form class="wp-block-lernwelt-data-search lw-ds" action="<?php echo esc_url( $view->action ); ?>" method="get" role="search" aria-label="<?php echo esc_attr( $view->label ); ?>">
	<div class="lw-ds__field">
		<label for="<?php echo esc_attr( "$view->id-search" ); ?>"><?php esc_html_e( 'What are you looking for?', 'lernwelt-dataview' ); ?></label>
		<input type="search" id="<?php echo esc_attr( "$view->id-search" ); ?>" name="<?php echo esc_attr( $view->search ); ?>" maxlength="100" autocomplete="off">
	</div>
	<?php if ( '' !== $view->filter ) : ?>
	<div class="lw-ds__field">
		<label for="<?php echo esc_attr( "$view->id-filter" ); ?>"><?php echo esc_html( $view->filter_label ); ?></label>
		<select id="<?php echo esc_attr( "$view->id-filter" ); ?>" name="<?php echo esc_attr( "{$view->filter}[]" ); ?>">
			<option value=""><?php echo esc_html( $view->everything ); ?></option>
			<?php foreach ( $view->options as $value => $label ) : ?>
			<option value="<?php echo esc_attr( (string) $value ); ?>"><?php echo esc_html( $label ); ?></option>
			<?php endforeach; ?>
		</select>
	</div>
	<?php endif; ?>
	<button type="submit" class="lw-button"><?php echo esc_html_x( 'Search', 'button', 'lernwelt-dataview' ); ?></button>
</form>
