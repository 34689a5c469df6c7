import { randomBytes } from 'node:crypto';
import type { Person } from './people.ts';

/** A page of the provider with the policy that belongs to its one style element. */
export interface Page {
	readonly status: number;
	readonly html: string;
	readonly headers: Readonly< Record< string, string > >;
}

const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #EDF2F7; color: #1F3347; font: 1.0625rem/1.5 system-ui, "Segoe UI", sans-serif; }
header { background: #365069; color: #fff; padding: 1rem; }
header p, main { margin: 0 auto; }
header p { max-width: 42rem; }
main { max-width: 44rem; }
header p { font-weight: 700; }
main { padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .75rem; }
.note { background: #fff; border-left: .375rem solid #FB9049; margin: 0 0 1.5rem; padding: .75rem 1rem; }
li { display: grid; }
ul { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); list-style: none; margin: 0 0 1.5rem; padding: 0; }
button { background: #fff; border: 2px solid #4C7094; border-radius: .5rem; color: inherit; cursor: pointer; font: inherit; min-height: 3rem; padding: .75rem 1rem; text-align: left; width: 100%; overflow-wrap: anywhere; }
button strong, button span { display: block; }
button span { color: #4A5D70; }
button:hover { background: #F7F9FB; border-color: #365069; }
button:focus-visible, a:focus-visible { outline: 3px solid #1F3347; outline-offset: 2px; }
.plain { text-align: center; }
.row { display: grid; gap: .75rem; max-width: 24rem; }
.main { background: #365069; border-color: #365069; color: #fff; text-align: center; }
.main:hover { background: #1F3347; }
a { color: #365069; }
code { background: #fff; overflow-wrap: anywhere; padding: 0 .25rem; }
`;

/** @param text Text that goes into HTML. */
export function escape( text: string ): string {
	return text
		.replaceAll( '&', '&amp;' )
		.replaceAll( '<', '&lt;' )
		.replaceAll( '>', '&gt;' )
		.replaceAll( '"', '&quot;' );
}

interface PageText {
	readonly title: string;
	/** HTML. */
	readonly content: string;
	readonly status?: number;
	/** Where forms of this page may lead in the end. */
	readonly formTargets?: readonly string[];
}

/** @param text What the page says. */
export function page( { title, content, status = 200, formTargets = [] }: PageText ): Page {
	const nonce = randomBytes( 16 ).toString( 'base64' );
	const targets = [ "'self'", ...formTargets ].join( ' ' );
	return {
		status,
		headers: {
			'Content-Type': 'text/html; charset=utf-8',
			'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${ nonce }'; form-action ${ targets }; frame-ancestors 'none'; base-uri 'none'`,
			'Cache-Control': 'no-store',
			'Referrer-Policy': 'no-referrer',
			'X-Content-Type-Options': 'nosniff',
		},
		html: `<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${ escape( title ) } – Bildungsserver (Demo)</title>
<style nonce="${ nonce }">${ STYLE }</style>
</head>
<body>
<header><p>Bildungsserver (Demo)</p></header>
<main>
<h1>${ escape( title ) }</h1>
${ content }
</main>
</body>
</html>
`,
	};
}

/** @param people Whom one can choose. */
export function loginPage( people: readonly Person[], formTargets: readonly string[] ): Page {
	const choices = people.map(
		( { login, name, role } ) =>
			`<li><button name="login" value="${ login }"><strong>${ escape( name ) }</strong><span>${ escape( role ) }</span></button></li>`
	);
	return page( {
		title: 'Anmelden',
		formTargets,
		content: `<p class="note">Demo, keine echten Personen. Ein Passwort brauchen Sie nicht.</p>
<form method="post">
<p id="wer">Als wer möchten Sie sich anmelden?</p>
<ul aria-labelledby="wer">
${ choices.join( '\n' ) }
</ul>
<button class="plain" name="abbrechen" value="1">Abbrechen und zurück zum Portal</button>
</form>`,
	} );
}

/**
 * @param form        The library's form with its secret; the buttons belong to it by its id.
 * @param formTargets Where it may lead.
 */
export function logoutPage( form: string, formTargets: readonly string[] ): Page {
	return page( {
		title: 'Abmelden?',
		formTargets,
		content: `<p>Möchten Sie sich beim Bildungsserver abmelden? Damit enden auch Ihre Anmeldungen in den Portalen.</p>
${ form }
<div class="row">
<button class="main" form="op.logoutForm" name="logout" value="yes">Ja, abmelden</button>
<button class="plain" form="op.logoutForm">Nein, angemeldet bleiben</button>
</div>`,
	} );
}

export function loggedOutPage(): Page {
	return page( {
		title: 'Sie sind abgemeldet',
		content: '<p>Ihre Anmeldung beim Bildungsserver ist beendet.</p>',
	} );
}

/**
 * @param status  HTTP status.
 * @param code    OAuth error code.
 * @param details What the library says about it.
 */
export function errorPage( status: number, code: string, details: string ): Page {
	return page( {
		title: 'Das hat nicht geklappt',
		status,
		content: `<p>Die Anfrage des Portals konnte nicht bearbeitet werden.</p>
<p><code>${ escape( code ) }</code> ${ escape( details ) }</p>`,
	} );
}

export function expiredPage(): Page {
	return page( {
		title: 'Diese Anmeldung ist abgelaufen',
		status: 400,
		content: '<p>Gehen Sie zurück zum Portal und melden Sie sich dort noch einmal an.</p>',
	} );
}

/** @param people Who lives here. */
export function frontPage( people: readonly Person[] ): Page {
	return page( {
		title: 'Bildungsserver (Demo)',
		content: `<p class="note">Demo, keine echten Personen. Angemeldet wird von den Portalen aus.</p>
<ul>
${ people.map( ( { name, role } ) => `<li><strong>${ escape( name ) }</strong><br>${ escape( role ) }</li>` ).join( '\n' ) }
</ul>`,
	} );
}
