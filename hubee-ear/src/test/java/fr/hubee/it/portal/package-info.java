/** Tests of the portal in a real browser: one class for each page or group of pages, hence more than twenty. */
package fr.hubee.it.portal;
