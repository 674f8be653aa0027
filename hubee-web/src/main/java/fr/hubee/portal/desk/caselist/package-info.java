/** The list of télédossiers, {@code /teledossiers}, its saved filters, and its exports. */
package fr.hubee.portal.desk.caselist;
