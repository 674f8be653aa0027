/**
 * Takes the screenshots of the user guide, from the running demonstration. Start with {@link
 * fr.hubee.demonstration.screens.Screens}.
 */
package fr.hubee.demonstration.screens;
