/** Blobs in files: the store of one server, or of several with a shared file system. */
package fr.hubee.storage.filesystem;
