/** Folders, cases, events and their files on the wire (specification §2.5 to §2.8). */
package fr.hubee.api.folder;
