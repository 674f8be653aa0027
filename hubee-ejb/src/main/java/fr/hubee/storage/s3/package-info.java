/** Blobs as objects of an S3 bucket: the store of any number of servers. */
package fr.hubee.storage.s3;
