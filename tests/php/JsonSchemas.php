<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests;

use Opis\JsonSchema\Errors\ErrorFormatter;
use Opis\JsonSchema\Helper;
use Opis\JsonSchema\Validator;

/** Checks data against a schema file with a complete validator, independent of WordPress's own. For test cases. */
trait JsonSchemas {

	/**
	 * @param string $schema_file Path of the schema.
	 * @param mixed  $data        Data as PHP would encode it.
	 */
	protected static function assert_matches_schema( string $schema_file, mixed $data ): void {
		$schema = json_decode( (string) file_get_contents( $schema_file ), false, 64, JSON_THROW_ON_ERROR );
		$json   = json_decode( json_encode( $data, JSON_THROW_ON_ERROR ), false, 64, JSON_THROW_ON_ERROR );
		$error  = ( new Validator() )->validate( $json, Helper::toJSON( $schema ) )->error();
		self::assertNull( $error, null === $error ? '' : json_encode( ( new ErrorFormatter() )->format( $error ), JSON_PRETTY_PRINT | JSON_THROW_ON_ERROR ) );
	}
}
