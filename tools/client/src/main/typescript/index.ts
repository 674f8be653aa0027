export * from "./hub.js";
export * from "./operator.js";
export { CannotImport, type Listener } from "./queue.js";
export * from "./si.js";
export * from "./teledossiers/index.js";
