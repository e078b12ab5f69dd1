/** The seed that carries the dossier's figures: no turn is forked and nobody interrupts. */
export const DEFAULT_SEED = 'default';
