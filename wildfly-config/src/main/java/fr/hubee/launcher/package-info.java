/**
 * What starts HubEE on one machine, without anything to install: a database, a mail catcher and the configured server.
 *
 * <p>Start with {@link fr.hubee.launcher.Demo}. Tests use its parts one by one.
 */
package fr.hubee.launcher;
