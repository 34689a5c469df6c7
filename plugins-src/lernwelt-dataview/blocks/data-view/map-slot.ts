import type { Context } from './data-view';
import type { DataMap } from './map/index';
import { config } from './session';

/** The place of the map in a data view. The map's code is fetched when this place comes into view, not before. */
export class MapSlot {
	private place: HTMLElement | undefined;
	private map: DataMap | undefined;
	private observer: IntersectionObserver | undefined;

	/**
	 * @param root    The section of the data view.
	 * @param context Says where points and records come from.
	 */
	public constructor(
		private readonly root: HTMLElement,
		private readonly context: Context
	) {}

	/** Looks after a change what is to be done: wait for the place, draw other points, or end. */
	public look(): void {
		const place = this.root.querySelector< HTMLElement >( '[data-lw-map]' ) ?? undefined;
		if ( place === this.place ) {
			this.map?.show( this.context.points );
			return;
		}
		this.observer?.disconnect();
		this.map?.end();
		this.map = undefined;
		this.place = place;
		if ( place !== undefined ) {
			this.observer = new IntersectionObserver( ( entries ) => {
				if ( entries.some( ( { isIntersecting } ) => isIntersecting ) ) {
					this.observer?.disconnect();
					void this.start( place );
				}
			} );
			this.observer.observe( place );
		}
	}

	private async start( place: HTMLElement ): Promise< void > {
		try {
			const { DataMap: Kind } = await import( /* webpackChunkName: "data-view/map" */ './map/index' );
			if ( place === this.place ) {
				this.map = new Kind( place, this.context, config() );
				this.map.show( this.context.points );
			}
		} catch {
			place.textContent = config().words.mapFailed;
			place.classList.add( 'is-broken' );
		}
	}
}
