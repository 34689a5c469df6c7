<?php
/**
 * The school holidays.
 *
 * @package Lernwelt\Portal
 *
 * @var Lernwelt\Portal\Admin\Schools\HolidayScreenView $view What to print.
 */

declare( strict_types=1 );

use Lernwelt\Core\Holidays\HolidayList;
use Lernwelt\Portal\Admin\Schools\HolidayScreen;
use Lernwelt\Portal\Admin\Schools\HolidayScreenView;

$nonce   = wp_create_nonce( HolidayScreen::CHANGE );
$notice  = $view->notice();
$culprit = $view->culprit();
$fields  = [
	'name'  => [ __( 'Name', 'lernwelt-portal' ), 'text' ],
	'first' => [ __( 'First day', 'lernwelt-portal' ), 'date' ],
	'last'  => [ __( 'Last day', 'lernwelt-portal' ), 'date' ],
];
?>
<div class="wrap">
	<h1><?php esc_html_e( 'School holidays', 'lernwelt-portal' ); ?></h1>
	<?php if ( '' !== $notice ) : ?>
		<div class="notice notice-success" role="status"><p><?php echo esc_html( $notice ); ?></p></div>
	<?php endif; ?>
	<p><?php esc_html_e( 'Series of events skip these days, and public holidays. Public holidays are computed and need no entry; the days that each school sets itself are no part of the list.', 'lernwelt-portal' ); ?></p>
	<p>
		<strong>
		<?php
		$until = $view->list->known_until();
		/* translators: %s: a day. */
		echo esc_html( '' === $until ? __( 'Nobody has said how far the list reaches.', 'lernwelt-portal' ) : sprintf( __( 'The list is complete until %s. Later holidays are shipped only as far as they could be confirmed: please add the others as soon as the ministry of education has announced them.', 'lernwelt-portal' ), HolidayScreenView::day( $until ) ) );
		?>
		</strong>
	</p>

	<h2><?php esc_html_e( 'Add holidays', 'lernwelt-portal' ); ?></h2>
	<?php if ( '' !== $culprit ) : ?>
		<div class="notice notice-error" role="alert"><p id="lernwelt-holiday-error"><?php echo esc_html( $view->message() ); ?> <a href="#lernwelt-holiday-<?php echo esc_attr( $culprit ); ?>"><?php esc_html_e( 'To the field', 'lernwelt-portal' ); ?></a></p></div>
	<?php endif; ?>
	<form method="post" action="<?php echo esc_url( $view::url() ); ?>">
		<input type="hidden" name="_wpnonce" value="<?php echo esc_attr( $nonce ); ?>">
		<?php foreach ( $fields as $field => [ $label, $kind ] ) : ?>
			<p>
				<label for="lernwelt-holiday-<?php echo esc_attr( $field ); ?>"><?php echo esc_html( $label ); ?></label><br>
				<input type="<?php echo esc_attr( $kind ); ?>" id="lernwelt-holiday-<?php echo esc_attr( $field ); ?>" name="<?php echo esc_attr( $field ); ?>" value="<?php echo esc_attr( $view->typed[ $field ] ); ?>" required<?php echo 'name' === $field ? ' maxlength="60" list="lernwelt-holiday-names"' : ' min="2000-01-01" max="2099-12-31"'; ?><?php echo $field === $culprit ? ' aria-invalid="true" aria-describedby="lernwelt-holiday-error"' : ''; ?>>
			</p>
		<?php endforeach; ?>
		<datalist id="lernwelt-holiday-names">
			<?php foreach ( HolidayScreenView::NAMES as $name ) : ?>
				<option value="<?php echo esc_attr( $name ); ?>"></option>
			<?php endforeach; ?>
		</datalist>
		<p><button type="submit" class="button button-primary" name="<?php echo esc_attr( HolidayScreen::CHANGE ); ?>" value="add"><?php esc_html_e( 'Add', 'lernwelt-portal' ); ?></button></p>
	</form>

	<?php foreach ( $view->years() as $year => $holidays ) : ?>
		<h2 id="lernwelt-year-<?php echo esc_attr( substr( $year, 0, 4 ) ); ?>">
			<?php
			/* translators: %s: two years, e.g. 2026/2027. */
			echo esc_html( sprintf( __( 'School year %s', 'lernwelt-portal' ), $year ) );
			?>
		</h2>
		<table class="wp-list-table widefat striped lernwelt-stacked" aria-labelledby="lernwelt-year-<?php echo esc_attr( substr( $year, 0, 4 ) ); ?>">
			<thead>
				<tr>
					<th scope="col" class="column-primary"><?php esc_html_e( 'Name', 'lernwelt-portal' ); ?></th>
					<th scope="col"><?php esc_html_e( 'First day', 'lernwelt-portal' ); ?></th>
					<th scope="col"><?php esc_html_e( 'Last day', 'lernwelt-portal' ); ?></th>
					<th scope="col"><?php esc_html_e( 'Origin', 'lernwelt-portal' ); ?></th>
					<th scope="col"><?php esc_html_e( 'Remove', 'lernwelt-portal' ); ?></th>
				</tr>
			</thead>
			<tbody>
				<?php foreach ( $holidays as $holiday ) : ?>
					<tr class="is-expanded">
						<th scope="row" class="column-primary"><?php echo esc_html( $holiday->name ); ?></th>
						<td data-colname="<?php esc_attr_e( 'First day', 'lernwelt-portal' ); ?>"><time datetime="<?php echo esc_attr( $holiday->first ); ?>"><?php echo esc_html( HolidayScreenView::day( $holiday->first ) ); ?></time></td>
						<td data-colname="<?php esc_attr_e( 'Last day', 'lernwelt-portal' ); ?>"><time datetime="<?php echo esc_attr( $holiday->last ); ?>"><?php echo esc_html( HolidayScreenView::day( $holiday->last ) ); ?></time></td>
						<td data-colname="<?php esc_attr_e( 'Origin', 'lernwelt-portal' ); ?>"><?php $view->list->ships( $holiday ) ? esc_html_e( 'shipped', 'lernwelt-portal' ) : esc_html_e( 'own entry', 'lernwelt-portal' ); ?></td>
						<td data-colname="<?php esc_attr_e( 'Remove', 'lernwelt-portal' ); ?>">
							<form method="post" action="<?php echo esc_url( $view::url() ); ?>">
								<input type="hidden" name="_wpnonce" value="<?php echo esc_attr( $nonce ); ?>">
								<input type="hidden" name="key" value="<?php echo esc_attr( HolidayList::key( $holiday ) ); ?>">
								<button type="submit" class="button" name="<?php echo esc_attr( HolidayScreen::CHANGE ); ?>" value="remove"><?php esc_html_e( 'Remove', 'lernwelt-portal' ); ?><span class="screen-reader-text"> (<?php echo esc_html( HolidayScreenView::spoken( $holiday ) ); ?>)</span></button>
							</form>
						</td>
					</tr>
				<?php endforeach; ?>
			</tbody>
		</table>
	<?php endforeach; ?>

	<?php if ( $view->list->is_changed() ) : ?>
		<h2><?php esc_html_e( 'Back to the shipped list', 'lernwelt-portal' ); ?></h2>
		<?php if ( $view->unconfirmed ) : ?>
			<div class="notice notice-error" role="alert"><p id="lernwelt-reset-error"><?php esc_html_e( 'Please confirm that your own changes may be lost.', 'lernwelt-portal' ); ?></p></div>
		<?php endif; ?>
		<form method="post" action="<?php echo esc_url( $view::url() ); ?>">
			<input type="hidden" name="_wpnonce" value="<?php echo esc_attr( $nonce ); ?>">
			<p><label><input type="checkbox" name="sure" value="1" required<?php echo $view->unconfirmed ? ' aria-invalid="true" aria-describedby="lernwelt-reset-error"' : ''; ?>> <?php esc_html_e( 'Discard own entries and bring removed ones back', 'lernwelt-portal' ); ?></label></p>
			<p><button type="submit" class="button" name="<?php echo esc_attr( HolidayScreen::CHANGE ); ?>" value="reset"><?php esc_html_e( 'Reset list', 'lernwelt-portal' ); ?></button></p>
		</form>
	<?php endif; ?>
</div>
