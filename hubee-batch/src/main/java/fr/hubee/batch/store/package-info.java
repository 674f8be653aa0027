/** Reads the stored files again, a part every hour. */
package fr.hubee.batch.store;
