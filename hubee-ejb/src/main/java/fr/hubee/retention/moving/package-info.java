/** Moves the bytes of files to the place where new ones go, while both places serve. */
package fr.hubee.retention.moving;
