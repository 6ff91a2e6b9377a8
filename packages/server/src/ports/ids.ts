/** Makes ids that no other process makes; later ones sort after earlier ones. */
export type Ids = () => string;
