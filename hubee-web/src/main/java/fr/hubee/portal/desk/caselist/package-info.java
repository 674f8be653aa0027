/** The list of télédossiers, {@code /teledossiers}, its saved filters, and the same as a file. */
package fr.hubee.portal.desk.caselist;
