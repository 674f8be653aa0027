/**
 * How the schema is brought up to date, and which releases may run on it. See docs/releases.md.
 *
 * <p>It needs no server: {@code hubee preflight} and {@code hubee migrate} use it too.
 */
package fr.hubee.database.schema;
