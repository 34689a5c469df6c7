import type { CalendarGrid } from './calendar/index';

/** The month in a data view. Its keys are fetched only where one is shown; until then it is a table with links. */
export class CalendarSlot {
	private table: HTMLTableElement | undefined;
	private grid: CalendarGrid | undefined;

	/**
	 * @param root The section of the data view.
	 */
	public constructor( private readonly root: HTMLElement ) {}

	/** Looks after a change whether there is a month. */
	public look(): void {
		const table = this.root.querySelector< HTMLTableElement >( '[data-lw-calendar]' ) ?? undefined;
		if ( table === this.table ) {
			this.grid?.look();
			return;
		}
		this.table = table;
		this.grid = undefined;
		if ( table !== undefined ) {
			void this.start( table );
		}
	}

	private async start( table: HTMLTableElement ): Promise< void > {
		const { CalendarGrid: Kind } = await import( /* webpackChunkName: "data-view/calendar" */ './calendar/index' );
		if ( table === this.table ) {
			this.grid = new Kind( table );
			this.grid.look();
		}
	}
}
