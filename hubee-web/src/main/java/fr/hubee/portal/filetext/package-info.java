/** The text of a file of a télédossier, for people to read: never sent to a browser as something to run. */
package fr.hubee.portal.filetext;
