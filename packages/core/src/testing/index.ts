/** The `./testing` door: imported by tests only. */
export {};
