<?php
/**
 * The page that holds a form.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Blocks;

use Lernwelt\Portal\Application\TooManyMessages;
use Lernwelt\Portal\Domain\Form\Field;
use Lernwelt\Portal\Domain\Form\Kind;
use Lernwelt\Portal\Domain\Form\PagePath;
use Lernwelt\Portal\Domain\Form\Refusal;
use WP_Post;

/**
 * Answers a form before the page is printed, because status, title and redirect come first; the block prints the
 * state that is left.
 */
final class FormPage {
	public const BLOCK = 'lernwelt/form';

	/** Query variable of the confirmation. */
	private const SENT = 'gesendet';

	/** Query variable that names the page a barrier was met on. */
	private const PAGE = 'seite';

	private ?FormState $state = null;

	public function __construct( private readonly FormHandler $handler ) {
	}

	/**
	 * Handles what was sent to this page, if anything was.
	 *
	 * @param FormRequest  $request What was sent.
	 * @param array<mixed> $query   $_GET, slashed as WordPress does it.
	 * @return ?string Address to send the browser to, null to print the page.
	 */
	public function answer( FormRequest $request, array $query ): ?string {
		$post = get_queried_object();
		$kind = is_singular() && $post instanceof WP_Post && ! post_password_required( $post ) ? self::kind_in( $post->post_content ) : null;
		if ( null === $kind || ! $post instanceof WP_Post ) {
			return null;
		}
		if ( null === $request->kind && ! $request->too_large ) {
			$this->state = isset( $query[ self::SENT ] ) ? FormState::sent() : FormState::fresh( $this->prefilled( $kind, $request, $query ) );
			return null;
		}
		$this->state = $this->handler->handle( $kind, $request );
		if ( $this->state->sent ) {
			return add_query_arg( self::SENT, '1', (string) get_permalink( $post ) ) . '#' . FormView::STATUS_ID;
		}
		status_header( $this->state->status() );
		nocache_headers();
		if ( Refusal::TooMany === $this->state->refusal && ! headers_sent() ) {
			header( 'Retry-After: ' . TooManyMessages::SECONDS );
		}
		return null;
	}

	/**
	 * What the block prints.
	 *
	 * @param array<string, mixed> $attributes Attributes of the block.
	 */
	public function view( array $attributes ): FormView {
		return new FormView( self::kind_of( $attributes ), $this->state ?? FormState::fresh(), (string) get_permalink() );
	}

	/**
	 * Screen readers read the title first: it says that something went wrong, or right.
	 *
	 * @param array<string, string> $parts Parts of the document's title.
	 * @return array<string, string>
	 */
	public function title_parts( array $parts ): array {
		if ( null === $this->state || ! isset( $parts['title'] ) ) {
			return $parts;
		}
		if ( $this->state->has_errors() ) {
			/* translators: %s: title of the page. */
			$parts['title'] = sprintf( __( 'Error: %s', 'lernwelt-portal' ), $parts['title'] );
		} elseif ( $this->state->sent ) {
			/* translators: %s: title of the page. */
			$parts['title'] = sprintf( __( 'Sent: %s', 'lernwelt-portal' ), $parts['title'] );
		}
		return $parts;
	}

	/**
	 * @param Kind         $kind    Kind of the form.
	 * @param FormRequest  $request Its Referer tells where a visitor comes from.
	 * @param array<mixed> $query   Query variables.
	 * @return array<string, string> Field → text.
	 */
	private function prefilled( Kind $kind, FormRequest $request, array $query ): array {
		if ( Kind::Barrier !== $kind ) {
			return [];
		}
		$named = $query[ self::PAGE ] ?? '';
		$path  = PagePath::of( is_string( $named ) ? wp_unslash( $named ) : '', home_url() );
		if ( '' === $path ) {
			// A cached page must not tell the next visitor where this one came from, nor one who came from nowhere where nobody else did.
			nocache_headers();
			$path = PagePath::of( $request->referer, home_url() );
		}
		return [ Field::Page->value => $path ];
	}

	/**
	 * The form in a content, in groups and synced patterns too. Most pages hold none and are not parsed for it.
	 *
	 * @param string $content Block markup.
	 */
	private static function kind_in( string $content ): ?Kind {
		return has_block( self::BLOCK, $content ) || has_block( 'core/block', $content ) ? self::kind_among( parse_blocks( $content ) ) : null;
	}

	/**
	 * @param array<mixed> $blocks Parsed blocks, as parse_blocks() returns them.
	 * @param list<int>    $inside Patterns that lead here: one that contains itself has no end.
	 */
	private static function kind_among( array $blocks, array $inside = [] ): ?Kind {
		foreach ( $blocks as $block ) {
			$ref     = 'core/block' === $block['blockName'] ? (int) ( $block['attrs']['ref'] ?? 0 ) : 0;
			$pattern = 0 === $ref || in_array( $ref, $inside, true ) ? null : get_post( $ref );
			$kind    = match ( true ) {
				self::BLOCK === $block['blockName'] => self::kind_of( $block['attrs'] ),
				$pattern instanceof WP_Post         => self::kind_among( parse_blocks( $pattern->post_content ), [ ...$inside, $ref ] ),
				default                             => self::kind_among( $block['innerBlocks'], $inside ),
			};
			if ( null !== $kind ) {
				return $kind;
			}
		}
		return null;
	}

	/**
	 * @param array<string, mixed> $attributes Attributes of the block.
	 */
	private static function kind_of( array $attributes ): Kind {
		$kind = $attributes['kind'] ?? '';
		return Kind::tryFrom( is_string( $kind ) ? $kind : '' ) ?? Kind::Contact;
	}
}
