/** The portal, in a real browser. */
package fr.hubee.it.portal;
