<?php
/**
 * Prints what PHP files say, as JSON, so that checks judge code and not comments or strings.
 *
 * Input: one path a line on standard input. Output: { path: { namespace, types, uses, names, calls, variables,
 * strings, html, translations } }, with line numbers. Reads files only.
 *
 * @package Lernwelt
 */

declare( strict_types=1 );

const TRANSLATORS = array( '__', '_e', 'esc_html__', 'esc_html_e', 'esc_attr__', 'esc_attr_e', '_x', '_ex', 'esc_html_x', 'esc_attr_x', '_n', '_nx', '_n_noop', '_nx_noop' );
const IGNORED     = array( T_WHITESPACE, T_COMMENT, T_DOC_COMMENT );

/**
 * The value of a string literal, null for anything that isn't one.
 *
 * @param list<PhpToken> $argument Tokens of one argument.
 */
function literal( array $argument ): ?string {
	$text = '';
	foreach ( $argument as $token ) {
		if ( $token->is( '.' ) ) {
			continue;
		}
		if ( ! $token->is( T_CONSTANT_ENCAPSED_STRING ) ) {
			return null;
		}
		$body  = substr( $token->text, 1, -1 );
		$text .= "'" === $token->text[0]
			? str_replace( array( '\\\\', "\\'" ), array( '\\', "'" ), $body )
			: stripcslashes( $body );
	}
	return array() === $argument ? null : $text;
}

/**
 * The literal arguments of a call.
 *
 * @param list<PhpToken> $tokens Tokens without blanks and comments.
 * @param int            $open   Position of the opening parenthesis.
 *
 * @return list<?string>
 */
function arguments( array $tokens, int $open ): array {
	$arguments = array();
	$current   = array();
	$depth     = 0;
	for ( $i = $open; $i < count( $tokens ); $i++ ) {
		$text = $tokens[ $i ]->text;
		if ( in_array( $text, array( '(', '[', '{' ), true ) && 1 === ++$depth ) {
			continue;
		}
		if ( in_array( $text, array( ')', ']', '}' ), true ) && 0 === --$depth ) {
			break;
		}
		if ( ',' === $text && 1 === $depth ) {
			$arguments[] = literal( $current );
			$current     = array();
			continue;
		}
		$current[] = $tokens[ $i ];
	}
	if ( array() !== $current ) {
		$arguments[] = literal( $current );
	}
	return $arguments;
}

/**
 * Everything one file says.
 *
 * @return array<string, mixed>
 */
function facts( string $code ): array {
	$all    = PhpToken::tokenize( $code );
	$tokens = array_values( array_filter( $all, static fn ( PhpToken $token ): bool => ! $token->is( IGNORED ) ) );
	$facts  = array_fill_keys( array( 'types', 'uses', 'names', 'calls', 'variables', 'strings', 'html', 'translations' ), array() ) + array( 'namespace' => '' );
	$depth  = 0;
	foreach ( $tokens as $i => $token ) {
		$before = $tokens[ $i - 1 ] ?? null;
		$after  = $tokens[ $i + 1 ] ?? null;
		$line   = $token->line;
		if ( in_array( $token->text, array( '{', '${' ), true ) || $token->is( T_CURLY_OPEN ) ) {
			++$depth;
		} elseif ( '}' === $token->text ) {
			--$depth;
		}
		if ( $token->is( T_NAMESPACE ) && '' === $facts['namespace'] && true === $after?->is( array( T_STRING, T_NAME_QUALIFIED ) ) ) {
			$facts['namespace'] = $after->text;
		} elseif ( $token->is( T_USE ) && 0 === $depth && null !== $after && ! $after->is( '(' ) ) {
			$name            = $after->is( array( T_FUNCTION, T_CONST ) ) ? $tokens[ $i + 2 ]->text : $after->text;
			$facts['uses'][] = array( 'name' => ltrim( $name, '\\' ), 'line' => $line );
		} elseif ( $token->is( array( T_CLASS, T_INTERFACE, T_TRAIT, T_ENUM ) ) && 0 === $depth && null !== $after && $after->is( T_STRING ) && ! $before?->is( T_DOUBLE_COLON ) ) {
			$facts['types'][] = array( 'name' => $after->text, 'line' => $line );
		} elseif ( $token->is( array( T_NAME_QUALIFIED, T_NAME_FULLY_QUALIFIED ) ) && ! $before?->is( array( T_USE, T_NAMESPACE ) ) ) {
			$facts['names'][] = array( 'name' => $token->text, 'line' => $line );
		} elseif ( $token->is( T_VARIABLE ) ) {
			$facts['variables'][] = array( 'name' => $token->text, 'line' => $line );
		} elseif ( $token->is( array( T_CONSTANT_ENCAPSED_STRING, T_ENCAPSED_AND_WHITESPACE ) ) ) {
			$facts['strings'][] = array( 'name' => $token->text, 'line' => $line );
		} elseif ( $token->is( T_INLINE_HTML ) ) {
			$facts['html'][] = array( 'name' => $token->text, 'line' => $line );
		}
		$plain = $token->is( T_STRING ) || ( $token->is( T_NAME_FULLY_QUALIFIED ) && 1 === substr_count( $token->text, '\\' ) );
		if ( ! $plain || '(' !== $after?->text || $before?->is( array( T_FUNCTION, T_OBJECT_OPERATOR, T_NULLSAFE_OBJECT_OPERATOR, T_DOUBLE_COLON, T_NEW, T_ATTRIBUTE ) ) ) {
			continue;
		}
		if ( '&' === $before?->text && ( $tokens[ $i - 2 ] ?? null )?->is( T_FUNCTION ) ) {
			continue;
		}
		$name             = ltrim( $token->text, '\\' );
		$facts['calls'][] = array( 'name' => $name, 'line' => $line );
		if ( in_array( $name, TRANSLATORS, true ) ) {
			$facts['translations'][] = array( 'name' => $name, 'line' => $line, 'arguments' => arguments( $tokens, $i + 1 ) );
		}
	}
	return $facts;
}

$result = array( 'internal' => get_defined_functions()['internal'], 'files' => array() );
foreach ( array_filter( explode( "\n", (string) stream_get_contents( STDIN ) ) ) as $path ) {
	$result['files'][ $path ] = facts( (string) file_get_contents( $path ) );
}
echo json_encode( $result, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE );
