<?php
/**
 * A page that no editor wrote: login, refusals, notices. Expects `page`.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

/** @var array{page: Lernwelt\Core\PortalPage} $args */
get_header();
get_template_part(
	'parts/page-head',
	null,
	[
		'title'  => $args['page']->title,
		'lead'   => $args['page']->lead,
		'crumbs' => [],
	]
);
?>
<div class="lw-content lw-content--page">
	<?php echo $args['page']->html; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped by whoever made the page. ?>
</div>
<?php
get_footer();
