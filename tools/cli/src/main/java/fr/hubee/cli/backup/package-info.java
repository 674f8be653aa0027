/**
 * {@code hubee backup} and {@code hubee restore}: the database, the files and the keys, while a hub runs, and back (docs/recover.md).
 */
package fr.hubee.cli.backup;
