/** Tests of files: their stores, and their encryption. */
package fr.hubee.it.files;
