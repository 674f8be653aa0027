/**
 * Folders, cases, events and their files on the wire (specification §2.5 to §2.8).
 *
 * <p>It holds more than twenty classes because each body of the contract is a record of its own.
 */
package fr.hubee.api.folder;
