/** Takes the pictures of the user guide, from the running demonstration. Start with {@link fr.hubee.launcher.screens.Screens}. */
package fr.hubee.launcher.screens;
