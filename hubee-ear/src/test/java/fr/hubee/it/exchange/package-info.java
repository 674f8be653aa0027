/** The exchange by the API: folders, their files, their events, their receipts. */
package fr.hubee.it.exchange;
