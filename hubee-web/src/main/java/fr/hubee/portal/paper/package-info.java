/** The portal on paper: PDF in French, accessible to screen readers. */
package fr.hubee.portal.paper;
