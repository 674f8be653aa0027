/** Makes the settings of the web, as {@code fr.hubee.settings} does for the domain. */
package fr.hubee.websettings;
