/** A télédossier on paper: its words, and the PDF. */
package fr.hubee.portal.casesheet;
