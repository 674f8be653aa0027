/**
 * How the schema is brought up to date, which releases may run on it (docs/releases.md), which servers run; and all settings, read at start.
 *
 * <p>The migrations need no server: {@code hubee preflight} and {@code hubee migrate} use them too.
 */
package fr.hubee.operation.schema;
