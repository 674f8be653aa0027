/**
 * {@code hubee backup} and {@code hubee restore}: the database, the files and the keys, while a hub runs, and back (docs/operations.md).
 */
package fr.hubee.cli.backup;
