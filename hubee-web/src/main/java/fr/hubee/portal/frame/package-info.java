/** What all pages share: access, the signed-in person, the menu, the headers for browsers. */
package fr.hubee.portal.frame;
