<?php
/**
 * The list of sessions.
 *
 * @package Lernwelt\Sso
 *
 * @var Lernwelt\Sso\Admin\SessionsView $view What to print.
 */

declare( strict_types=1 );

use Lernwelt\Sso\Domain\Session\EndTarget;

$notice = $view->notice();
$pages  = $view->pages();
?>
<div class="wrap">
	<h1><?php esc_html_e( 'Sessions', 'lernwelt-sso' ); ?></h1>
	<?php if ( '' !== $notice ) : ?>
		<div class="notice notice-success" role="status"><p><?php echo esc_html( $notice ); ?></p></div>
	<?php endif; ?>
	<p>
		<?php
		/* translators: %d: number. */
		echo esc_html( sprintf( _n( '%d browser is logged in.', '%d browsers are logged in.', $view->total, 'lernwelt-sso' ), $view->total ) );
		echo ' ';
		esc_html_e( 'No address and no kind of browser is stored, and of pupils nothing but that one is there. Looking at this list is noted in the log.', 'lernwelt-sso' );
		?>
	</p>
	<?php if ( [] === $view->rows ) : ?>
		<p><strong><?php esc_html_e( 'There is nobody on this page of the list.', 'lernwelt-sso' ); ?></strong> <a href="<?php echo esc_url( $view->url ); ?>"><?php esc_html_e( 'To the beginning of the list', 'lernwelt-sso' ); ?></a></p>
	<?php else : ?>
		<table class="wp-list-table widefat striped lernwelt-sessions">
			<caption class="screen-reader-text"><?php esc_html_e( 'Sessions, the newest first', 'lernwelt-sso' ); ?></caption>
			<thead>
				<tr>
					<th scope="col" class="column-primary"><?php esc_html_e( 'Person', 'lernwelt-sso' ); ?></th>
					<?php if ( $view->is_network() ) : ?>
						<th scope="col"><?php esc_html_e( 'Portal', 'lernwelt-sso' ); ?></th>
					<?php endif; ?>
					<th scope="col"><?php esc_html_e( 'Roles', 'lernwelt-sso' ); ?></th>
					<th scope="col"><?php esc_html_e( 'Logged in', 'lernwelt-sso' ); ?></th>
					<th scope="col"><?php esc_html_e( 'Last seen', 'lernwelt-sso' ); ?></th>
					<th scope="col"><?php esc_html_e( 'By', 'lernwelt-sso' ); ?></th>
					<th scope="col"><?php esc_html_e( 'End', 'lernwelt-sso' ); ?></th>
				</tr>
			</thead>
			<tbody>
				<?php foreach ( $view->rows as $session ) : ?>
					<tr class="is-expanded">
						<th scope="row" class="column-primary">
							<?php echo esc_html( $view->words->person( $session ) ); ?>
							<?php if ( $session->is_own ) : ?>
								<strong>– <?php esc_html_e( 'this is you', 'lernwelt-sso' ); ?></strong>
							<?php endif; ?>
						</th>
						<?php if ( $view->is_network() ) : ?>
							<td data-colname="<?php esc_attr_e( 'Portal', 'lernwelt-sso' ); ?>"><?php echo esc_html( $session->portal ); ?></td>
						<?php endif; ?>
						<td data-colname="<?php esc_attr_e( 'Roles', 'lernwelt-sso' ); ?>"><?php echo esc_html( $view->words->roles( $session ) ); ?></td>
						<td data-colname="<?php esc_attr_e( 'Logged in', 'lernwelt-sso' ); ?>"><time datetime="<?php echo esc_attr( gmdate( DATE_ATOM, $session->since ) ); ?>"><?php echo esc_html( $view->time( $session->since ) ); ?></time></td>
						<td data-colname="<?php esc_attr_e( 'Last seen', 'lernwelt-sso' ); ?>"><time datetime="<?php echo esc_attr( gmdate( DATE_ATOM, $session->seen ) ); ?>"><?php echo esc_html( $view->time( $session->seen ) ); ?></time></td>
						<td data-colname="<?php esc_attr_e( 'By', 'lernwelt-sso' ); ?>"><?php echo esc_html( $view->words->kind( $session->kind ) ); ?></td>
						<td data-colname="<?php esc_attr_e( 'End', 'lernwelt-sso' ); ?>">
							<?php if ( $session->is_own ) : ?>
								<?php esc_html_e( 'Log out to end it', 'lernwelt-sso' ); ?><br>
							<?php else : ?>
								<a href="<?php echo esc_url( $view->end_url( EndTarget::one( $session->id ) ) ); ?>"><?php esc_html_e( 'This session …', 'lernwelt-sso' ); ?><span class="screen-reader-text"> (<?php echo esc_html( $view->spoken( $session ) ); ?>)</span></a><br>
							<?php endif; ?>
							<?php if ( 0 < $session->user_id ) : ?>
								<a href="<?php echo esc_url( $view->end_url( EndTarget::person( $session->user_id ) ) ); ?>"><?php esc_html_e( 'All of this person …', 'lernwelt-sso' ); ?><span class="screen-reader-text"> (<?php echo esc_html( $view->spoken( $session ) ); ?>)</span></a>
							<?php endif; ?>
						</td>
					</tr>
				<?php endforeach; ?>
			</tbody>
		</table>
	<?php endif; ?>
	<?php if ( 1 < $pages ) : ?>
		<nav class="tablenav" aria-label="<?php esc_attr_e( 'Pages of the list', 'lernwelt-sso' ); ?>">
			<?php if ( 1 < $view->page ) : ?>
				<a class="button" href="<?php echo esc_url( $view->page_url( min( $view->page - 1, $pages ) ) ); ?>"><?php esc_html_e( 'Newer sessions', 'lernwelt-sso' ); ?></a>
			<?php endif; ?>
			<?php
			/* translators: 1: number of this page, 2: number of pages. */
			echo esc_html( sprintf( __( 'Page %1$d of %2$d', 'lernwelt-sso' ), $view->page, $pages ) );
			?>
			<?php if ( $view->page < $pages ) : ?>
				<a class="button" href="<?php echo esc_url( $view->page_url( $view->page + 1 ) ); ?>"><?php esc_html_e( 'Older sessions', 'lernwelt-sso' ); ?></a>
			<?php endif; ?>
		</nav>
	<?php endif; ?>
	<h2><?php esc_html_e( 'In an emergency', 'lernwelt-sso' ); ?></h2>
	<p><?php esc_html_e( 'If accounts may be in the wrong hands, log everybody out at once. Your own session stays.', 'lernwelt-sso' ); ?></p>
	<p><a class="button" href="<?php echo esc_url( $view->end_url( EndTarget::all() ) ); ?>"><?php $view->is_network() ? esc_html_e( 'End all sessions on all portals …', 'lernwelt-sso' ) : esc_html_e( 'End all sessions on this portal …', 'lernwelt-sso' ); ?></a></p>
</div>
