/** Writes the digests of new télédossiers, once or twice a day. */
package fr.hubee.batch.digest;
