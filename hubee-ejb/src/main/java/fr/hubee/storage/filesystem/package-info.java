/** Bytes in files: the store of a server, or of several that share a file system. */
package fr.hubee.storage.filesystem;
