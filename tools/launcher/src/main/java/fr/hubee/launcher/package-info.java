/**
 * Starts the parts of HubEE on one machine, without installation: a database, a mail catcher and the configured server.
 * The demonstration, the tests and the benchmark use them one by one.
 *
 * <p>Start with {@link fr.hubee.launcher.ServerProcess}.
 */
package fr.hubee.launcher;
