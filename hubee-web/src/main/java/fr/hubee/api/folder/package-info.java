/**
 * Folders, cases, events and their files in the API (specification §2.5 to §2.8).
 *
 * <p>It has more than twenty classes because each body of the contract is a record.
 */
package fr.hubee.api.folder;
