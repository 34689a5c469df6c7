<?php
/**
 * Article.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

get_header();
while ( have_posts() ) {
	the_post();
	$lernwelt_post = get_post();
	if ( null === $lernwelt_post ) {
		break;
	}
	$lernwelt_related = lernwelt_theme()->teasers->related( $lernwelt_post->ID, 3 );
	?>
<article>
	<?php
	get_template_part( 'parts/page-head', null, [ 'post' => $lernwelt_post ] );
	?>
	<div class="lw-content lw-content--page">
		<?php if ( has_post_thumbnail() ) : ?>
		<figure class="lw-lead-picture">
			<?php
			the_post_thumbnail(
				'lernwelt-wide',
				[
					'loading'       => 'eager',
					'fetchpriority' => 'high',
					'sizes'         => '(min-width: 992px) 850px, 100vw',
				]
			);
			?>
			<?php if ( '' !== (string) get_the_post_thumbnail_caption() ) : ?>
			<figcaption><?php the_post_thumbnail_caption(); ?></figcaption>
			<?php endif; ?>
		</figure>
		<?php endif; ?>
		<?php the_content(); ?>
	</div>
</article>
	<?php if ( [] !== $lernwelt_related ) : ?>
<section class="lw-related" aria-labelledby="mehr">
	<div class="container-xxl">
		<h2 id="mehr"><?php esc_html_e( 'Read on', 'lernwelt' ); ?></h2>
		<?php
		get_template_part(
			'parts/cards',
			null,
			[
				'cards' => $lernwelt_related,
				'level' => 3,
			]
		);
		?>
	</div>
</section>
	<?php endif; ?>
	<?php
}
get_footer();
