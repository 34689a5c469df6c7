<?php
/**
 * Nothing to show: says so, and what to do next. Expects `title` and `text`; takes `seed`, `search` (bool) and `links` (nodes).
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

use Lernwelt\Core\Design\MotifShape;
use Lernwelt\Theme\Motifs;

/** @var array{title: string, text: string, seed?: string, search?: bool, links?: list<Lernwelt\Theme\Navigation\MenuNode>} $args */
$lernwelt_links = $args['links'] ?? [];
?>
<div class="lw-empty">
	<div class="lw-empty__motif"><?php echo Motifs::html( (string) ( $args['seed'] ?? 'leer' ), MotifShape::Square ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- numbers only. ?></div>
	<div class="lw-empty__text">
		<h2><?php echo esc_html( $args['title'] ); ?></h2>
		<p><?php echo esc_html( $args['text'] ); ?></p>
		<?php if ( true === ( $args['search'] ?? false ) ) : ?>
			<?php get_template_part( 'parts/search-form', null, [ 'id' => 'suche-leer' ] ); ?>
		<?php endif; ?>
		<?php if ( [] !== $lernwelt_links ) : ?>
		<h2 class="lw-empty__links"><?php esc_html_e( 'Perhaps this helps', 'lernwelt' ); ?></h2>
		<div class="is-style-links"><?php get_template_part( 'parts/links', null, [ 'nodes' => $lernwelt_links ] ); ?></div>
		<?php endif; ?>
	</div>
</div>
