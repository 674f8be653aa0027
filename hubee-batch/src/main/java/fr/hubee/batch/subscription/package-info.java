/** Tells that the day of an activation has come. */
package fr.hubee.batch.subscription;
