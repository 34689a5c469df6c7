<?php
/**
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Tests\Unit;

use Lernwelt\Portal\Blocks\ContactDetailsView;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class ContactDetailsViewTest extends TestCase {
	public function test_lines_without_text_are_left_out(): void {
		$view = new ContactDetailsView( [ 'organisation' => 'LISA', 'street' => '', 'postcode' => '', 'city' => 'Halle (Saale)' ] );
		self::assertSame( [ 'LISA', 'Halle (Saale)' ], $view->lines );
		self::assertFalse( $view->is_empty() );
		self::assertTrue( ( new ContactDetailsView( [] ) )->is_empty() );
	}

	#[TestWith( [ '(0391) 5550-140', 'tel:+493915550140' ] )]
	#[TestWith( [ '+49 (0)391 5550140', 'tel:+493915550140' ] )]
	#[TestWith( [ '0049 391 5550140', 'tel:+493915550140' ] )]
	#[TestWith( [ '115', 'tel:115' ] )]
	#[TestWith( [ '', '' ] )]
	public function test_a_telephone_number_can_be_called_from_abroad( string $written, string $uri ): void {
		self::assertSame( $uri, ( new ContactDetailsView( [ 'phone' => $written ] ) )->phone_uri );
	}
}
