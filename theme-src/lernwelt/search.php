<?php
/**
 * Search results.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

global $wp_query;

$lernwelt_words = trim( get_search_query( false ) );
$lernwelt_found = (int) $wp_query->found_posts;

get_header();
get_template_part(
	'parts/page-head',
	null,
	[
		'title' => '' === $lernwelt_words ? __( 'Search', 'lernwelt' ) : sprintf( /* translators: %s: what was looked for */ __( 'Search for “%s”', 'lernwelt' ), $lernwelt_words ),
		'seed'  => 'suche',
	]
);
?>
<div class="container-xxl lw-list">
	<?php if ( have_posts() ) : ?>
	<div class="lw-list__search"><?php get_template_part( 'parts/search-form', null, [ 'id' => 'suche-seite' ] ); ?></div>
	<p class="lw-list__count" role="status">
		<?php
		printf(
			wp_kses( /* translators: 1: number, 2: what was looked for */ _n( '<strong>%1$s result</strong> for “%2$s”', '<strong>%1$s results</strong> for “%2$s”', $lernwelt_found, 'lernwelt' ), [ 'strong' => [] ] ),
			esc_html( number_format_i18n( $lernwelt_found ) ),
			esc_html( $lernwelt_words )
		);
		?>
	</p>
		<?php
		get_template_part(
			'parts/cards',
			null,
			[
				'cards'  => lernwelt_theme()->cards->all( $wp_query->posts ),
				'layout' => 'rows',
			]
		);
		get_template_part( 'parts/pagination' );
	else :
		get_template_part(
			'parts/empty',
			null,
			[
				'title'  => '' === $lernwelt_words ? __( 'What are you looking for?', 'lernwelt' ) : __( 'Nothing found', 'lernwelt' ),
				'text'   => '' === $lernwelt_words
					? __( 'Enter a word or two: a subject, a place, the title of a material.', 'lernwelt' )
					: __( 'No page contains all these words. Try fewer or shorter words, or another word for the same thing.', 'lernwelt' ),
				'seed'   => $lernwelt_words,
				'search' => true,
				'links'  => lernwelt_theme()->menus->tree( 'main' ),
			]
		);
	endif;
	?>
</div>
<?php
get_footer();
