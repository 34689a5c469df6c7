<?php
/**
 * The school register.
 *
 * @package Lernwelt\Portal
 *
 * @var Lernwelt\Portal\Admin\Schools\SchoolScreenView $view What to print.
 */

declare( strict_types=1 );

use Lernwelt\Core\Schools\Import\ProblemWords;
use Lernwelt\Portal\Admin\Schools\SchoolScreen;

?>
<div class="wrap">
	<h1><?php esc_html_e( 'School register', 'lernwelt-portal' ); ?></h1>
	<p><?php esc_html_e( 'Number, name, school type, district and Startchancen programme of the schools. Events count their participants by it. A school that is not here counts as “unknown”; bookings made before keep what was known then.', 'lernwelt-portal' ); ?></p>

	<?php if ( '' !== $view->error ) : ?>
		<div class="notice notice-error" role="alert"><p><?php echo esc_html( $view->error ); ?></p></div>
	<?php elseif ( null !== $view->report ) : ?>
		<div class="notice <?php echo [] === $view->problems ? 'notice-success' : 'notice-warning'; ?>" role="status">
			<p><strong><?php $view->report->dry_run ? esc_html_e( 'Checked only, nothing was changed:', 'lernwelt-portal' ) : esc_html_e( 'Import finished:', 'lernwelt-portal' ); ?></strong></p>
			<ul class="ul-disc">
				<?php foreach ( $view->sentences() as $sentence ) : ?>
					<li><?php echo esc_html( $sentence ); ?></li>
				<?php endforeach; ?>
			</ul>
		</div>
	<?php endif; ?>

	<?php if ( [] !== $view->problems ) : ?>
		<h2 id="lernwelt-school-problems">
			<?php
			/* translators: %d: number of lines. */
			echo esc_html( sprintf( _n( '%d line was not taken over', '%d lines were not taken over', count( $view->problems ), 'lernwelt-portal' ), count( $view->problems ) ) );
			?>
		</h2>
		<table class="widefat striped" aria-labelledby="lernwelt-school-problems">
			<thead>
				<tr>
					<th scope="col"><?php esc_html_e( 'Line', 'lernwelt-portal' ); ?></th>
					<th scope="col"><?php esc_html_e( 'What is wrong', 'lernwelt-portal' ); ?></th>
					<th scope="col"><?php esc_html_e( 'What stands there', 'lernwelt-portal' ); ?></th>
				</tr>
			</thead>
			<tbody>
				<?php foreach ( $view->problems as $problem ) : ?>
					<tr>
						<th scope="row"><?php echo esc_html( (string) $problem->line ); ?></th>
						<td><?php echo esc_html( ProblemWords::of_line( $problem->problem ) ); ?></td>
						<td><?php echo esc_html( $problem->value ); ?></td>
					</tr>
				<?php endforeach; ?>
			</tbody>
		</table>
	<?php endif; ?>

	<?php if ( [] !== $view->removed() ) : ?>
		<h2><?php null !== $view->report && $view->report->dry_run ? esc_html_e( 'These schools would be removed', 'lernwelt-portal' ) : esc_html_e( 'These schools were removed', 'lernwelt-portal' ); ?></h2>
		<ul class="ul-disc">
			<?php foreach ( $view->removed() as $school ) : ?>
				<li><?php echo esc_html( "$school->number – $school->name" ); ?></li>
			<?php endforeach; ?>
		</ul>
	<?php endif; ?>

	<h2><?php esc_html_e( 'Import', 'lernwelt-portal' ); ?></h2>
	<form method="post" action="<?php echo esc_url( $view::url() ); ?>" enctype="multipart/form-data">
		<?php wp_nonce_field( SchoolScreen::IMPORT ); ?>
		<p>
			<label for="lernwelt-school-file"><strong><?php esc_html_e( 'CSV file', 'lernwelt-portal' ); ?></strong></label><br>
			<input type="file" id="lernwelt-school-file" name="file" accept=".csv,.txt,text/csv" aria-describedby="lernwelt-school-hint" required<?php echo '' === $view->error ? '' : ' aria-invalid="true"'; ?>>
		</p>
		<p class="description" id="lernwelt-school-hint"><?php esc_html_e( 'The first line names the columns: Schulnummer, Name and Schulform are needed, Landkreis and Startchancen (ja/nein) are optional; others are not read. Schools are recognised by their number. Attention: Excel drops zeros at the beginning of a number unless the column is imported as text.', 'lernwelt-portal' ); ?></p>
		<p><label><input type="checkbox" name="prune" value="1"> <?php esc_html_e( 'Remove schools that are not in the file', 'lernwelt-portal' ); ?></label></p>
		<p>
			<button type="submit" class="button" name="<?php echo esc_attr( SchoolScreen::IMPORT ); ?>" value="check"><?php esc_html_e( 'Check only', 'lernwelt-portal' ); ?></button>
			<button type="submit" class="button button-primary" name="<?php echo esc_attr( SchoolScreen::IMPORT ); ?>" value="import"><?php esc_html_e( 'Import', 'lernwelt-portal' ); ?></button>
		</p>
	</form>

	<h2><?php esc_html_e( 'Schools', 'lernwelt-portal' ); ?></h2>
	<?php if ( 0 === $view->total ) : ?>
		<p><?php esc_html_e( 'The register is empty.', 'lernwelt-portal' ); ?></p>
	<?php else : ?>
		<form method="get" action="<?php echo esc_url( network_admin_url( 'settings.php' ) ); ?>" role="search">
			<input type="hidden" name="page" value="<?php echo esc_attr( SchoolScreen::SLUG ); ?>">
			<p>
				<label for="lernwelt-school-search"><?php esc_html_e( 'Number, name, school type or district', 'lernwelt-portal' ); ?></label>
				<input type="search" id="lernwelt-school-search" name="s" value="<?php echo esc_attr( $view->search ); ?>">
				<button type="submit" class="button"><?php esc_html_e( 'Search', 'lernwelt-portal' ); ?></button>
				<a class="button" href="<?php echo esc_url( $view::download_url() ); ?>"><?php esc_html_e( 'Download register (CSV)', 'lernwelt-portal' ); ?></a>
			</p>
		</form>
		<p>
			<?php
			/* translators: %d: number of schools. */
			echo esc_html( sprintf( '' === $view->search ? _n( '%d school in the register', '%d schools in the register', $view->found, 'lernwelt-portal' ) : _n( '%d school found', '%d schools found', $view->found, 'lernwelt-portal' ), $view->found ) );
			?>
		</p>
		<?php if ( [] !== $view->schools ) : ?>
			<table class="wp-list-table widefat striped lernwelt-stacked">
				<caption class="screen-reader-text"><?php esc_html_e( 'Schools by number', 'lernwelt-portal' ); ?></caption>
				<thead>
					<tr>
						<th scope="col" class="column-primary"><?php esc_html_e( 'Name', 'lernwelt-portal' ); ?></th>
						<th scope="col"><?php esc_html_e( 'School number', 'lernwelt-portal' ); ?></th>
						<th scope="col"><?php esc_html_e( 'School type', 'lernwelt-portal' ); ?></th>
						<th scope="col"><?php esc_html_e( 'District', 'lernwelt-portal' ); ?></th>
						<th scope="col"><?php esc_html_e( 'Startchancen', 'lernwelt-portal' ); ?></th>
					</tr>
				</thead>
				<tbody>
					<?php foreach ( $view->schools as $school ) : ?>
						<tr class="is-expanded">
							<th scope="row" class="column-primary"><?php echo esc_html( $school->name ); ?></th>
							<td data-colname="<?php esc_attr_e( 'School number', 'lernwelt-portal' ); ?>"><?php echo esc_html( $school->number ); ?></td>
							<td data-colname="<?php esc_attr_e( 'School type', 'lernwelt-portal' ); ?>"><?php echo esc_html( $school->type->label() ); ?></td>
							<td data-colname="<?php esc_attr_e( 'District', 'lernwelt-portal' ); ?>"><?php echo esc_html( $school->in_district()->name ?? __( 'unknown', 'lernwelt-portal' ) ); ?></td>
							<td data-colname="<?php esc_attr_e( 'Startchancen', 'lernwelt-portal' ); ?>"><?php $school->startchancen ? esc_html_e( 'yes', 'lernwelt-portal' ) : esc_html_e( 'no', 'lernwelt-portal' ); ?></td>
						</tr>
					<?php endforeach; ?>
				</tbody>
			</table>
		<?php endif; ?>
		<?php if ( 1 < $view->pages ) : ?>
			<nav class="tablenav" aria-label="<?php esc_attr_e( 'Pages of the list', 'lernwelt-portal' ); ?>">
				<?php if ( 1 < $view->page ) : ?>
					<a class="button" href="<?php echo esc_url( $view->page_url( $view->page - 1 ) ); ?>"><?php esc_html_e( 'Previous page', 'lernwelt-portal' ); ?></a>
				<?php endif; ?>
				<?php
				/* translators: 1: number of this page, 2: number of pages. */
				echo esc_html( sprintf( __( 'Page %1$d of %2$d', 'lernwelt-portal' ), $view->page, $view->pages ) );
				?>
				<?php if ( $view->page < $view->pages ) : ?>
					<a class="button" href="<?php echo esc_url( $view->page_url( $view->page + 1 ) ); ?>"><?php esc_html_e( 'Next page', 'lernwelt-portal' ); ?></a>
				<?php endif; ?>
			</nav>
		<?php endif; ?>
	<?php endif; ?>
</div>
