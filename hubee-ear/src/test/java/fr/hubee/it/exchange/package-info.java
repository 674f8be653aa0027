/** Tests of the exchange by the API: folders, files, events, receipts. */
package fr.hubee.it.exchange;
