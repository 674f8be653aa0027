/** Files in an S3 store, and on their way to it. */
package fr.hubee.it.storage;
