/** Where the spots of a scenario stand in its drawing: spot id → name of the place, which the style sheet puts there. */
interface Plan {
  art: string;
  places: Readonly<Record<string, string>>;
}

const plans: Readonly<Record<string, Plan>> = {
  'd-a': {
    art: '/art/store-hengmei.svg',
    places: {
      h1: 'sample-wall',
      h2: 'phone-log',
      h3: 'price-tags',
      h4: 'schedule',
      h5: 'counter',
      h6: 'stock-door',
    },
  },
};

/** @returns the drawing of a scenario's walk; undefined where there is none and the list does it alone. */
export const planOf = (scenarioId: string): Plan | undefined => plans[scenarioId];
