<?php
/**
 * A list of files. Expects `list` (DownloadList).
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

use Lernwelt\Theme\Content\Downloads;

/** @var array{list: Lernwelt\Theme\Content\DownloadList} $args */
$lernwelt_list = $args['list'];
?>
<?php if ( $lernwelt_list->is_searchable ) : ?>
<form class="lw-search lw-search--inline" role="search" method="get" action="#materialien" aria-label="<?php esc_attr_e( 'Search in this list', 'lernwelt' ); ?>">
	<label for="materialsuche"><?php esc_html_e( 'What are you looking for?', 'lernwelt' ); ?></label>
	<input id="materialsuche" type="search" name="<?php echo esc_attr( Downloads::SEARCH ); ?>" value="<?php echo esc_attr( $lernwelt_list->needle ); ?>" maxlength="100">
	<button class="lw-button" type="submit"><?php esc_html_e( 'Search', 'lernwelt' ); ?></button>
</form>
<p class="lw-list__count" id="materialien" role="status">
	<?php
	printf(
		wp_kses( /* translators: %s: number */ _n( '<strong>%s file</strong>', '<strong>%s files</strong>', count( $lernwelt_list->files ), 'lernwelt' ), [ 'strong' => [] ] ),
		esc_html( number_format_i18n( count( $lernwelt_list->files ) ) )
	);
	if ( '' !== $lernwelt_list->needle ) {
		echo esc_html( sprintf( /* translators: %s: what was looked for */ __( ' for “%s”', 'lernwelt' ), $lernwelt_list->needle ) );
		printf( ' <a href="%s">%s</a>', esc_url( (string) get_permalink() ), esc_html__( 'Show all', 'lernwelt' ) );
	}
	?>
</p>
<?php endif; ?>
<?php if ( [] === $lernwelt_list->files ) : ?>
	<?php
	get_template_part(
		'parts/empty',
		null,
		[
			'title' => __( 'No files here', 'lernwelt' ),
			'text'  => '' === $lernwelt_list->needle
				? __( 'As soon as there are materials, they stand here.', 'lernwelt' )
				: __( 'Try a shorter word, or show all files again.', 'lernwelt' ),
			'seed'  => 'downloads',
		]
	);
	?>
<?php endif; ?>
<?php foreach ( $lernwelt_list->groups() as $lernwelt_heading => $lernwelt_files ) : ?>
	<?php if ( '' !== $lernwelt_heading ) : ?>
<h2><?php echo esc_html( (string) $lernwelt_heading ); ?></h2>
	<?php elseif ( $lernwelt_list->is_grouped && count( $lernwelt_list->groups() ) > 1 ) : ?>
<h2><?php esc_html_e( 'Further files', 'lernwelt' ); ?></h2>
	<?php endif; ?>
	<?php if ( [] !== $lernwelt_files ) : ?>
<ul class="lw-downloads">
		<?php foreach ( $lernwelt_files as $lernwelt_file ) : ?>
	<li class="lw-download">
		<span class="lw-download__type" aria-hidden="true"><?php echo esc_html( $lernwelt_file->type ); ?></span>
		<div class="lw-download__text">
			<a class="lw-download__title" href="<?php echo esc_url( $lernwelt_file->url ); ?>"><?php echo esc_html( $lernwelt_file->title ); ?></a>
			<?php if ( '' !== $lernwelt_file->description ) : ?>
			<p><?php echo esc_html( $lernwelt_file->description ); ?></p>
			<?php endif; ?>
			<p class="is-style-meta"><?php echo esc_html( $lernwelt_file->format() ); ?> · <time datetime="<?php echo esc_attr( $lernwelt_file->date ); ?>"><?php echo esc_html( $lernwelt_file->date_de ); ?></time></p>
		</div>
	</li>
		<?php endforeach; ?>
</ul>
	<?php endif; ?>
<?php endforeach; ?>
