/** The stores of bytes: a folder, or a bucket of S3; and the choice between them for each file, by its key. */
package fr.hubee.files.store;
