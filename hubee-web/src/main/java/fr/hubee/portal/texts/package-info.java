/** The texts that everybody may read, and that whoever runs a hub replaces: help, contact, legal pages. */
package fr.hubee.portal.texts;
