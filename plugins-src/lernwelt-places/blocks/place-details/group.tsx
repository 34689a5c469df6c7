import type { ReactNode } from 'react';

interface GroupProps {
	readonly title: string;
	readonly children: ReactNode;
}

/** Fields that belong together, with a name for everybody. */
export function Group( { title, children }: GroupProps ) {
	return (
		<fieldset className="lw-place-form__group">
			<legend className="lw-place-form__title">{ title }</legend>
			{ children }
		</fieldset>
	);
}
