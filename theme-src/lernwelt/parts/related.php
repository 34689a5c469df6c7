<?php
/**
 * The band of cards below a text. Expects `title` and `cards`; takes `link` (address and words of the whole list).
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

/** @var array{title: string, cards: list<Lernwelt\Theme\Content\Card>, link?: array{url: string, text: string}} $args */
if ( [] === $args['cards'] ) {
	return;
}
$lernwelt_link = $args['link'] ?? null;
?>
<section class="lw-related" aria-labelledby="mehr">
	<div class="container-xxl">
		<div class="lw-section__head">
			<h2 id="mehr"><?php echo esc_html( $args['title'] ); ?></h2>
			<?php if ( null !== $lernwelt_link && '' !== $lernwelt_link['url'] ) : ?>
			<p><a href="<?php echo esc_url( $lernwelt_link['url'] ); ?>"><?php echo esc_html( $lernwelt_link['text'] ); ?></a></p>
			<?php endif; ?>
		</div>
		<?php
		get_template_part(
			'parts/cards',
			null,
			[
				'cards' => $args['cards'],
				'level' => 3,
			]
		);
		?>
	</div>
</section>
