<?php
/**
 * The picture of the post shown, above its text.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

if ( ! has_post_thumbnail() ) {
	return;
}
?>
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
