/** The exchange by the API: folders, their files, their events. */
package fr.hubee.it.folder;
