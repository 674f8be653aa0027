/** Produces the web settings, as {@code fr.hubee.settings} does for the domain. */
package fr.hubee.websettings;
