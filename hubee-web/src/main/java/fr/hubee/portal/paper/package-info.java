/** The portal on paper: PDF in French that can be read by eye and by ear. */
package fr.hubee.portal.paper;
