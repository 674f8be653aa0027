/**
 * The schema: its migrations, the releases that may use it (docs/releases.md), the running servers; and all settings, read at start.
 *
 * <p>The migrations need no server: {@code hubee preflight} and {@code hubee migrate} use them too.
 */
package fr.hubee.operation.schema;
