import { TextareaControl } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { RefObject } from 'react';

/** What somebody writes down as a reason, and whether they were told that it is missing. */
export interface Reason {
	readonly text: string;
	readonly isMissing: boolean;
	readonly change: ( text: string ) => void;
	/** The reason, or undefined when there is none; then the field says so and gets the focus. */
	readonly given: () => string | undefined;
	readonly field: RefObject< HTMLTextAreaElement | null >;
}

/** State of a {@link ReasonField}. */
export function useReason(): Reason {
	const [ text, change ] = useState( '' );
	const [ isMissing, setMissing ] = useState( false );
	const field = useRef< HTMLTextAreaElement >( null );
	const given = (): string | undefined => {
		const reason = text.trim();
		setMissing( reason === '' );
		if ( reason === '' ) {
			field.current?.focus();
			return undefined;
		}
		return reason;
	};
	return { text, isMissing, change, given, field };
}

interface Props {
	readonly reason: Reason;
	/** Whether the field gets the focus as soon as it appears. */
	readonly first?: boolean;
}

/** The reason that a second person reads. */
export function ReasonField( { reason: { text, isMissing, change, field }, first = false }: Props ) {
	useEffect( () => {
		if ( first ) {
			field.current?.focus();
		}
	}, [ first, field ] );
	return (
		<TextareaControl
			__nextHasNoMarginBottom
			className={ isMissing ? 'is-invalid' : '' }
			label={ __( 'Reason', 'lernwelt-security' ) }
			help={
				isMissing
					? __( 'Please give a reason.', 'lernwelt-security' )
					: __( 'Without names or other personal data, up to 300 characters.', 'lernwelt-security' )
			}
			aria-invalid={ isMissing }
			maxLength={ 300 }
			rows={ 2 }
			value={ text }
			onChange={ change }
			ref={ field }
		/>
	);
}
