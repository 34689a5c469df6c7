<?php
/**
 * A grid of cards, or a list of rows. Expects `cards`; takes `layout` (cards|rows) and `level`.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

use Lernwelt\Core\Design\MotifShape;
use Lernwelt\Core\MotifPictures;

/** @var array{cards: list<Lernwelt\Theme\Content\Card>, layout?: string, level?: int} $args */
$lernwelt_layout = 'rows' === ( $args['layout'] ?? 'cards' ) ? 'row' : 'card';
if ( 'card' === $lernwelt_layout ) {
	MotifPictures::prime( array_map( static fn ( $card ): string => $card->seed, $args['cards'] ), MotifShape::Card );
}
?>
<ul class="lw-<?php echo esc_attr( $lernwelt_layout ); ?>s">
	<?php foreach ( $args['cards'] as $lernwelt_card ) : ?>
	<li>
		<?php
		get_template_part(
			'parts/' . $lernwelt_layout,
			null,
			[
				'card'  => $lernwelt_card,
				'level' => $args['level'] ?? 2,
			]
		);
		?>
	</li>
	<?php endforeach; ?>
</ul>
