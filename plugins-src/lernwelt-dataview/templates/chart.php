<?php
/**
 * Counted values: a table that everybody can read, with bars for those who see them.
 *
 * @package Lernwelt\Dataview
 *
 * @var Lernwelt\Dataview\Blocks\ChartView $view The chart.
 */

declare( strict_types=1 );

?>
<div class="lw-dv__chart">
	<table class="lw-dv__bars" id="<?php echo esc_attr( $view->id ); ?>" role="table" aria-labelledby="<?php echo esc_attr( $view->id ); ?>-caption">
		<caption id="<?php echo esc_attr( $view->id ); ?>-caption"><?php echo esc_html( $view->caption ); ?></caption>
		<thead role="rowgroup">
			<tr role="row">
				<th scope="col" role="columnheader"><?php echo esc_html( $view->label ); ?></th>
				<th scope="col" role="columnheader"><?php esc_html_e( 'Number', 'lernwelt-dataview' ); ?></th>
			</tr>
		</thead>
		<tbody role="rowgroup">
			<?php foreach ( $view->bars as $lernwelt_bar ) : ?>
				<tr role="row" id="<?php echo esc_attr( $lernwelt_bar->id ); ?>">
					<th scope="row" role="rowheader">
						<?php if ( '' !== $lernwelt_bar->url && 0 < $lernwelt_bar->count ) : ?>
							<a href="<?php echo esc_url( $lernwelt_bar->url ); ?>" rel="nofollow"><?php echo esc_html( $lernwelt_bar->label ); ?></a>
						<?php else : ?>
							<?php echo esc_html( $lernwelt_bar->label ); ?>
						<?php endif; ?>
					</th>
					<td role="cell"><span class="lw-dv__measure"><span class="lw-dv__amount"><?php echo esc_html( number_format_i18n( $lernwelt_bar->count ) ); ?></span><svg class="lw-dv__line" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="<?php echo esc_attr( number_format( $lernwelt_bar->width, 2, '.', '' ) ); ?>" height="1"></rect></svg></span></td>
				</tr>
			<?php endforeach; ?>
		</tbody>
	</table>
	<?php if ( '' !== $view->note ) : ?>
		<p class="lw-dv__note"><?php echo esc_html( $view->note ); ?></p>
	<?php endif; ?>
</div>
