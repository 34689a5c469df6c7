<?php
/**
 * The detail page of a record: facts beside the text, related records below. Expects `post`.
 *
 * Filter `lernwelt_related`: null, or title, cards (post and a note) and link of what stands below, for the post given.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

/** @var array{post: WP_Post} $args */
$lernwelt_related = apply_filters( 'lernwelt_related', null, $args['post'] );
?>
<article>
	<?php get_template_part( 'parts/page-head', null, [ 'post' => $args['post'] ] ); ?>
	<div class="lw-content lw-content--detail">
		<?php get_template_part( 'parts/lead-picture' ); ?>
		<?php the_content(); ?>
	</div>
</article>
<?php
if ( is_array( $lernwelt_related ) ) {
	get_template_part(
		'parts/related',
		null,
		[
			'title' => $lernwelt_related['title'],
			'cards' => lernwelt_theme()->cards->with_notes( $lernwelt_related['cards'] ),
			'link'  => $lernwelt_related['link'],
		]
	);
}
