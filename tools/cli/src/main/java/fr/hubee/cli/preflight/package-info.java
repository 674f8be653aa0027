/**
 * {@code hubee preflight} and {@code hubee migrate}: the effects of an upgrade on a database, before a server does it. They run without a
 * server, from the EAR: {@link fr.hubee.cli.EarMain} is also at its root.
 */
package fr.hubee.cli.preflight;
