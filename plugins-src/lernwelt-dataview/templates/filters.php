<?php
/**
 * Search and filters of a data view.
 *
 * @package Lernwelt\Dataview
 *
 * @var Lernwelt\Dataview\Blocks\DataView $view The data view; it has a form.
 */

declare( strict_types=1 );

use Lernwelt\Dataview\Blocks\OptionView;

$lernwelt_form   = $view->form;
$lernwelt_option = static function ( string $name, OptionView $option ): void {
	?>
	<label class="lw-dv__option" for="<?php echo esc_attr( $option->id ); ?>">
		<input type="checkbox" id="<?php echo esc_attr( $option->id ); ?>" name="<?php echo esc_attr( $name ); ?>[]" value="<?php echo esc_attr( $option->value ); ?>"<?php checked( $option->selected ); ?>>
		<span><?php echo esc_html( $option->label ); ?></span>
		<span class="lw-dv__count"><span aria-hidden="true"><?php echo esc_html( number_format_i18n( $option->count ) ); ?></span><span class="screen-reader-text">, <?php echo esc_html( $option->counted ); ?></span></span>
	</label>
	<?php
};
if ( null === $lernwelt_form ) {
	return;
}
?>
<form class="lw-dv__filters" id="<?php echo esc_attr( $view->id ); ?>-filters" method="get" action="<?php echo esc_url( $lernwelt_form->action ); ?>"<?php echo '' === $lernwelt_form->name ? '' : ' role="search"'; ?> aria-label="<?php esc_attr_e( 'Search and filters', 'lernwelt-dataview' ); ?>">
	<?php if ( '' !== $lernwelt_form->name ) : ?>
		<div class="lw-dv__search">
			<label class="lw-dv__label" for="<?php echo esc_attr( $view->id ); ?>-search"><?php esc_html_e( 'Search', 'lernwelt-dataview' ); ?></label>
			<input type="search" id="<?php echo esc_attr( $view->id ); ?>-search" name="<?php echo esc_attr( $lernwelt_form->name ); ?>" value="<?php echo esc_attr( $lernwelt_form->search ); ?>" maxlength="100" autocomplete="off">
		</div>
	<?php endif; ?>
	<?php if ( [] !== $lernwelt_form->facets ) : ?>
		<p class="lw-dv__toggle">
			<a class="lw-dv__show" href="#<?php echo esc_attr( $view->id ); ?>-filters"><?php echo esc_html( $lernwelt_form->toggle() ); ?></a>
			<a class="lw-dv__hide" href="#<?php echo esc_attr( $view->id ); ?>-main"><?php esc_html_e( 'Hide filters, go to the results', 'lernwelt-dataview' ); ?></a>
		</p>
		<div class="lw-dv__facets">
			<?php foreach ( $lernwelt_form->facets as $lernwelt_facet ) : ?>
				<fieldset class="lw-dv__facet" id="<?php echo esc_attr( $lernwelt_facet->id ); ?>">
					<legend class="lw-dv__label"><?php echo esc_html( $lernwelt_facet->label ); ?></legend>
					<?php
					foreach ( $lernwelt_facet->first as $lernwelt_one ) {
						$lernwelt_option( $lernwelt_facet->name, $lernwelt_one );
					}
					?>
					<?php if ( [] !== $lernwelt_facet->more ) : ?>
						<details class="lw-dv__more" id="<?php echo esc_attr( $lernwelt_facet->id ); ?>--more"<?php echo $lernwelt_facet->open ? ' open' : ''; ?>>
							<summary>
								<?php
								/* translators: %s: number of values. */
								echo esc_html( sprintf( __( 'Show all %s', 'lernwelt-dataview' ), number_format_i18n( $lernwelt_facet->all ) ) );
								?>
								<span class="screen-reader-text">: <?php echo esc_html( $lernwelt_facet->label ); ?></span>
							</summary>
							<?php
							foreach ( $lernwelt_facet->more as $lernwelt_one ) {
								$lernwelt_option( $lernwelt_facet->name, $lernwelt_one );
							}
							?>
						</details>
					<?php endif; ?>
				</fieldset>
			<?php endforeach; ?>
		</div>
	<?php endif; ?>
	<?php foreach ( $lernwelt_form->carried as $lernwelt_name => $lernwelt_values ) : ?>
		<?php foreach ( (array) $lernwelt_values as $lernwelt_value ) : ?>
			<input type="hidden" name="<?php echo esc_attr( $lernwelt_name . ( is_array( $lernwelt_values ) ? '[]' : '' ) ); ?>" value="<?php echo esc_attr( $lernwelt_value ); ?>">
		<?php endforeach; ?>
	<?php endforeach; ?>
	<button class="lw-button lw-dv__apply" type="submit"><?php esc_html_e( 'Apply', 'lernwelt-dataview' ); ?></button>
</form>
