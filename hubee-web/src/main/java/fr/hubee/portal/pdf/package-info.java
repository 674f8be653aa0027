/** What the portal puts on paper: PDF in French that is read by eye and ear. */
package fr.hubee.portal.pdf;
