<?php
/**
 * A month as a table of weeks; where there is little room the style sheet makes a list of its days. Roles are written
 * out for that, and a script turns the table into a grid for the arrow keys.
 *
 * @package Lernwelt\Dataview
 *
 * @var Lernwelt\Dataview\Blocks\MonthView $view The month.
 */

declare( strict_types=1 );

use Lernwelt\Dataview\Blocks\DayView;
use Lernwelt\Dataview\Blocks\EntryView;

/** @param list<EntryView> $entries What is on a day. */
$lernwelt_entries = static function ( array $entries ): void {
	?>
	<ul class="lw-dv__entries">
		<?php foreach ( $entries as $lernwelt_entry ) : ?>
			<li id="<?php echo esc_attr( $lernwelt_entry->id ); ?>">
				<?php if ( '' !== $lernwelt_entry->url ) : ?>
					<a href="<?php echo esc_url( $lernwelt_entry->url ); ?>"><span class="lw-dv__time"><?php echo esc_html( $lernwelt_entry->time ); ?></span> <?php echo esc_html( $lernwelt_entry->title ); ?></a>
				<?php else : ?>
					<span class="lw-dv__time"><?php echo esc_html( $lernwelt_entry->time ); ?></span> <?php echo esc_html( $lernwelt_entry->title ); ?>
				<?php endif; ?>
			</li>
		<?php endforeach; ?>
	</ul>
	<?php
};
?>
<div class="lw-dv__calendar" id="<?php echo esc_attr( $view->id ); ?>">
	<div class="lw-dv__month">
		<h2 id="<?php echo esc_attr( $view->id ); ?>-title"><?php echo esc_html( $view->title ); ?></h2>
		<nav class="lw-dv__months" aria-label="<?php esc_attr_e( 'Month', 'lernwelt-dataview' ); ?>">
			<?php foreach ( $view->months as $lernwelt_link ) : ?>
				<a id="<?php echo esc_attr( $lernwelt_link->id ); ?>" href="<?php echo esc_url( $lernwelt_link->url ); ?>" rel="nofollow"><span><?php echo esc_html( $lernwelt_link->label ); ?></span></a>
			<?php endforeach; ?>
		</nav>
	</div>
	<?php if ( '' !== $view->note ) : ?>
		<p class="lw-dv__note">
			<?php echo esc_html( $view->note ); ?>
			<?php if ( null !== $view->nearest ) : ?>
				<a id="<?php echo esc_attr( $view->nearest->id ); ?>" href="<?php echo esc_url( $view->nearest->url ); ?>" rel="nofollow"><?php echo esc_html( $view->nearest->label ); ?></a>
			<?php endif; ?>
		</p>
	<?php endif; ?>
	<table class="lw-dv__days" id="<?php echo esc_attr( $view->id ); ?>-days" role="table" aria-labelledby="<?php echo esc_attr( $view->id ); ?>-caption" data-lw-calendar>
		<caption class="screen-reader-text" id="<?php echo esc_attr( $view->id ); ?>-caption"><?php echo esc_html( $view->caption ); ?></caption>
		<thead role="rowgroup">
			<tr role="row">
				<th class="lw-dv__week" scope="col" role="columnheader"><abbr title="<?php esc_attr_e( 'Calendar week', 'lernwelt-dataview' ); ?>"><?php echo esc_html_x( 'W', 'calendar week, short', 'lernwelt-dataview' ); ?></abbr></th>
				<?php foreach ( $view->weekdays as $lernwelt_weekday ) : ?>
					<th scope="col" role="columnheader"><span aria-hidden="true"><?php echo esc_html( $lernwelt_weekday['short'] ); ?></span><span class="screen-reader-text"><?php echo esc_html( $lernwelt_weekday['long'] ); ?></span></th>
				<?php endforeach; ?>
			</tr>
		</thead>
		<tbody role="rowgroup">
			<?php foreach ( $view->weeks as $lernwelt_week => $lernwelt_days ) : ?>
				<tr role="row"<?php echo [] === array_filter( $lernwelt_days, static fn ( ?DayView $one ): bool => null !== $one && [] !== $one->first ) ? ' class="is-empty"' : ''; ?>>
					<th class="lw-dv__week" scope="row" role="rowheader"><?php echo esc_html( (string) $lernwelt_week ); ?></th>
					<?php foreach ( $lernwelt_days as $lernwelt_day ) : ?>
						<?php if ( null === $lernwelt_day ) : ?>
							<td class="lw-dv__off" role="cell"></td>
						<?php else : ?>
							<td class="lw-dv__day<?php echo $lernwelt_day->today ? ' is-today' : ''; ?><?php echo [] === $lernwelt_day->first ? ' is-empty' : ''; ?>" id="<?php echo esc_attr( $lernwelt_day->id ); ?>" role="cell" data-lw-day="<?php echo esc_attr( (string) $lernwelt_day->number ); ?>"<?php echo $lernwelt_day->today ? ' aria-current="date"' : ''; ?>>
								<time class="lw-dv__date" datetime="<?php echo esc_attr( $lernwelt_day->date ); ?>"><span class="screen-reader-text"><?php echo esc_html( $lernwelt_day->name ); ?></span><span class="lw-dv__number" aria-hidden="true"><?php echo esc_html( (string) $lernwelt_day->number ); ?></span><span class="lw-dv__long" aria-hidden="true"><?php echo esc_html( $lernwelt_day->short ); ?></span></time>
								<?php
								if ( [] !== $lernwelt_day->first ) {
									$lernwelt_entries( $lernwelt_day->first );
								}
								?>
								<?php if ( [] !== $lernwelt_day->more ) : ?>
									<details class="lw-dv__rest" id="<?php echo esc_attr( $lernwelt_day->id ); ?>-more">
										<summary>
											<?php
											/* translators: %s: number of entries of a day that are folded. */
											echo esc_html( sprintf( _n( '%s more', '%s more', count( $lernwelt_day->more ), 'lernwelt-dataview' ), number_format_i18n( count( $lernwelt_day->more ) ) ) );
											?>
										</summary>
										<?php $lernwelt_entries( $lernwelt_day->more ); ?>
									</details>
								<?php endif; ?>
							</td>
						<?php endif; ?>
					<?php endforeach; ?>
				</tr>
			<?php endforeach; ?>
		</tbody>
	</table>
	<p class="lw-dv__keys" id="<?php echo esc_attr( $view->id ); ?>-keys" hidden><?php esc_html_e( 'Arrow keys: other days. Enter: what is on a day, Escape: back to it. Page up and Page down: other months.', 'lernwelt-dataview' ); ?></p>
</div>
