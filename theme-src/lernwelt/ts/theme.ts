/**
 * Comfort only: everything opens and closes without this script.
 * Escape and a click elsewhere close flyouts; leaving one by keyboard closes it too.
 */
const openFlyouts = (): HTMLDetailsElement[] => [
	...document.querySelectorAll< HTMLDetailsElement >( '.lw-flyout[open]' ),
];

const openSheet = (): HTMLElement | null => document.querySelector< HTMLElement >( '.lw-nav:popover-open' );

const isSheet = ( flyout: HTMLDetailsElement ): boolean => flyout.closest( ':popover-open' ) !== null;

document.addEventListener( 'keydown', ( event ) => {
	if ( event.key !== 'Escape' ) {
		return;
	}
	for ( const flyout of openFlyouts() ) {
		const held = flyout.matches( ':focus-within' );
		flyout.open = false;
		if ( held ) {
			flyout.querySelector( 'summary' )?.focus();
		}
	}
} );

const closeWithout = ( target: EventTarget | null ): void => {
	for ( const flyout of openFlyouts() ) {
		if ( ! isSheet( flyout ) && target instanceof Node && ! flyout.contains( target ) ) {
			flyout.open = false;
		}
	}
};

document.addEventListener( 'click', ( event ) => closeWithout( event.target ) );
document.addEventListener( 'focusin', ( event ) => {
	closeWithout( event.target );
	// Focus must not walk on behind the sheet, where nobody sees it.
	const sheet = openSheet();
	if ( sheet !== null && event.target instanceof Node && ! sheet.contains( event.target ) ) {
		sheet.hidePopover();
	}
} );

// The search field is what people open the search for.
document.querySelector( '.lw-head__search' )?.addEventListener( 'toggle', ( event ) => {
	const flyout = event.target;
	if ( flyout instanceof HTMLDetailsElement && flyout.open ) {
		flyout.querySelector( 'input' )?.focus();
	}
} );

// A sheet that is open when the window grows would lie over the row of links.
window.matchMedia( '(min-width: 62em)' ).addEventListener( 'change', ( event ) => {
	if ( event.matches ) {
		openSheet()?.hidePopover();
	}
} );

export {};
