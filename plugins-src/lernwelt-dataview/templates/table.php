<?php
/**
 * Records as a table. Roles are written out: on small screens the style sheet makes cards of the rows, and browsers
 * forget that a table without its display is one.
 *
 * @package Lernwelt\Dataview
 *
 * @var Lernwelt\Dataview\Blocks\DataView $view The data view; it has columns.
 */

declare( strict_types=1 );

?>
<table class="lw-dv__table" role="table" aria-label="<?php echo esc_attr( $view->label ); ?>">
	<thead role="rowgroup">
		<tr role="row">
			<?php foreach ( $view->columns as $lernwelt_column ) : ?>
				<th scope="col" role="columnheader" id="<?php echo esc_attr( $lernwelt_column->id ); ?>"<?php echo '' === $lernwelt_column->order ? '' : ' aria-sort="' . esc_attr( $lernwelt_column->order ) . '"'; ?>>
					<?php if ( '' === $lernwelt_column->url ) : ?>
						<?php echo esc_html( $lernwelt_column->label ); ?>
					<?php else : ?>
						<a class="lw-dv__sort" id="<?php echo esc_attr( $lernwelt_column->id ); ?>-sort" href="<?php echo esc_url( $lernwelt_column->url ); ?>" rel="nofollow"><?php echo esc_html( $lernwelt_column->label ); ?><span class="lw-dv__arrow" aria-hidden="true"></span></a>
					<?php endif; ?>
				</th>
			<?php endforeach; ?>
		</tr>
	</thead>
	<tbody role="rowgroup">
		<?php foreach ( $view->records as $lernwelt_record ) : ?>
			<tr role="row" id="<?php echo esc_attr( $lernwelt_record->id ); ?>">
				<th scope="row" role="rowheader">
					<?php if ( '' !== $lernwelt_record->record->url ) : ?>
						<a href="<?php echo esc_url( $lernwelt_record->record->url ); ?>"><?php echo esc_html( $lernwelt_record->record->title ); ?></a>
					<?php else : ?>
						<?php echo esc_html( $lernwelt_record->record->title ); ?>
					<?php endif; ?>
				</th>
				<?php foreach ( $lernwelt_record->cells as $lernwelt_cell ) : ?>
					<td role="cell"<?php echo [] === $lernwelt_cell->values ? ' class="lw-dv__none"' : ''; ?>><span class="lw-dv__head" aria-hidden="true"><?php echo esc_html( $lernwelt_cell->field->label ); ?></span> <span class="lw-dv__cell"><?php echo $lernwelt_cell->html(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped by the values. ?></span></td>
				<?php endforeach; ?>
			</tr>
		<?php endforeach; ?>
	</tbody>
</table>
