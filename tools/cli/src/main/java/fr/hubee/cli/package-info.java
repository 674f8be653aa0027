/**
 * The commands of {@code bin/hubee} that need no server: they run from the EAR, which has {@link fr.hubee.cli.EarMain} at its root and the
 * rest in {@code cli}. They use the domain; nothing of the server uses them.
 */
package fr.hubee.cli;
