/*
 * A back-up is gzipped lines of JSON: a head; for each table its name and columns, then one array per
 * row with PostgreSQL's own text form of every value, which loses nothing; the sequences; an end.
 */

export type Head = { vida: 1; migrations: string[]; takenFrom: string };
export type Table = { table: string; schema: string; columns: string[] };
export type Row = (string | null)[];
export type Sequence = { sequence: string; schema: string; last: string; called: boolean };
export type End = { end: true; tables: number; rows: number };
