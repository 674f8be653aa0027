/** Seals the journal, every minute. */
package fr.hubee.batch.seal;
