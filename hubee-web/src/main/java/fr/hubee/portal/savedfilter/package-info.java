/** The filters that a person keeps: {@code /mes-filtres}. */
package fr.hubee.portal.savedfilter;
