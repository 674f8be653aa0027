/** Parts that all pages show: access, the signed-in person, the menu, the headers for browsers, the colours and texts of a deployer. */
package fr.hubee.portal.frame;
