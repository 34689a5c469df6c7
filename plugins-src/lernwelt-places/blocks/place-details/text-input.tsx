import { TextareaControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { type Field, helpOf, labelOf } from './fields';
import { problemOf } from './problems';

interface TextInputProps {
	readonly field: Field;
	readonly value: string;
	readonly onChange: ( value: string ) => void;
	/** Lines of a larger box; one line without it. */
	readonly rows?: number;
	/** Keyboard that phones show. */
	readonly mode?: 'numeric' | 'tel' | 'email' | 'url';
}

/** A text with its label, help and what is wrong with it. Nobody is told off while still typing. */
export function TextInput( { field, value, onChange, rows, mode }: TextInputProps ) {
	const [ typing, setTyping ] = useState( false );
	const problem = typing ? '' : problemOf( field, value );
	const props = {
		label: labelOf( field ),
		value,
		help: <Help problem={ problem } help={ helpOf( field ) } />,
		'aria-invalid': problem !== '',
		onChange: ( text: string ) => {
			setTyping( true );
			onChange( text );
		},
		onBlur: () => setTyping( false ),
	};
	return rows === undefined ? (
		<TextControl { ...props } { ...( mode === undefined ? {} : { inputMode: mode } ) } __next40pxDefaultSize />
	) : (
		<TextareaControl { ...props } rows={ rows } />
	);
}

interface HelpProps {
	readonly problem: string;
	readonly help: string;
}

/** The line below a field: what is wrong first, then what helps. */
export function Help( { problem, help }: HelpProps ) {
	return (
		<>
			{ problem !== '' && <strong className="lw-place-form__problem">{ problem }</strong> }
			{ help }
		</>
	);
}
