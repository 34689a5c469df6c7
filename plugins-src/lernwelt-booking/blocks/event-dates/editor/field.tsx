import { TextareaControl, TextControl } from '@wordpress/components';
import type { ReactNode } from 'react';

interface FieldProps {
	readonly label: string;
	readonly value: string;
	readonly onChange: ( value: string ) => void;
	readonly onBlur?: () => void;
	readonly help?: string;
	/** What is wrong with it. */
	readonly error?: string | undefined;
	readonly type?: 'text' | 'number' | 'date' | 'datetime-local' | 'url' | 'email' | 'tel';
	readonly min?: number;
	readonly required?: boolean;
	/** Lines of a larger box; one line without it. */
	readonly rows?: number;
}

/** A field with its label, help, and what is wrong with it. */
export function Field( { error, help, rows, type = 'text', ...rest }: FieldProps ) {
	const props = {
		...rest,
		help: <Help error={ error } help={ help } />,
		...( error === undefined ? {} : { 'aria-invalid': true } ),
	};
	return rows === undefined ? (
		<TextControl { ...props } type={ type } __next40pxDefaultSize />
	) : (
		<TextareaControl { ...props } rows={ rows } />
	);
}

interface HelpProps {
	readonly error?: string | undefined;
	readonly help?: string | undefined;
}

/** The line below a field: what is wrong first, then what helps. */
export function Help( { error, help }: HelpProps ) {
	return (
		<>
			{ error !== undefined && <strong className="lw-event-form__problem">{ error }</strong> }
			{ help }
		</>
	);
}

interface GroupProps {
	readonly title: string;
	readonly error?: string | undefined;
	readonly children: ReactNode;
}

/** Fields that belong together, with a name for everybody; what is wrong with all of them takes the focus. */
export function Group( { title, error, children }: GroupProps ) {
	return (
		<fieldset className="lw-event-form__group">
			<legend className="lw-event-form__title">{ title }</legend>
			{ error !== undefined && (
				<strong className="lw-event-form__problem" data-problem tabIndex={ -1 }>
					{ error }
				</strong>
			) }
			{ children }
		</fieldset>
	);
}
