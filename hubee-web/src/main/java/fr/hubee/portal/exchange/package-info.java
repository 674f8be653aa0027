/** Receipts on paper and on screen, and the public page that verifies them. */
package fr.hubee.portal.exchange;
