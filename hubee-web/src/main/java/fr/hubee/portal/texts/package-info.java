/** The public texts, which an installation may replace: help, contact, legal pages. */
package fr.hubee.portal.texts;
