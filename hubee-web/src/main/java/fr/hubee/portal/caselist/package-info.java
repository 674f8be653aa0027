/** The list of télédossiers: {@code /teledossiers}, and the same as a file. */
package fr.hubee.portal.caselist;
