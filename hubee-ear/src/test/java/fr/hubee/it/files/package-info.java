/** Tests of files: their stores, their encryption and their scanner. */
package fr.hubee.it.files;
