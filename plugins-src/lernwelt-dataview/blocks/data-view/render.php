<?php
/**
 * Prints a data view.
 *
 * @package Lernwelt\Dataview
 *
 * @var Lernwelt\Dataview\Blocks\DataView $view What to print.
 */

declare( strict_types=1 );

use Lernwelt\Dataview\Blocks\Part;

if ( '' === $view->label ) {
	if ( '' !== $view->hint ) {
		printf( '<p class="lw-dv-hint">%s</p>', esc_html( $view->hint ) );
	}
	return;
}
if ( $view->teaser ) {
	printf(
		'<section class="wp-block-lernwelt-data-view lw-dv" id="%1$s" aria-label="%2$s"><div class="lw-dv__results" id="%1$s-results">%3$s</div></section>',
		esc_attr( $view->id ),
		esc_attr( $view->label ),
		$view->results() // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped in the templates.
	);
	return;
}
$lernwelt_context = [
	'points'  => $view->map->points ?? '',
	'records' => $view->map->records ?? '',
	'plural'  => $view->plural,
	'problem' => '',
	'retry'   => '',
];
?>
<section
	class="wp-block-lernwelt-data-view lw-dv<?php echo null === $view->form ? '' : ' lw-dv--filtered'; ?>"
	id="<?php echo esc_attr( $view->id ); ?>"
	aria-label="<?php echo esc_attr( $view->label ); ?>"
	data-wp-interactive="lernwelt/data-view"
	<?php echo wp_interactivity_data_wp_context( $lernwelt_context ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- encoded for an attribute. ?>

	data-wp-init="callbacks.start"
	data-wp-on--submit="actions.submit"
	data-wp-on--change="actions.change"
	data-wp-on--input="actions.type"
	data-wp-on--click="actions.follow"
	data-wp-on-window--popstate="actions.travel"
>
	<?php
	echo null !== $view->form ? Part::html( 'filters', $view ) : ''; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped in the template.
	?>
	<div class="lw-dv__main" id="<?php echo esc_attr( $view->id ); ?>-main">
		<div class="lw-dv__bar" id="<?php echo esc_attr( $view->id ); ?>-bar">
			<p class="lw-dv__status" role="status" id="<?php echo esc_attr( $view->id ); ?>-status"><strong><?php echo esc_html( $view->counted ); ?></strong><?php echo esc_html( $view->chosen ); ?></p>
			<?php if ( [] !== $view->layouts ) : ?>
				<nav class="lw-dv__layouts" aria-label="<?php esc_attr_e( 'View', 'lernwelt-dataview' ); ?>">
					<?php foreach ( $view->layouts as $lernwelt_link ) : ?>
						<a id="<?php echo esc_attr( $lernwelt_link->id ); ?>" href="<?php echo esc_url( $lernwelt_link->url ); ?>" rel="nofollow"<?php echo $lernwelt_link->current ? ' aria-current="true"' : ''; ?>><?php echo esc_html( $lernwelt_link->label ); ?></a>
					<?php endforeach; ?>
				</nav>
			<?php endif; ?>
		</div>
		<?php
		echo [] !== $view->chips ? Part::html( 'chips', $view ) : ''; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped in the template.
		?>
		<div class="lw-dv__problem" id="<?php echo esc_attr( $view->id ); ?>-problem" role="alert" hidden data-wp-bind--hidden="!context.problem">
			<span data-wp-text="context.problem"></span>
			<a href="" data-wp-bind--href="context.retry"><?php esc_html_e( 'Try again', 'lernwelt-dataview' ); ?></a>
		</div>
		<?php
		echo null !== $view->map ? Part::html( 'map', $view->map ) : ''; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped in the template.
		?>
		<div class="lw-dv__results" id="<?php echo esc_attr( $view->id ); ?>-results" tabindex="-1">
			<?php
			echo $view->results(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped in the templates.
			?>
		</div>
		<?php
		echo [] !== $view->pages ? Part::html( 'pages', $view ) : ''; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped in the template.
		?>
	</div>
</section>
