/**
 * The commands of {@code bin/hubee} that need no server: they run from the EAR, which has {@link fr.hubee.cli.EarMain} at its root, and all
 * of them in {@code hubee-cli.zip}. They use the domain; nothing of the server uses them.
 */
package fr.hubee.cli;
