/**
 * The portal: one small bean for each page, which calls services and has no business rules. Its pages are in {@code
 * webapp}.
 */
package fr.hubee.portal;
