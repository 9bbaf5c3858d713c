import { v7 } from 'uuid';

/** New ids that sort by the time they were made (UUID version 7, RFC 9562). */
export type IdSource = () => string;

export const systemIds: IdSource = () => v7();
