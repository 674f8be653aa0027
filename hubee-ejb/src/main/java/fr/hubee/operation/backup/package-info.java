/**
 * {@code hubee backup} and {@code hubee restore}: the database, the files and the keys, while a hub runs, and back (docs/operations.md).
 * Nothing here runs in the server.
 */
package fr.hubee.operation.backup;
