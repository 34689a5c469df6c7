/**
 * Keeps half-filled forms while somebody logs in: in this tab only, until the form is sent. Without this script the
 * login works all the same.
 */

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What stands in one form: a text per field, or whether a box is ticked. */
type Kept = ReadonlyArray< string | boolean | null >;

/** Says that what was typed is still there; the page gives it to this script's element. */
const words = document.currentScript?.dataset.kept ?? '';

const key = (): string => `lernwelt-form ${ location.pathname }`;

const forms = (): HTMLFormElement[] => [
	...document.querySelectorAll< HTMLFormElement >( 'main form[method="post" i]' ),
];

const fields = ( form: HTMLFormElement ): Field[] =>
	[ ...form.elements ].filter(
		( element ): element is Field =>
			element instanceof HTMLTextAreaElement ||
			element instanceof HTMLSelectElement ||
			( element instanceof HTMLInputElement &&
				! [ 'password', 'hidden', 'file', 'submit', 'button', 'image', 'reset' ].includes( element.type ) )
	);

const isBox = ( field: Field ): field is HTMLInputElement =>
	field instanceof HTMLInputElement && [ 'checkbox', 'radio' ].includes( field.type );

const contentOf = ( field: Field ): string | boolean => ( isBox( field ) ? field.checked : field.value );

const wasChanged = ( field: Field ): boolean => {
	if ( isBox( field ) ) {
		return field.checked !== field.defaultChecked;
	}
	if ( field instanceof HTMLSelectElement ) {
		// Where no option is named, browsers choose the first.
		const preset = [ ...field.options ].find( ( option ) => option.defaultSelected ) ?? field.options[ 0 ];
		return field.value !== ( preset?.value ?? '' );
	}
	return field.value !== field.defaultValue;
};

function keep(): void {
	const content: Kept[] = forms().map( ( form ) =>
		fields( form ).map( ( field ) => ( wasChanged( field ) ? contentOf( field ) : null ) )
	);
	if ( content.flat().some( ( value ) => value !== null ) ) {
		try {
			sessionStorage.setItem( key(), JSON.stringify( content ) );
		} catch {
			// Blocked or full: whoever wants to log in gets there without.
		}
	}
}

/** What was kept for this page; null when there is nothing, or nothing that could be read. */
function kept(): readonly unknown[] | null {
	try {
		const content: unknown = JSON.parse( sessionStorage.getItem( key() ) ?? 'null' );
		return Array.isArray( content ) ? content : null;
	} catch {
		return null;
	}
}

function forget(): void {
	try {
		sessionStorage.removeItem( key() );
	} catch {
		// Blocked in the meantime.
	}
}

function put( field: Field, value: unknown ): boolean {
	if ( isBox( field ) && typeof value === 'boolean' ) {
		field.checked = value;
	} else if ( ! isBox( field ) && typeof value === 'string' ) {
		field.value = value;
	} else {
		return false;
	}
	field.dispatchEvent( new Event( 'input', { bubbles: true } ) );
	field.dispatchEvent( new Event( 'change', { bubbles: true } ) );
	return true;
}

function restore(): void {
	const content = kept();
	if ( content === null ) {
		return;
	}
	for ( const [ index, form ] of forms().entries() ) {
		const entry = content[ index ];
		const values: readonly unknown[] = Array.isArray( entry ) ? entry : [];
		const filled = fields( form ).filter( ( field, at ) => put( field, values[ at ] ) );
		if ( filled.length > 0 ) {
			const note = document.createElement( 'p' );
			note.className = 'lw-kept';
			note.setAttribute( 'role', 'status' );
			form.prepend( note );
			// A status is spoken when its text changes, not when it appears with it.
			setTimeout( () => ( note.textContent = words ), 100 );
		}
		form.addEventListener( 'submit', forget );
	}
}

/** The page may have changed its address since it was loaded, e.g. by filters. */
function comeBackHere( link: HTMLAnchorElement ): void {
	const url = new URL( link.href );
	if ( url.searchParams.has( 'weiter' ) || location.pathname !== '/' || location.search !== '' ) {
		url.searchParams.set( 'weiter', location.pathname + location.search );
		link.href = url.href;
	}
}

document.addEventListener( 'click', ( event ) => {
	const link = event.target instanceof Element ? event.target.closest( 'a[data-lw-login]' ) : null;
	if ( link instanceof HTMLAnchorElement ) {
		keep();
		comeBackHere( link );
	}
} );

restore();

export {};
