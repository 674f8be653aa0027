/** Produces the web settings, as {@code fr.hubee.operation.schema} does for the domain. */
package fr.hubee.websettings;
