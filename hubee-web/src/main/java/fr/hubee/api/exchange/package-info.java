/**
 * Folders, cases, events, their files and notifications in the API (specification §2.5 to §2.9).
 *
 * <p>It has more than twenty classes because each body of the contract is a record.
 */
package fr.hubee.api.exchange;
